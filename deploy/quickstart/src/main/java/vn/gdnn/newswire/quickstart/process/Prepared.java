package vn.gdnn.newswire.quickstart.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import vn.gdnn.newswire.quickstart.broker.BrokerMain;
import vn.gdnn.newswire.quickstart.child.ChildMain;
import vn.gdnn.newswire.quickstart.store.StoreMain;

/**
 * What is made once per build so that a start is quick: each service unpacked, and a class-data
 * archive for each process, got in a {@link Rehearsal}.
 *
 * <p>It lies beside the build's other products, named after the jar (size and time) and the Java
 * that made it, so that a new build or another Java gets its own.
 */
public final class Prepared {

  private static final int LONGEST_UNPACKING_SECONDS = 60;

  private final Path checkout;
  private final Path cache;
  private final Consumer<String> say;

  /**
   * @param checkout the root of the checkout that was built
   * @param say where progress is told
   */
  public Prepared(Path checkout, Consumer<String> say) {
    this.checkout = checkout;
    this.cache = checkout.resolve("deploy/quickstart/target/prepared");
    this.say = say;
  }

  /** The folder of people, units and plans that the tagger knows. */
  Path registry() {
    return checkout.resolve("seeds/registry");
  }

  /** Makes what is missing; two that do so at once wait for one another. */
  public void makeAll() {
    locked(
        () -> {
          List<App> apps = all();
          if (apps.stream().anyMatch(App::needsRehearsal)) {
            say.accept("Preparing quick starts (once per build): a rehearsal …");
            boolean whole = new Rehearsal(cache.resolve("rehearsal"), this).run();
            for (App app : apps) {
              app.rehearsed(whole);
            }
          }
        });
  }

  private List<App> all() throws IOException {
    List<App> apps = new ArrayList<>(List.of(broker(), store()));
    for (String service : Newswire.SERVICES) {
      apps.add(service(service));
    }
    return apps;
  }

  App service(String service) throws IOException {
    Path jar = builtJar(service);
    Path home = cache.resolve(service + "-" + stamp(jar));
    Path app = home.resolve(jar.getFileName());
    if (!Files.exists(app)) {
      deleteOthers(service);
      say.accept("Unpacking the %s service …".formatted(service));
      extract(jar, home);
    }
    return new App(childJar() + File.pathSeparator + app, mainClass(app), Optional.of(home));
  }

  App broker() throws IOException {
    return own("broker", BrokerMain.class.getName());
  }

  App store() throws IOException {
    return own("store", StoreMain.class.getName());
  }

  private App own(String name, String main) throws IOException {
    String classPath = System.getProperty("java.class.path");
    Path first = Path.of(classPath.split(File.pathSeparator)[0]).toAbsolutePath();
    if (!Files.isRegularFile(first) || classPath.contains(File.pathSeparator)) {
      // Run from compiled classes, as tests do: Java makes no archive of directories.
      return new App(classPath, main, Optional.empty());
    }
    Path home = cache.resolve(name + "-" + stamp(first));
    if (!Files.exists(home)) {
      deleteOthers(name);
      Files.createDirectories(home);
    }
    return new App(first.toString(), main, Optional.of(home));
  }

  private Path builtJar(String service) throws IOException {
    Path target = checkout.resolve(service + "-service/target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> jars = Files.list(target)) {
        Optional<Path> newest =
            jars.filter(jar -> jar.toString().endsWith("-exec.jar"))
                .max(Comparator.comparingLong(jar -> jar.toFile().lastModified()));
        if (newest.isPresent()) {
          return newest.get();
        }
      }
    }
    throw new Refusal(
        "The %s service is not built in %s: run ./gdnn, which builds it."
            .formatted(service, checkout));
  }

  private void extract(Path jar, Path home) throws IOException {
    Path part = cache.resolve(".part-" + home.getFileName());
    deleteTree(part);
    Files.createDirectories(cache);
    Process tool =
        new ProcessBuilder(
                Jvm.java(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                part.toString())
            .redirectErrorStream(true)
            .redirectOutput(cache.resolve("prepare.log").toFile())
            .start();
    if (finish(tool) != 0) {
      throw new Refusal(
          "%s can't be unpacked: see %s.".formatted(jar, cache.resolve("prepare.log")));
    }
    Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static int finish(Process process) {
    try {
      if (process.waitFor(LONGEST_UNPACKING_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return -1;
  }

  private static String mainClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Main-Class");
    }
  }

  /**
   * The one class that a service gets of the launcher, in a jar, since Java archives no classes
   * from directories.
   */
  private Path childJar() throws IOException {
    String entry = ChildMain.class.getName().replace('.', '/') + ".class";
    byte[] code;
    try (InputStream in = ChildMain.class.getResourceAsStream("/" + entry)) {
      code = in == null ? new byte[0] : in.readAllBytes();
    }
    Path jar = cache.resolve("child-%08x.jar".formatted(java.util.Arrays.hashCode(code)));
    if (!Files.exists(jar)) {
      Files.createDirectories(cache);
      Path part = Files.createTempFile(cache, ".child", ".jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(part))) {
        out.putNextEntry(new JarEntry(entry));
        out.write(code);
      }
      Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
    }
    return jar;
  }

  /**
   * Size and time of a jar. Builds are reproducible, the jar's own time with them: the file
   * system's is meant.
   */
  private static String stamp(Path jar) throws IOException {
    int java = (System.getProperty("java.vm.version") + System.getProperty("java.home")).hashCode();
    boolean unix = jar.getFileSystem().supportedFileAttributeViews().contains("unix");
    FileTime written =
        unix ? (FileTime) Files.getAttribute(jar, "unix:ctime") : Files.getLastModifiedTime(jar);
    return "%x-%x-%08x".formatted(Files.size(jar), written.toMillis(), java);
  }

  private void deleteOthers(String name) throws IOException {
    if (!Files.isDirectory(cache)) {
      return;
    }
    try (DirectoryStream<Path> old = Files.newDirectoryStream(cache, name + "-*")) {
      for (Path directory : old) {
        deleteTree(directory);
      }
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private interface Making {
    void run() throws IOException;
  }

  private void locked(Making making) {
    try {
      Files.createDirectories(cache);
      try (FileChannel file =
          FileChannel.open(
              cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        // Let go of when the file is closed.
        file.lock();
        making.run();
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
