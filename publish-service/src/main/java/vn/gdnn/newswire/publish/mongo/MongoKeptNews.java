package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;
import static vn.gdnn.newswire.publish.mongo.Store.UP_TO;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
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

  /**
   * Writes in one command. FerretDB 1.x keeps a connection for each update of a command until its
   * end, has 100, and waits for ever for the next.
   */
  private static final int BULK = 50;

  private static final long NONE = -1;

  private final Store store;
  private final GuardedDocuments articles;
  private final BsonRecords records = new BsonRecords();
  private @Nullable NumberedChange last;

  /** Keeps them in that store. */
  public MongoKeptNews(Store store) {
    this.store = store;
    this.articles = new GuardedDocuments(store, ARTICLES, UP_TO);
  }

  @Override
  public Optional<KeptArticle> article(UUID id) {
    return articles.find(id.toString()).map(this::readArticle);
  }

  @Override
  public Map<String, KeptFeed> feeds(Collection<FeedKey> keys) {
    Map<String, KeptFeed> found = new HashMap<>();
    find(FEEDS, keys.stream().map(FeedKey::path).toList())
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
    find(ENTITIES, keys.stream().map(FeedKey::path).toList())
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
    Map<String, List<WriteModel<Document>>> byCollection = new LinkedHashMap<>();
    for (Replacement replacement : lists) {
      String collection = replacement.list() instanceof KeptEntity ? ENTITIES : FEEDS;
      byCollection
          .computeIfAbsent(collection, name -> new ArrayList<>())
          .add(model(listDocument(replacement.list()), replacement.asRead()));
    }
    return byCollection.entrySet().stream()
        .allMatch(bulk -> writeAll(bulk.getKey(), bulk.getValue()));
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

  private Map<String, RawBsonDocument> find(String collection, List<String> ids) {
    Map<String, RawBsonDocument> found = new HashMap<>();
    store
        .reading(collection)
        .find(new Document(ID, new Document("$in", ids)))
        .forEach(stored -> found.put(stored.getString(ID).getValue(), stored));
    return found;
  }

  private static WriteModel<Document> model(Document document, long asRead) {
    return asRead == NONE
        ? new InsertOneModel<>(document)
        : new ReplaceOneModel<>(new Document(ID, document.get(ID)).append(UP_TO, asRead), document);
  }

  private boolean writeAll(String collection, List<WriteModel<Document>> models) {
    for (int from = 0; from < models.size(); from += BULK) {
      if (!write(collection, models.subList(from, Math.min(from + BULK, models.size())))) {
        return false;
      }
    }
    return true;
  }

  private boolean write(String collection, List<WriteModel<Document>> models) {
    try {
      BulkWriteResult result = store.collection(collection).bulkWrite(models);
      return result.getInsertedCount() + result.getMatchedCount() == models.size();
    } catch (MongoBulkWriteException e) {
      boolean duplicate =
          e.getWriteErrors().stream()
              .anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
      if (duplicate) {
        return false;
      }
      throw e;
    }
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
