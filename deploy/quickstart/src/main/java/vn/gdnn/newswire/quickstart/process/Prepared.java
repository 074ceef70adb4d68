package vn.gdnn.newswire.quickstart.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
 * archive for each process, got from a trial run that stops before it serves.
 *
 * <p>It lies beside the build's other products, named after the jar (size and time) and the Java
 * that made it, so that a new build or another Java gets its own. An archive that can't be made
 * only costs seconds at each start.
 */
public final class Prepared {

  private static final int TRIAL_HEAP_MIB = 256;
  private static final int TRIAL_SECONDS = 60;

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

  /** Makes what is missing; two that do so at once wait for one another. */
  public void makeAll() {
    locked(
        () -> {
          for (String service : Newswire.SERVICES) {
            service(service);
          }
          broker();
          store();
        });
  }

  /** How to run a service: its JVM and its main class. */
  record App(String classPath, String main, Optional<Path> archive) {}

  App service(String service) throws IOException {
    Path jar = builtJar(service);
    Path home = cache.resolve(service + "-" + stamp(jar));
    Path app = home.resolve(jar.getFileName());
    if (!Files.exists(app)) {
      deleteOthers(service);
      say.accept("Preparing the %s service (once per build) …".formatted(service));
      extract(jar, home);
    }
    String classPath = childJar() + File.pathSeparator + app;
    String main = mainClass(app);
    Path archive = home.resolve("app.jsa");
    if (!Files.exists(home.resolve("tried"))) {
      trial(
          new Jvm(TRIAL_HEAP_MIB, classPath, Optional.empty()),
          archive,
          main,
          List.of("-Dspring.context.exit=onRefresh"),
          List.of(),
          null);
      Files.writeString(home.resolve("tried"), "");
    }
    return new App(classPath, main, existing(archive));
  }

  App broker() throws IOException {
    return own("broker", BrokerMain.class.getName(), true);
  }

  App store() throws IOException {
    return own("store", StoreMain.class.getName(), false);
  }

  private App own(String name, String main, boolean needsController) throws IOException {
    String classPath = System.getProperty("java.class.path");
    Path first = Path.of(classPath.split(File.pathSeparator)[0]).toAbsolutePath();
    if (!Files.isRegularFile(first) || classPath.contains(File.pathSeparator)) {
      // Run from compiled classes, as tests do: Java makes no archive of directories.
      return new App(classPath, main, Optional.empty());
    }
    Path home = cache.resolve(name + "-" + stamp(first));
    Path archive = home.resolve("app.jsa");
    if (!Files.exists(home.resolve("tried"))) {
      deleteOthers(name);
      say.accept("Preparing the %s (once per build) …".formatted(name));
      Path scratch = Files.createDirectories(home.resolve("scratch"));
      int port = Ports.free();
      List<String> arguments =
          new ArrayList<>(List.of(scratch.resolve("data").toString(), String.valueOf(port)));
      if (needsController) {
        arguments.add(String.valueOf(Ports.free()));
      }
      trial(
          new Jvm(TRIAL_HEAP_MIB, first.toString(), Optional.empty()),
          archive,
          main,
          List.of(),
          arguments,
          port);
      deleteTree(scratch);
      Files.writeString(home.resolve("tried"), "");
    }
    return new App(first.toString(), main, existing(archive));
  }

  private static Optional<Path> existing(Path archive) {
    return Files.exists(archive) ? Optional.of(archive) : Optional.empty();
  }

  private Path builtJar(String service) throws IOException {
    Path target = checkout.resolve(service + "-service/target");
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
        for (Path jar : jars) {
          return jar;
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

  /**
   * Runs until the port answers, or (no port) until it ends by itself; the JVM writes the archive
   * as it exits.
   */
  private void trial(
      Jvm jvm,
      Path archive,
      String main,
      List<String> options,
      List<String> arguments,
      @org.jspecify.annotations.Nullable Integer port)
      throws IOException {
    List<String> withArchive = new ArrayList<>(options);
    withArchive.add("-XX:ArchiveClassesAtExit=" + archive);
    withArchive.add("-Xlog:cds=off");
    withArchive.add("-Xlog:cds+dynamic=off");
    Process process =
        new ProcessBuilder(jvm.command(withArchive, main, arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(cache.resolve("prepare.log").toFile()))
            .start();
    if (port != null) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TRIAL_SECONDS);
      while (process.isAlive() && !Ports.listens(port) && System.nanoTime() < end) {
        Pause.millis(100);
      }
      try (OutputStream orders = process.getOutputStream()) {
        orders.write(ChildMain.STOP);
      }
    }
    if (finish(process) != 0) {
      // It goes without: slower, but it goes.
      Files.deleteIfExists(archive);
    }
  }

  private static int finish(Process process) {
    try {
      if (process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS)) {
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

  private static String stamp(Path jar) throws IOException {
    int java = (System.getProperty("java.vm.version") + System.getProperty("java.home")).hashCode();
    return "%x-%x-%08x".formatted(Files.size(jar), Files.getLastModifiedTime(jar).toMillis(), java);
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

  private static void deleteTree(Path root) throws IOException {
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
