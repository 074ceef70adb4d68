package vn.gdnn.newswire.ingest.access;

import java.util.List;
import java.util.Optional;
import vn.gdnn.newswire.http.KeyFile;

/**
 * The keys that are valid now. One key for all sources, from a file of its own; names and sources
 * per key can follow in a keys file, behind the same question.
 */
public class ApiKeys {

  private final KeyFile file;
  private final ApiKey holder;

  /**
   * Makes them.
   *
   * @param file holds the key
   * @param name who holds it
   */
  public ApiKeys(KeyFile file, String name) {
    this.file = file;
    this.holder = new ApiKey(name, List.of(ApiKey.ALL_SOURCES));
  }

  /** What this key stands for, if it is valid. Takes the same time for any wrong key. */
  public Optional<ApiKey> find(String presented) {
    return file.holds(presented) ? Optional.of(holder) : Optional.empty();
  }

  /** Why no key at all is valid, if so. */
  public Optional<String> closedBecause() {
    return file.key().isPresent() ? Optional.empty() : Optional.of(file.missing());
  }
}
