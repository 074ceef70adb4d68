package vn.gdnn.newswire.quickstart.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process as the launcher starts it, in the hands of a test. */
public final class TestChild implements AutoCloseable {

  private final Process process;

  private TestChild(Process process) {
    this.process = process;
  }

  /** Starts a main and waits until the port answers. */
  public static TestChild start(Path log, int port, Class<?> main, String... arguments) {
    Jvm jvm = new Jvm(192, System.getProperty("java.class.path"));
    try {
      TestChild child =
          new TestChild(
              new ProcessBuilder(jvm.command(List.of(), main.getName(), List.of(arguments)))
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

  private int awaitEnd() {
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
