package vn.gdnn.newswire.publish.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Golden files. {@code -Dgolden.write=true} writes what came out; read the difference before
 * committing it.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Checks bytes against a file. */
  public static void assertSame(String name, byte[] actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(file.getParent());
        Files.write(file, actual);
      }
      assertThat(new String(actual, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
      assertThat(actual).isEqualTo(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
