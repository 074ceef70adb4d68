package vn.gdnn.newswire.ingest.access;

import java.util.List;

/**
 * What a key stands for; never the key itself.
 *
 * @param name who holds it; the source of a draft that names none
 * @param sources the sources it may speak for; {@code *} stands for all
 */
public record ApiKey(String name, List<String> sources) {

  /** Stands for every source. */
  public static final String ALL_SOURCES = "*";

  /** Copies the list. */
  public ApiKey {
    sources = List.copyOf(sources);
  }

  /** Whether it may hand in drafts of this source. */
  public boolean speaksFor(String source) {
    return sources.contains(ALL_SOURCES) || sources.contains(source);
  }
}
