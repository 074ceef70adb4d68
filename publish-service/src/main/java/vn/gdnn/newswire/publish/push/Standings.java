package vn.gdnn.newswire.publish.push;

import java.util.Optional;

/**
 * Where those who are told of changes stand. Every method throws {@link
 * vn.gdnn.newswire.publish.reading.NewsUnavailable} when the store is away.
 */
public interface Standings {

  /** The standing kept under an id. */
  Optional<Standing> find(String id);

  /**
   * Replaces the standing whose {@code writes} is one less, or inserts the first one; false when
   * somebody else wrote in between.
   */
  boolean replace(Standing next);
}
