package vn.gdnn.newswire.enrich.tag;

import java.util.List;

/**
 * Finds the candidates of one sort. A tagger is pure and safe for many threads, looks at a bounded
 * number of tokens around each, and may look at what earlier taggers found in the passage.
 */
public interface Tagger {

  /** The candidates in a passage; they may overlap. */
  List<Candidate> tag(Passage passage);
}
