package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;
import static vn.gdnn.newswire.publish.mongo.Store.UP_TO;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.document.Document.Status;
import vn.gdnn.newswire.publish.keeper.Due;
import vn.gdnn.newswire.publish.keeper.KeptArticle;
import vn.gdnn.newswire.publish.keeper.KeptEntity;
import vn.gdnn.newswire.publish.keeper.KeptFeed;
import vn.gdnn.newswire.publish.keeper.KeptMonths;
import vn.gdnn.newswire.publish.keeper.KeptNews;
import vn.gdnn.newswire.publish.keeper.KeptPage;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.Month;

/**
 * What the keeper keeps, in the collections {@code articles}, {@code feeds}, {@code entities} and
 * {@code changes}. An article's document carries beside it what lists and searches ask for: its
 * status and date, the entities it names and its folded words.
 */
public final class MongoKeptNews implements KeptNews {

  static final String ARTICLES = "articles";
  static final String FEEDS = "feeds";
  static final String ENTITIES = "entities";
  static final String CHANGES = "changes";
  static final String ARTICLE = "article";
  static final String FEED = "feed";
  static final String PAGE = "page";
  static final String ENTITY = "entity";
  static final String CHANGE = "change";

  /** Id and field of the one list of months; no feed's path is like it. */
  static final String MONTHS = "months";

  private static final long NONE = -1;

  private final Store store;
  private final GuardedDocuments articles;
  private final GuardedDocuments feeds;
  private final GuardedDocuments entities;
  private final BsonRecords records = new BsonRecords();
  private @Nullable NumberedChange last;

  /** Keeps them in that store. */
  public MongoKeptNews(Store store) {
    this.store = store;
    this.articles = new GuardedDocuments(store, ARTICLES, UP_TO);
    this.feeds = new GuardedDocuments(store, FEEDS, UP_TO);
    this.entities = new GuardedDocuments(store, ENTITIES, UP_TO);
  }

  @Override
  public Optional<KeptArticle> article(UUID id) {
    return articles.find(id.toString()).map(this::readArticle);
  }

  @Override
  public Map<String, KeptFeed> feeds(Collection<FeedKey> keys) {
    Map<String, KeptFeed> found = new HashMap<>();
    feeds
        .find(keys.stream().map(FeedKey::path).toList())
        .forEach((path, stored) -> found.put(path, records.fromBson(stored, FEED, KeptFeed.class)));
    return found;
  }

  @Override
  public Optional<KeptPage> page(String path, int number) {
    return store
        .find(FEEDS, pageId(path, number))
        .map(stored -> records.fromBson(stored, PAGE, KeptPage.class));
  }

  @Override
  public Map<String, KeptEntity> entities(Collection<FeedKey> keys) {
    Map<String, KeptEntity> found = new HashMap<>();
    entities
        .find(keys.stream().map(FeedKey::path).toList())
        .forEach(
            (path, stored) -> found.put(path, records.fromBson(stored, ENTITY, KeptEntity.class)));
    return found;
  }

  /**
   * A store that was filled before months were kept has no such list yet: they are counted until
   * the next article that changes one.
   */
  @Override
  public KeptMonths months() {
    return store
        .find(FEEDS, MONTHS)
        .map(stored -> records.fromBson(stored, MONTHS, KeptMonths.class))
        .orElseGet(this::countMonths);
  }

  private KeptMonths countMonths() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    store
        .reading(ARTICLES)
        .find(new Document("status", Status.PUBLISHED.wire()))
        .projection(new Document("published", 1).append(ID, 0))
        .forEach(
            stored ->
                counts.merge(
                    Month.of(Instant.ofEpochMilli(stored.getDateTime("published").getValue()))
                        .toString(),
                    1,
                    Integer::sum));
    return new KeptMonths(NONE, counts);
  }

  @Override
  public boolean saveLists(List<Replacement> lists) {
    Map<GuardedDocuments, List<WriteModel<Document>>> writes = new LinkedHashMap<>();
    for (Replacement replacement : lists) {
      GuardedDocuments documents = replacement.list() instanceof KeptEntity ? entities : feeds;
      writes
          .computeIfAbsent(documents, its -> new ArrayList<>())
          .add(documents.write(listDocument(replacement.list()), replacement.asRead(), NONE));
    }
    return writes.entrySet().stream().allMatch(bulk -> bulk.getKey().writeAll(bulk.getValue()));
  }

  @Override
  public boolean saveArticle(KeptArticle article, long asRead) {
    return articles.replace(articleDocument(article), asRead, NONE);
  }

  @Override
  public synchronized Optional<NumberedChange> lastChange() {
    if (last == null) {
      RawBsonDocument stored =
          store.reading(CHANGES).find().sort(new Document(ID, -1)).limit(1).first();
      last = stored == null ? null : records.fromBson(stored, CHANGE, NumberedChange.class);
    }
    return Optional.ofNullable(last);
  }

  @Override
  public synchronized boolean add(NumberedChange change) {
    last = null;
    try {
      store
          .collection(CHANGES)
          .insertOne(
              store.document(change.change().number()).append(CHANGE, records.toBson(change)));
      last = change;
      store.changeWritten();
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public List<Due> waiting() {
    List<Due> found = new ArrayList<>();
    store
        .reading(ARTICLES)
        .find(new Document("due", new Document("$exists", true)))
        .batchSize(LargeRecords.BATCH)
        .forEach(stored -> Due.of(readArticle(stored)).ifPresent(found::add));
    return found;
  }

  KeptEntity readEntity(RawBsonDocument stored) {
    return records.fromBson(stored, ENTITY, KeptEntity.class);
  }

  NumberedChange readNumbered(RawBsonDocument stored) {
    return records.fromBson(stored, CHANGE, NumberedChange.class);
  }

  Change readChange(RawBsonDocument stored) {
    return readNumbered(stored).change();
  }

  KeptArticle readArticle(RawBsonDocument stored) {
    return records.fromBson(stored, ARTICLE, KeptArticle.class);
  }

  private Document listDocument(Record list) {
    if (list instanceof KeptFeed feed) {
      return store
          .document(feed.path())
          .append(UP_TO, feed.upTo())
          .append(FEED, records.toBson(feed));
    }
    if (list instanceof KeptPage page) {
      return store
          .document(pageId(page.path(), page.number()))
          .append(UP_TO, page.upTo())
          .append(PAGE, records.toBson(page));
    }
    if (list instanceof KeptMonths months) {
      return store
          .document(MONTHS)
          .append(UP_TO, months.upTo())
          .append(MONTHS, records.toBson(months));
    }
    KeptEntity entity = (KeptEntity) list;
    return store
        .document(FeedKey.of(entity.kind(), entity.id()).path())
        .append(UP_TO, entity.upTo())
        .append(ENTITY, records.toBson(entity));
  }

  /** An article's document as it would be written now. */
  Document rebuilt(RawBsonDocument stored) {
    return articleDocument(readArticle(stored));
  }

  private Document articleDocument(KeptArticle article) {
    Document document = store.document(article.id().toString()).append(UP_TO, article.upTo());
    var shown = article.shown();
    if (shown != null && shown.status() == Status.PUBLISHED) {
      TreeSet<String> names = new TreeSet<>();
      shown.tags().forEach(tag -> names.add(FeedKey.of(tag.kind(), tag.id()).path()));
      document
          .append("status", shown.status().wire())
          .append("published", Date.from(shown.published()))
          .append("updated", Date.from(shown.updatedAt()))
          .append("names", List.copyOf(names))
          .append("words", FoldedWords.of(shown.title() + "\n" + shown.body()));
    }
    if (article.waiting() != null) {
      document.append("due", Date.from(article.waiting().until()));
    } else if (article.noticeUntil() != null) {
      document.append("due", Date.from(article.noticeUntil()));
    }
    return document.append(ARTICLE, records.toBson(article));
  }

  private static String pageId(String path, int number) {
    return path + "/archive/" + number;
  }
}
