package vn.gdnn.newswire.publish.feed;

import vn.gdnn.newswire.publish.web.Asked;
import vn.gdnn.newswire.publish.web.Representation;

/**
 * Is told of each request for a feed that is answered with its bytes or 304, whichever way it was
 * answered. Told on the thread that answers, which may be the one that reads all connections: it
 * must not wait, and costs every reader what it costs.
 */
public interface FeedReaders {

  /**
   * A reader asked.
   *
   * @param address the feed's address after {@code /feeds/}: {@code all.rss}
   * @param now what the feed is now
   * @param asked names the reader and what it holds
   */
  void asked(String address, Representation now, Asked asked);
}
