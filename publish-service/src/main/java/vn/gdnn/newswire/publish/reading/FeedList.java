package vn.gdnn.newswire.publish.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a feed as a list. A feed's bytes are a pure function of this list and the
 * revisions it names.
 *
 * @param key which feed
 * @param name the entity's name in the feed's newest entry; absent for the feed of all
 * @param upTo number of the entry that changed it last: the same number, the same bytes
 * @param changedAt when the event of that entry was received: the feed's Last-Modified
 * @param items newest first by {@code published}, then id descending; at most 149
 */
public record FeedList(
    FeedKey key, @Nullable String name, long upTo, Instant changedAt, List<Item> items) {

  /** Copies the list. */
  public FeedList {
    items = List.copyOf(items);
  }

  /**
   * A revision that stands in a feed.
   *
   * @param id id of the article
   * @param revision which revision
   * @param tagging which tagging of it
   * @param published the date readers see; never changes but by a correction's publishedAt
   */
  public record Item(UUID id, int revision, int tagging, Instant published) {}
}
