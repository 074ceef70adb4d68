package vn.gdnn.newswire.publish.feed;

/**
 * One revision of a feed's page in one format.
 *
 * @param path the feed's path; {@code changes} for the feed of changes
 * @param page the page of its archive; 0 for the first page
 * @param format the format's suffix
 * @param number what brought it there: the offset of the entry that changed the list last; in the
 *     feed of changes the newest change's number
 * @param name what names its bytes: the part that all their ETags begin with
 */
public record FeedRevision(String path, int page, String format, long number, String name) {

  /** The path of the feed of changes. */
  public static final String CHANGES = "changes";

  /** The feed's address after {@code /feeds/}: {@code all.rss}. */
  public String address() {
    return path + (page == 0 ? "" : "/archive/" + page) + "." + format;
  }
}
