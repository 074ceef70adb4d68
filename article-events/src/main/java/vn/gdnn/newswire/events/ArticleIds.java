package vn.gdnn.newswire.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.UUID;

/**
 * Ids that are the same on every machine, for ever: UUID version 5 (RFC 9562) in this project's
 * namespace.
 */
public final class ArticleIds {

  /** The namespace of articles and of idempotent requests. */
  public static final UUID NAMESPACE = UUID.fromString("6d3c1f0e-5b7a-4c2e-9f41-0a8e7d2b9c55");

  private static final char SEPARATOR = '\u001f';

  private ArticleIds() {}

  /** The id of an article: from NFC(source), U+001F and NFC(externalId) in UTF-8. */
  public static UUID of(String source, String externalId) {
    return version5(nfc(source) + SEPARATOR + nfc(externalId));
  }

  /**
   * The event id of a request that its sender can repeat: from the key's name and its
   * Idempotency-Key.
   */
  public static UUID ofRequest(String keyName, String idempotencyKey) {
    return version5(keyName + SEPARATOR + idempotencyKey);
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static UUID version5(String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .flip());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = hash.getLong() & ~0xF000L | 0x5000L;
      long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }
}
