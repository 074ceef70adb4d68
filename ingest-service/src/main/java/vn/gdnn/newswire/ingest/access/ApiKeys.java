package vn.gdnn.newswire.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * The keys that are valid now. One key for all sources, from a file of its own; names and sources
 * per key can follow in a keys file, behind the same question.
 */
public class ApiKeys {

  private final SecretFile file;
  private final ApiKey holder;

  /**
   * Makes them.
   *
   * @param file holds the key
   * @param name who holds it
   */
  public ApiKeys(SecretFile file, String name) {
    this.file = file;
    this.holder = new ApiKey(name, List.of(ApiKey.ALL_SOURCES));
  }

  /** What this key stands for, if it is valid. Takes the same time for any wrong key. */
  public Optional<ApiKey> find(String presented) {
    byte[] hash = sha256(presented);
    return file.secret().filter(key -> MessageDigest.isEqual(sha256(key), hash)).map(key -> holder);
  }

  /** Why no key at all is valid, if so. */
  public Optional<String> closedBecause() {
    return file.secret().isPresent() ? Optional.empty() : Optional.of(file.missing());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
