package vn.gdnn.newswire.publish.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;

/**
 * What readers may see. Every method reads the store and throws {@link NewsUnavailable} when it is
 * away; a face that can serve its last good answer does so.
 *
 * <p>Documents are handed over one at a time, to be turned into what a face needs of them: one may
 * name tens of thousands of entities, and a list of such must not stand in memory.
 */
public interface News {

  /** See {@link #newestKnown()}. */
  long NOT_KNOWN = -1;

  /**
   * The article as readers see it now: {@code PUBLISHED}, or {@code WITHDRAWN} with its notice.
   * Empty when they may see nothing.
   *
   * @param as makes of it what is needed; asks for no other article
   */
  <T> Optional<T> article(UUID id, Function<Document, T> as);

  /** The same, as it is. */
  default Optional<Document> article(UUID id) {
    return article(id, Function.identity());
  }

  /** One tagging of a revision that a {@link FeedList} names. */
  Optional<Document> revision(UUID id, int revision, int tagging);

  /**
   * Several of them in one read, in the order asked for; a revision that is gone is left out.
   *
   * @param as makes of each what is needed; called in any order
   */
  <T> List<T> revisions(List<FeedList.Item> items, Function<Document, T> as);

  /** A feed's first page. Empty when no article ever stood in it; the feed of all always exists. */
  Optional<FeedList> feed(FeedKey key);

  /**
   * A page of a feed's archive: a fifty of first appearances, from 1. The last one is being filled
   * and may hold nothing yet. Empty when there is no such page.
   */
  Optional<FeedList> archive(FeedKey key, int number);

  /** An entity that articles name or named. */
  Optional<Entity> entity(Kind kind, String id);

  /**
   * Articles that are published (not withdrawn), newest first.
   *
   * @param as makes of each what is needed; called in order
   */
  <T> List<T> articles(ArticleQuery query, Function<Document, T> as);

  /** The months in which articles are published, the newest first. */
  List<Month> months();

  /** Changes with a number above {@code after}, in order, at most {@code limit}. */
  List<Change> changes(long after, int limit);

  /** The newest changes, the newest first, at most {@code limit}, from 1 to 100. */
  List<Change> newestChanges(int limit);

  /** How far all this has come. What is kept of it for a change is right only if it was settled. */
  Standing standing();

  /**
   * The number of the newest change, 0 before the first. While it stays every feed stays as it is.
   * Cheap enough for every request: what this process wrote counts at once, what another one wrote
   * a moment later.
   */
  long newestNumber();

  /** The same where it is known without asking the store, else {@link #NOT_KNOWN}. Never waits. */
  long newestKnown();

  /** The entities that articles name or named and the registry knows, by kind and id. */
  List<Entity> knownEntities();

  /** Every article that is published, oldest first by {@code published}, then id. */
  void published(Consumer<PublishedArticle> each);
}
