package vn.gdnn.newswire.quickstart.process;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells a person in time that the disk is filling up, and once there is room again. */
final class DiskWatch {

  /**
   * Below twice this the store writes nothing more, and what the broker can still take is little.
   */
  static final long LEAST_FREE_BYTES = 64L * 1024 * 1024;

  private static final long MIB = 1024L * 1024;
  private static final int LOOK_MILLIS = 2_000;

  private final Path directory;
  private final LongSupplier freeBytes;
  private final Consumer<String> say;
  private boolean full;

  /**
   * @param directory the data directory
   * @param freeBytes room on its disk
   */
  DiskWatch(Path directory, LongSupplier freeBytes, Consumer<String> say) {
    this.directory = directory;
    this.freeBytes = freeBytes;
    this.say = say;
  }

  static DiskWatch of(Path directory, Consumer<String> say) {
    return new DiskWatch(directory, () -> directory.toFile().getUsableSpace(), say);
  }

  /** Looks again and again, as long as the launcher lives. */
  void start() {
    Thread watch =
        new Thread(
            () -> {
              while (true) {
                look();
                Pause.millis(LOOK_MILLIS);
              }
            },
            "disk-watch");
    watch.setDaemon(true);
    watch.start();
  }

  void look() {
    long free = freeBytes.getAsLong();
    if (free < LEAST_FREE_BYTES && !full) {
      full = true;
      say.accept(
          "The disk of %s is full (%d MiB free): free some space. Until then new drafts are refused or wait, and readers get what is there; nothing that was accepted is lost."
              .formatted(directory, free / MIB));
    } else if (free >= 2 * LEAST_FREE_BYTES && full) {
      full = false;
      say.accept(
          "The disk of %s has room again (%d MiB free): all goes on by itself."
              .formatted(directory, free / MIB));
    }
  }
}
