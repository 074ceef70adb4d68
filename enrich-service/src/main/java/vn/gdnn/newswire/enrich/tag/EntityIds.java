package vn.gdnn.newswire.enrich.tag;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.gdnn.newswire.events.Kind;

/** Ids of names that the registry does not know. */
final class EntityIds {

  private EntityIds() {}

  /**
   * {@code x-} and the first 10 hex digits of the SHA-256 of kind, U+001F and folded name (keys of
   * its syllables and signs, single spaces between), as UTF-8.
   */
  static String unknown(Kind kind, String foldedName) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + "\u001F" + foldedName).getBytes(StandardCharsets.UTF_8));
      return "x-" + HexFormat.of().formatHex(hash, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
