package vn.gdnn.newswire.publish.mongo;

import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.keeper.KeptNews.NumberedChange;
import vn.gdnn.newswire.publish.readership.ArticleChanges;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;

/**
 * An article's changes, from the collection {@code changes}. Which feeds they touched is what the
 * article named before and after: found from the revisions, as the keeper found it.
 */
public final class MongoArticleChanges implements ArticleChanges {

  /** Where the article's id stands in a change. */
  static final String ARTICLE_ID = MongoKeptNews.CHANGE + ".change.id";

  /** Changes that are no news to who keeps a copy of the text. */
  private static final Set<What> NO_NEWS = EnumSet.of(What.RETAGGED, What.NOTICE_ENDED);

  /** Changes after which readers see no text, and so no names. */
  private static final Set<What> NO_TEXT =
      EnumSet.of(What.WITHDRAWN, What.NOTICE_ENDED, What.ERASED);

  private final Store store;
  private final MongoRevisions revisions;
  private final BsonRecords records = new BsonRecords();

  /** Reads that store. */
  public MongoArticleChanges(Store store) {
    this.store = store;
    this.revisions = new MongoRevisions(store);
  }

  @Override
  public Optional<ArticleChange> last(UUID article) {
    return MongoNews.reading(() -> find(article));
  }

  private Optional<ArticleChange> find(UUID article) {
    NumberedChange last = null;
    try (MongoCursor<RawBsonDocument> newestFirst =
        store
            .reading(MongoKeptNews.CHANGES)
            .find(new Document(ARTICLE_ID, article.toString()))
            .sort(new Document(Store.ID, -1))
            .iterator()) {
      while (newestFirst.hasNext()) {
        NumberedChange next =
            records.fromBson(newestFirst.next(), MongoKeptNews.CHANGE, NumberedChange.class);
        if (last == null) {
          last = NO_NEWS.contains(next.change().what()) ? null : next;
        } else if (!NO_TEXT.contains(next.change().what())) {
          return Optional.of(change(last, next.change()));
        }
      }
    }
    return Optional.ofNullable(last).map(first -> change(first, null));
  }

  /**
   * The change.
   *
   * @param before the one before it that left readers a text, if one did
   */
  private ArticleChange change(NumberedChange last, @Nullable Change before) {
    Change change = last.change();
    List<FeedList.Item> named = new ArrayList<>();
    if (before != null) {
      named.add(item(before));
    }
    if (!NO_TEXT.contains(change.what())) {
      named.add(item(change));
    }
    Set<String> feeds = new TreeSet<>(Set.of(FeedKey.ALL.path()));
    revisions.documents(named, MongoArticleChanges::feeds).forEach(feeds::addAll);
    return new ArticleChange(
        change.id(),
        change.number(),
        last.offset(),
        change.revision(),
        change.what(),
        change.at(),
        feeds);
  }

  private static FeedList.Item item(Change change) {
    return new FeedList.Item(change.id(), change.revision(), change.tagging(), change.at());
  }

  private static List<String> feeds(vn.gdnn.newswire.publish.document.Document document) {
    return document.tags().stream().map(tag -> FeedKey.of(tag.kind(), tag.id()).path()).toList();
  }
}
