package vn.gdnn.newswire.quickstart.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.gdnn.newswire.quickstart.broker.BrokerMain;
import vn.gdnn.newswire.quickstart.store.StoreMain;

/** A child process as the launcher starts it, in the hands of a test. */
public final class TestChild implements AutoCloseable {

  private final Process process;

  private TestChild(Process process) {
    this.process = process;
  }

  /** Starts a main and waits until the port answers. */
  public static TestChild start(Path log, int port, Class<?> main, String... arguments) {
    return start(List.of(), log, port, main, arguments);
  }

  /** Starts a broker that keeps its log in a directory. */
  public static TestChild broker(Path directory, int port) {
    return start(
        directory.resolve("broker.log"),
        port,
        BrokerMain.class,
        directory.resolve("kafka").toString(),
        String.valueOf(port),
        String.valueOf(Ports.free()));
  }

  /** Starts a store that keeps its file in a directory. */
  public static TestChild store(Path directory, int port) {
    return start(
        directory.resolve("store.log"),
        port,
        StoreMain.class,
        directory.resolve("store.h2").toString(),
        String.valueOf(port));
  }

  /**
   * Starts a main as well, but no file that it writes can grow beyond a size: its disk is full, to
   * it.
   */
  public static TestChild startOnASmallDisk(
      int kib, Path log, int port, Class<?> main, String... arguments) {
    List<String> limited = List.of("bash", "-c", "ulimit -f " + kib + "; exec \"$@\"", "bash");
    return start(limited, log, port, main, arguments);
  }

  private static TestChild start(
      List<String> before, Path log, int port, Class<?> main, String... arguments) {
    Jvm jvm = new Jvm(192, System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>(before);
    command.addAll(jvm.command(List.of(), main.getName(), List.of(arguments)));
    try {
      TestChild child =
          new TestChild(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                  .start());
      await().atMost(Duration.ofSeconds(60)).until(() -> Ports.listens(port));
      return child;
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** As when the launcher is killed: standard input ends without a word. */
  public int orphan() throws IOException {
    process.getOutputStream().close();
    return awaitEnd();
  }

  /** Its exit code, once it has ended by itself. */
  public int awaitEnd() {
    try {
      if (process.waitFor(30, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("the child did not end");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
