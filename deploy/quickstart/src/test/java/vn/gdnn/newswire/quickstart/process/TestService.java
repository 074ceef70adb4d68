package vn.gdnn.newswire.quickstart.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A service's process as the launcher starts it, in the hands of a test: started, killed, put to
 * sleep and started again on the same ports.
 */
public final class TestService implements AutoCloseable {

  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
  private static final int HEAP_MIB = 192;
  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final App app;
  private final int managementPort;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;

  private TestService(App app, int managementPort, Map<String, String> environment, Path log) {
    this.app = app;
    this.managementPort = managementPort;
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  /**
   * One that is not started yet.
   *
   * @param name as {@code publish}; what the build has packaged of it is run
   */
  public static TestService of(
      String name, int managementPort, Map<String, String> environment, Path log) {
    try {
      App app = new Prepared(CHECKOUT, progress -> {}).service(name);
      return new TestService(app, managementPort, environment, log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Starts it; returns at once. */
  public void start() {
    Jvm jvm = new Jvm(HEAP_MIB, app.classPath());
    ProcessBuilder builder =
        new ProcessBuilder(jvm.command(app.jvmOptions(false), app.main(), List.of()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Waits until it says that it can be used. */
  public void awaitUp() {
    await()
        .atMost(LONGEST_START)
        .pollInterval(Duration.ofMillis(200))
        .failFast("it ended; its log is " + log, () -> !process.isAlive())
        .until(() -> new ServiceHealth(managementPort).isUp());
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** It stands still, and is not told. */
  public void sleep() {
    signal("-STOP");
  }

  /** It goes on where it stood. */
  public void wake() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      int code = new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill " + signal + " ended with " + code);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** What it has said in all its lives. */
  public Path log() {
    return log;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
