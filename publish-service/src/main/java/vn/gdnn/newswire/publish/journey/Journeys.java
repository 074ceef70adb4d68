package vn.gdnn.newswire.publish.journey;

import java.util.Optional;
import java.util.UUID;

/** The journeys of all articles. */
public interface Journeys {

  /** The journey of an article, if anything is known of it. */
  Optional<Journey> find(UUID id);

  /**
   * Replaces the journey that was read, or adds the first; false when somebody else wrote in
   * between.
   */
  boolean replace(Journey next);
}
