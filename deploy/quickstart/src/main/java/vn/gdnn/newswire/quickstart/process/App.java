package vn.gdnn.newswire.quickstart.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program to run in a child process.
 *
 * @param classPath what it runs from
 * @param main its main class
 * @param home where its class-data archive lies; empty for one that can't have any
 */
record App(String classPath, String main, Optional<Path> home) {

  /** Whether nobody has tried yet to make its archive. */
  boolean needsRehearsal() {
    return home.isPresent() && !Files.exists(tried(home.get()));
  }

  /**
   * What its JVM is told of the archive: to use it, in a rehearsal to write it as it ends, or
   * nothing.
   */
  List<String> jvmOptions(boolean rehearsing) {
    if (home.isEmpty()) {
      return List.of();
    }
    Path archive = archive(home.get());
    if (!needsRehearsal()) {
      return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
    }
    return rehearsing
        ? List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
        : List.of();
  }

  /**
   * The rehearsal is over; what it wrote counts from now on. Without an archive it goes too, only
   * slower.
   *
   * @param whole whether every process ended by itself, so that no archive is cut off
   */
  void rehearsed(boolean whole) throws IOException {
    if (needsRehearsal()) {
      Path directory = home.orElseThrow();
      if (!whole) {
        Files.deleteIfExists(archive(directory));
      }
      Files.writeString(tried(directory), "");
    }
  }

  private static Path archive(Path home) {
    return home.resolve("app.jsa");
  }

  private static Path tried(Path home) {
    return home.resolve("rehearsed");
  }
}
