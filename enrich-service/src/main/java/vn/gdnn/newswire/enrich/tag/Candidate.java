package vn.gdnn.newswire.enrich.tag;

import java.util.List;
import vn.gdnn.newswire.enrich.gazetteer.Entry;

/**
 * A stretch of a passage that a tagger takes for something.
 *
 * @param sort what it is taken for
 * @param start first token
 * @param end token after the last
 * @param rule what made it, for example {@code unit/registry}
 * @param confidence from 0 to 1
 * @param entries the registry's entries of that name; empty for a name it does not know
 */
public record Candidate(
    Sort sort, int start, int end, String rule, double confidence, List<Entry> entries) {

  /** What a stretch may be. */
  public enum Sort {
    /** A personal name. */
    PERSON,
    /** A unit. */
    UNIT,
    /** A plan. */
    PLAN,
    /** An office, such as {@code Thủ tướng Chính phủ}: no tag, and no unit inside it is one. */
    OFFICE,
    /** A place, an event, an award: no tag, and nothing inside it is one. */
    NOTHING
  }

  /** Copies the list. */
  public Candidate {
    entries = List.copyOf(entries);
  }

  /** A candidate the registry says nothing about. */
  public Candidate(Sort sort, int start, int end, String rule, double confidence) {
    this(sort, start, end, rule, confidence, List.of());
  }

  /** How many tokens it covers. */
  public int length() {
    return end - start;
  }
}
