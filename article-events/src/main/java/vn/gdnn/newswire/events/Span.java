package vn.gdnn.newswire.events;

/**
 * A stretch of an article's text. Offsets are UTF-16 code units of the {@link Field}, {@code end}
 * exclusive.
 */
public interface Span {
  /** The text the offsets count in. */
  Field field();

  /** First code unit, from 0. */
  int start();

  /** Code unit after the last. */
  int end();
}
