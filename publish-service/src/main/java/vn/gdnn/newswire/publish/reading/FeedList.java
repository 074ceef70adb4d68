package vn.gdnn.newswire.publish.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a feed, or a page of its archive, as a list. A page's bytes are a pure function
 * of this list and the revisions it names.
 *
 * @param key which feed
 * @param page which page of it
 * @param name the entity's name in the feed's newest entry; absent for the feed of all
 * @param upTo number of the entry that changed it last: the same number and page, the same bytes
 * @param changedAt when the newest event that changed it was received: its Last-Modified
 * @param ownDate whether it never stood otherwise with a {@code changedAt} of the same second
 * @param items newest first by {@code published}, then id descending; at most 149, in the archive
 *     50
 */
public record FeedList(
    FeedKey key,
    Page page,
    @Nullable String name,
    long upTo,
    Instant changedAt,
    boolean ownDate,
    List<Item> items) {

  /** Copies the list. */
  public FeedList {
    items = List.copyOf(items);
  }

  /**
   * A page and its neighbours in the archive.
   *
   * @param number from 1 in the archive, oldest first; 0 for the first page
   * @param older number of the archive page before it that is full; 0 when there is none
   * @param newer number of the archive page after it; 0 when there is none
   */
  public record Page(int number, int older, int newer) {

    /** The first page, when the archive has so many. */
    public static Page first(int archivePages) {
      return new Page(0, archivePages, 0);
    }

    /** A page of the archive that is full. There is always one after it. */
    public static Page full(int number) {
      return new Page(number, number - 1, number + 1);
    }

    /** The page of the archive that is being filled. */
    public static Page open(int number) {
      return new Page(number, number - 1, 0);
    }
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
