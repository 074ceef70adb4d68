package vn.gdnn.newswire.publish.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.web.Asked;
import vn.gdnn.newswire.publish.web.Hubs;
import vn.gdnn.newswire.publish.web.ReadyAnswers;
import vn.gdnn.newswire.publish.web.Representation;

/** Feeds that are known not to have changed since they were made. */
@Component
class ReadyFeeds implements ReadyAnswers {

  private static final String PREFIX = "/feeds/";

  private final Feeds feeds;
  private final Hubs hubs;
  private final List<FeedReaders> readers;

  ReadyFeeds(Feeds feeds, ObjectProvider<FeedReaders> readers, Hubs hubs) {
    this.feeds = feeds;
    this.hubs = hubs;
    this.readers = readers.orderedStream().toList();
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public @Nullable Ready at(String path, Asked asked) {
    if (!hubs.addresses().isEmpty()) {
      // Answered in the usual way, which names the hubs in a header.
      return null;
    }
    Feeds.Served served = feeds.ready(path.substring(PREFIX.length()));
    return served == null || !admitted(asked) ? null : new ReadyFeed(served, readers);
  }

  /** Who is refused is refused in the usual way. */
  private boolean admitted(Asked asked) {
    try {
      for (FeedReaders one : readers) {
        one.admit(asked);
      }
      return true;
    } catch (Problem.Refused e) {
      return false;
    }
  }

  private record ReadyFeed(Feeds.Served served, List<FeedReaders> readers) implements Ready {

    @Override
    public Representation representation() {
      return served.representation();
    }

    @Override
    public void answered(Asked asked, int status) {
      for (FeedReaders one : readers) {
        one.answered(served.revision(), asked, status);
      }
    }
  }
}
