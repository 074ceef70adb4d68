package vn.gdnn.newswire.publish.readership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a feed on its way to a reader.
 *
 * @param number the feed's number then, see {@link
 *     vn.gdnn.newswire.publish.feed.FeedRevision#number()}
 * @param revision what names its bytes
 * @param at the earliest sign that the reader has it: it was handed over whole, or the reader named
 *     it
 * @param heldAt when the reader first named it as what it has: the proof that it arrived
 */
public record Step(long number, String revision, Instant at, @Nullable Instant heldAt) {

  static Step sent(long number, String revision, Instant at) {
    return new Step(number, revision, at, null);
  }

  static Step held(long number, String revision, Instant at) {
    return new Step(number, revision, at, at);
  }

  boolean isConfirmed() {
    return heldAt != null;
  }

  /** What both say. In whatever order and however often, the same comes out. */
  Step and(Step other) {
    return new Step(
        number,
        revision.compareTo(other.revision) <= 0 ? revision : other.revision,
        earlier(at, other.at),
        heldAt == null
            ? other.heldAt
            : other.heldAt == null ? heldAt : earlier(heldAt, other.heldAt));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
