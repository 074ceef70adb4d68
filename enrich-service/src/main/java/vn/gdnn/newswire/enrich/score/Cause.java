package vn.gdnn.newswire.enrich.score;

import java.util.List;

/** Why a name is wrong: one cause for each marked name that was not found just so. */
enum Cause {
  /** Nothing was said there, though the registry has the name. */
  MISSED_KNOWN("missed known"),
  /** Nothing was said there, and the name is not in the registry. */
  MISSED_UNKNOWN("missed unknown"),
  /** A name where none is marked. */
  SPURIOUS("spurious"),
  /** More words than the name has. */
  TOO_LONG("too long"),
  /** Not all the words of the name. */
  TOO_SHORT("too short"),
  /** Begins and ends both too early, or both too late. */
  SHIFTED("shifted"),
  /** Two names or more in place of one. */
  SPLIT("split"),
  /** One name in place of this one and another. */
  JOINED("joined"),
  /** A name there, but of another kind. */
  WRONG_KIND("wrong kind");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** As tables and JSON say it. */
  String words() {
    return words;
  }

  /**
   * The cause that a marked name is wrong.
   *
   * @param near the names said that overlap it, none of them right
   * @param marked all names marked in the text
   */
  static Cause of(RawSpan gold, List<RawSpan> near, List<RawSpan> marked, boolean known) {
    if (near.isEmpty()) {
      return known ? MISSED_KNOWN : MISSED_UNKNOWN;
    }
    if (near.stream().anyMatch(said -> marked.stream().filter(said::overlaps).count() > 1)) {
      return JOINED;
    }
    if (near.size() > 1) {
      return SPLIT;
    }
    RawSpan said = near.get(0);
    if (said.kind() != gold.kind()) {
      return WRONG_KIND;
    }
    if (said.start() <= gold.start() && said.end() >= gold.end()) {
      return TOO_LONG;
    }
    return said.start() >= gold.start() && said.end() <= gold.end() ? TOO_SHORT : SHIFTED;
  }
}
