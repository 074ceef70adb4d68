package vn.gdnn.newswire.enrich.score;

/**
 * A name as a tagger says it stands there.
 *
 * @param span what and where
 * @param confidence how sure the tagger is, from 0 to 1
 */
public record Said(RawSpan span, double confidence) {}
