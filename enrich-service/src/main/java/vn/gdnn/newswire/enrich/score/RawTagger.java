package vn.gdnn.newswire.enrich.score;

import java.util.List;

/** A tagger of whole files, for scoring. */
public interface RawTagger {

  /** The names it finds, in offsets of {@link MarkedFile#raw()}; none overlaps another. */
  List<Said> tag(MarkedFile file);
}
