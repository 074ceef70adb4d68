package vn.gdnn.newswire.enrich.score;

import vn.gdnn.newswire.events.Kind;

/**
 * A stretch of a file's text without its marks.
 *
 * @param kind what it is said to be
 * @param start first UTF-16 code unit
 * @param end code unit after the last
 */
public record RawSpan(Kind kind, int start, int end) {
  boolean overlaps(RawSpan other) {
    return start < other.end && other.start < end;
  }
}
