package vn.gdnn.newswire.quickstart.process;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.quickstart.child.ChildMain;

/**
 * One child process through all its lives: started, started again with growing pauses when it dies,
 * stopped when asked.
 */
final class WatchedChild {

  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;
  private static final Duration LIVED_WELL = Duration.ofSeconds(60);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(50);
  private static final int TAIL_BYTES = 16 * 1024;
  private static final long FULL_BYTES = 8L * 1024 * 1024;

  /** How a service says in its log that it won't work with what it found, and why. */
  private static final Pattern REFUSAL = Pattern.compile("Refusing to start: (\\S.*)");

  private final Child child;
  private final Consumer<String> say;
  private final Thread watch;

  private @Nullable Process process;
  private boolean stopping;
  private int deaths;
  private @Nullable String refusal;
  private volatile boolean wasReady;

  /** How long the log was when it was last started. */
  private volatile long logBefore;

  WatchedChild(Child child, Consumer<String> say) {
    this.child = child;
    this.say = say;
    this.watch = new Thread(this::live, "watch-" + child.name());
    this.watch.setDaemon(true);
  }

  void start() {
    keepLastLog();
    launch();
    watch.start();
  }

  Child child() {
    return child;
  }

  /** How often it died so far. */
  synchronized int deaths() {
    return deaths;
  }

  /** Why it refused to start when it last tried: to try again changes nothing. */
  synchronized Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  synchronized long pid() {
    return process == null ? -1 : process.pid();
  }

  boolean isReady() {
    boolean ready = child.ready().getAsBoolean();
    wasReady |= ready;
    return ready;
  }

  private void live() {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      Instant started = Instant.now();
      int code = waitForEnd();
      String tail = tail();
      synchronized (this) {
        if (stopping) {
          return;
        }
        deaths++;
        refusal =
            REFUSAL.matcher(tail).results().map(found -> found.group(1)).reduce(null, (a, b) -> b);
      }
      if (started.plus(LIVED_WELL).isBefore(Instant.now())) {
        pause = FIRST_PAUSE_MILLIS;
      }
      say.accept(lastWords(code, tail, pause));
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stop) {
        return;
      }
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      synchronized (this) {
        if (stopping) {
          return;
        }
        launchAgain();
      }
    }
  }

  private void launchAgain() {
    try {
      launch();
    } catch (Refusal notNow) {
      // The dead process stands in its place, so that the next round tries again after a longer
      // pause.
      say.accept(notNow.getMessage());
    }
  }

  private synchronized void launch() {
    logBefore = child.log().toFile().length();
    ProcessBuilder builder =
        new ProcessBuilder(child.command().get())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(child.log().toFile()));
    builder.directory(new File(child.log().toFile().getParentFile().getParent()));
    builder.environment().putAll(child.environment());
    try {
      process = builder.start();
    } catch (IOException impossible) {
      throw new Refusal(
          "The %s can't be started (%s).".formatted(child.name(), impossible.getMessage()),
          impossible);
    }
  }

  private int waitForEnd() {
    Process current;
    synchronized (this) {
      current = process;
    }
    try {
      return current == null ? -1 : current.waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private String lastWords(int code, String tail, long pause) {
    if (tail.contains("No space left on device") || hasFullDisk()) {
      return "The %s stopped because the disk of %s is full: free some space; it is started again in %.1f s."
          .formatted(child.name(), child.log().getParent().getParent(), pause / 1000.0);
    }
    return "The %s %s (exit code %d; its log: %s); it is started again in %.1f s."
        .formatted(
            child.name(),
            wasReady ? "died" : "ended before it was ready",
            code,
            child.log(),
            pause / 1000.0);
  }

  /** On a full disk the log can't be written either. */
  private boolean hasFullDisk() {
    return child.log().toFile().getAbsoluteFile().getParentFile().getUsableSpace() < FULL_BYTES;
  }

  /** The end of what it said in this life. */
  private String tail() {
    try (RandomAccessFile log = new RandomAccessFile(child.log().toFile(), "r")) {
      log.seek(Math.min(log.length(), Math.max(logBefore, log.length() - TAIL_BYTES)));
      byte[] bytes = new byte[(int) (log.length() - log.getFilePointer())];
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }

  /**
   * One earlier log is kept: enough to see why the last run ended, and it can't fill a disk over
   * the years.
   */
  private void keepLastLog() {
    Path log = child.log();
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Asks it to stop; it isn't started again. */
  void requestStop() {
    Process current;
    synchronized (this) {
      stopping = true;
      current = process;
    }
    if (current == null) {
      return;
    }
    try (var orders = current.getOutputStream()) {
      orders.write(ChildMain.STOP);
    } catch (IOException dead) {
      // It has stopped already: that is what was asked.
      current.destroy();
    }
  }

  /**
   * Waits until it has stopped; one that takes too long is ended.
   *
   * @return whether it ended by itself, without a fault
   */
  boolean awaitStop() {
    Process current;
    synchronized (this) {
      current = process;
    }
    if (current == null) {
      return false;
    }
    try {
      if (!current.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        say.accept("The %s does not stop; it is ended.".formatted(child.name()));
        current.destroyForcibly().waitFor();
      }
      return current.exitValue() == 0;
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      current.destroyForcibly();
      return false;
    }
  }
}
