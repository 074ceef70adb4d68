package vn.gdnn.newswire.publish.keeper;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.reading.FeedList;

/**
 * An article in a feed's lists.
 *
 * @param id id of the article
 * @param revision the revision that stands there
 * @param tagging the tagging of it
 * @param published the date readers see
 * @param name the name of the feed's entity in that revision
 * @param gone left out of the bytes: notice ended, or the tag was taken off
 */
public record KeptItem(
    UUID id, int revision, int tagging, Instant published, @Nullable String name, boolean gone) {

  /** The order of a page: newest first, then id descending as text. */
  static final Comparator<KeptItem> PAGE_ORDER =
      Comparator.comparing(KeptItem::published)
          .thenComparing(item -> item.id().toString())
          .reversed();

  FeedList.Item forReaders() {
    return new FeedList.Item(id, revision, tagging, published);
  }
}
