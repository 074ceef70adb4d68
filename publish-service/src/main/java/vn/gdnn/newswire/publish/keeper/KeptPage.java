package vn.gdnn.newswire.publish.keeper;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;

/**
 * A full archive page: the n-th fifty of first appearances in a feed. It gains none, and each keeps
 * its slot.
 *
 * @param path the feed's path
 * @param number from 1
 * @param upTo offset of the entry that changed it last
 * @param changedAt when the newest event that changed it was received
 * @param ownDate see {@link KeptFeed}
 * @param items in the order of first appearance
 */
public record KeptPage(
    String path,
    int number,
    long upTo,
    Instant changedAt,
    @Nullable Boolean ownDate,
    List<KeptItem> items) {

  /** Copies the list. */
  public KeptPage {
    items = List.copyOf(items);
  }

  /** What readers get of it. */
  public FeedList forReaders(FeedKey key) {
    return KeptFeed.list(
        key, FeedList.Page.full(number), items, upTo, changedAt, KeptFeed.isYes(ownDate));
  }

  KeptPage with(KeptItem item, long offset, Instant at) {
    return new KeptPage(
        path,
        number,
        offset,
        at.isAfter(changedAt) ? at : changedAt,
        KeptFeed.isLaterSecond(at, changedAt),
        KeptFeed.replaced(items, item));
  }
}
