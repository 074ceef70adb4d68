package vn.gdnn.newswire.enrich.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The services' own key. Without a key file it opens for nobody. The file is read each time, so
 * that a key can be changed without a restart.
 */
final class InternalKey {

  private static final String SCHEME = "Bearer ";

  private final String file;

  InternalKey(String file) {
    this.file = file;
  }

  boolean opens(@Nullable String authorization) {
    if (file.isBlank() || authorization == null || !authorization.startsWith(SCHEME)) {
      return false;
    }
    byte[] given =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    byte[] key = key();
    return key.length > 0 && MessageDigest.isEqual(given, key);
  }

  private byte[] key() {
    try {
      return Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("INTERNAL_KEY_FILE can't be read", e);
    }
  }
}
