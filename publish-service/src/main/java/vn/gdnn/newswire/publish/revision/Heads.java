package vn.gdnn.newswire.publish.revision;

import java.util.Optional;
import java.util.UUID;

/** The heads of all articles. */
public interface Heads {

  /** The head of an article, if anything is known of it. */
  Optional<Head> find(UUID id);

  /**
   * Replaces the head that was read, or adds the first one, in one guarded write.
   *
   * @return false when somebody else wrote in between; nothing has changed then
   */
  boolean replace(Head next);
}
