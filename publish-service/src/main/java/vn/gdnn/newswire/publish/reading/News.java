package vn.gdnn.newswire.publish.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;

/**
 * What readers may see. Every method reads the store and throws {@link NewsUnavailable} when it is
 * away; a face that can serve its last good answer does so.
 */
public interface News {

  /**
   * The article as readers see it now: {@code PUBLISHED}, or {@code WITHDRAWN} with its notice.
   * Empty when they may see nothing.
   */
  Optional<Document> article(UUID id);

  /** One tagging of a revision that a {@link FeedList} names. */
  Optional<Document> revision(UUID id, int revision, int tagging);

  /** Several of them in one read, in the order asked for; a revision that is gone is left out. */
  List<Document> revisions(List<FeedList.Item> items);

  /** A feed's first page. Empty when no article ever stood in it; the feed of all always exists. */
  Optional<FeedList> feed(FeedKey key);

  /** An entity that articles name or named. */
  Optional<Entity> entity(Kind kind, String id);

  /** Articles that are published (not withdrawn). */
  List<Document> articles(ArticleQuery query);

  /** Changes with a number above {@code after}, in order, at most {@code limit}. */
  List<Change> changes(long after, int limit);
}
