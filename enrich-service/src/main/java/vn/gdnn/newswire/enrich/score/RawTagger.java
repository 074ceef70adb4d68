package vn.gdnn.newswire.enrich.score;

import java.util.List;

/** A tagger of whole files, for scoring. */
public interface RawTagger {

  /** The spans it finds, in offsets of {@link MarkedFile#raw()}. */
  List<RawSpan> tag(MarkedFile file);
}
