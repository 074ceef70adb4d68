package vn.gdnn.newswire.publish.feed;

/**
 * A format a feed can be served in. Equal feeds give equal bytes: no clock, no language or zone of
 * the machine.
 */
public interface FeedFormat {

  /** The end of the feed's address, without a dot. */
  String suffix();

  /** What readers see as the format's name. */
  String label();

  /** The media type without its charset, as in {@code <link rel="alternate">}. */
  String mediaType();

  /**
   * The feed's bytes in UTF-8, read back once to see that they can be.
   *
   * @throws UnfitFeed when an entry, or the feed, can't be written in this format
   */
  byte[] write(Feed feed);

  /** Something in a feed can't be written in a format. */
  final class UnfitFeed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Keeps what the format's writer said. */
    public UnfitFeed(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }
}
