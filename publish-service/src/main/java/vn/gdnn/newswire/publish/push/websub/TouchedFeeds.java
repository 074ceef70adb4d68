package vn.gdnn.newswire.publish.push.websub;

import java.util.List;
import vn.gdnn.newswire.publish.reading.Change;

/** Which feeds a change changed. */
public interface TouchedFeeds {

  /**
   * The paths ({@link vn.gdnn.newswire.publish.reading.FeedKey#path()}) of the feeds that a change
   * changed, those that the article left among them. A feed that only a later change changed may be
   * there too.
   *
   * @throws vn.gdnn.newswire.publish.reading.NewsUnavailable when the store is away
   */
  List<String> by(Change change);
}
