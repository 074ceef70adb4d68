package vn.gdnn.newswire.publish.readership;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.publish.feed.FeedRevision;

/** The changes that readers are to learn of. */
public interface ArticleChanges {

  /**
   * The last time that an article's text appeared, changed, went or came back; empty when readers
   * never saw it. Other tags, and a notice that ended, are no news to who keeps a copy.
   */
  Optional<ArticleChange> last(UUID article);

  /**
   * Such a change.
   *
   * @param article id of the article
   * @param number its number among all changes
   * @param offset the offset of its entry, which feeds count by
   * @param revision the revision it brought
   * @param what what changed
   * @param at when the event was received
   * @param feeds paths of the feeds that it stands in since, or stood in until then
   */
  record ArticleChange(
      UUID article,
      long number,
      long offset,
      int revision,
      Entry.What what,
      Instant at,
      Set<String> feeds) {

    /** Copies the set. */
    public ArticleChange {
      feeds = Set.copyOf(feeds);
    }

    /** Whether it stands in this feed. */
    public boolean isIn(String feed) {
      return feeds.contains(feed) || feed.equals(FeedRevision.CHANGES);
    }

    /** The number that a feed has from then on. */
    public long numberIn(String feed) {
      return feed.equals(FeedRevision.CHANGES) ? number : offset;
    }
  }
}
