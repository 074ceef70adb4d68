package vn.gdnn.newswire.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The browser of this machine: the one that {@code GDNN_CHROMIUM} names, else where Debian has it.
 */
final class Chromium {

  private static final String[] USUAL = {
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"
  };

  private Chromium() {}

  static Optional<Path> find() {
    String given = System.getenv("GDNN_CHROMIUM");
    Stream<@Nullable String> places =
        given == null || given.isBlank() ? Stream.of(USUAL) : Stream.of(given);
    return places.map(Path::of).filter(Files::isExecutable).findFirst();
  }
}
