package vn.gdnn.newswire.publish.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.web.Asked;
import vn.gdnn.newswire.publish.web.ReadyAnswers;
import vn.gdnn.newswire.publish.web.Representation;

/** Feeds that are known not to have changed since they were made. */
@Component
class ReadyFeeds implements ReadyAnswers {

  private static final String PREFIX = "/feeds/";

  private final Feeds feeds;
  private final List<FeedReaders> readers;

  ReadyFeeds(Feeds feeds, ObjectProvider<FeedReaders> readers) {
    this.feeds = feeds;
    this.readers = readers.orderedStream().toList();
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public @Nullable Representation at(String path, Asked asked) {
    String address = path.substring(PREFIX.length());
    Representation now = feeds.ready(address);
    if (now != null) {
      for (FeedReaders one : readers) {
        one.asked(address, now, asked);
      }
    }
    return now;
  }
}
