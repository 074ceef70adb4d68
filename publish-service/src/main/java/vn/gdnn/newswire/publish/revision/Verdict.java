package vn.gdnn.newswire.publish.revision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an event.
 *
 * @param decision the outcome
 * @param revision the revision to archive first, if there is a new one
 * @param head the head to write then; absent when the event was decided before
 */
public record Verdict(Head.Decision decision, @Nullable Revision revision, @Nullable Head head) {

  /** The head to write, if anything is to be written. */
  public Optional<Head> next() {
    return Optional.ofNullable(head);
  }
}
