package vn.gdnn.newswire.publish.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * The collections and their indexes. Guards are unique indexes over exactly the keys of the
 * guarding filter, since the embedded store serves no other filter by index.
 */
public final class Store {

  /** Every write of a head or journey raises this by one. */
  static final String WRITES = "writes";

  /** The offset of the entry that wrote what the keeper keeps. */
  static final String UP_TO = "upTo";

  static final String ID = "_id";

  /** Where those stand who are told of changes. */
  static final String STANDINGS = "standings";

  /** The version of a document; absent in those of version 1. */
  static final String SCHEMA = "schema";

  /**
   * Version of the documents that this build writes. Raise it whenever one of an earlier build has
   * to be rewritten, or must not be written by an earlier build again.
   *
   * <p>1: before documents said so. 2: an article's says beside it when its text changed last.
   */
  static final int VERSION = 2;

  private static final String MARKS = "schema";
  private static final String MARK = "documents";
  private static final String MARKED = "version";

  private final MongoDatabase database;
  private final int version;
  private volatile int found;
  private final AtomicLong changesWritten = new AtomicLong();
  private volatile boolean prepared;

  /** Connects to nothing yet. */
  public Store(MongoDatabase database) {
    this(database, VERSION);
  }

  /** As a build that writes documents of that version. */
  Store(MongoDatabase database, int version) {
    this.database = database;
    this.version = version;
  }

  /**
   * A collection of this name to write to, with its indexes made before first use.
   *
   * @throws DocumentsTooNew when a newer build has written to the store
   */
  MongoCollection<Document> collection(String name) {
    prepare();
    tooNew()
        .ifPresent(
            why -> {
              throw new DocumentsTooNew(why);
            });
    return database.getCollection(name);
  }

  /** The same for reading only: what is read stays bytes until it becomes a record. */
  MongoCollection<RawBsonDocument> reading(String name) {
    prepare();
    return database.getCollection(name).withDocumentClass(RawBsonDocument.class);
  }

  /** A document to fill and to write. */
  Document document(Object id) {
    return new Document(ID, id).append(SCHEMA, version);
  }

  /** One document of a collection. */
  Optional<RawBsonDocument> find(String collection, String id) {
    return Optional.ofNullable(reading(collection).find(new Document(ID, id)).first());
  }

  /**
   * Makes the indexes if that was not done yet.
   *
   * @throws com.mongodb.MongoException when the store is away
   */
  public void prepare() {
    if (prepared) {
      return;
    }
    look();
    if (tooNew().isEmpty()) {
      makeIndexes();
    }
    prepared = true;
  }

  private void makeIndexes() {
    guard("heads", WRITES);
    guard("journeys", WRITES);
    guard(STANDINGS, WRITES);
    guard("followings", WRITES);
    for (String name : new String[] {"articles", "feeds", "entities", "registry"}) {
      guard(name, UP_TO);
    }
    MongoCollection<Document> articles = database.getCollection("articles");
    articles.createIndex(Indexes.descending("status", "published", ID));
    articles.createIndex(
        Indexes.compoundIndex(Indexes.ascending("names"), Indexes.descending("published", ID)));
    articles.createIndex(
        Indexes.compoundIndex(Indexes.ascending("words"), Indexes.descending("published", ID)));
    MongoUnknownNames.indexes().forEach(database.getCollection("entities")::createIndex);
    articles.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
    articles.createIndex(Indexes.ascending(SCHEMA));
    database
        .getCollection("changes")
        .createIndex(Indexes.ascending(MongoArticleChanges.ARTICLE_ID));
  }

  /**
   * Reads which version the store is of, and marks it with this build's if that is newer: older
   * builds write no more once they have looked.
   *
   * @throws com.mongodb.MongoException when the store is away
   */
  void look() {
    MongoCollection<Document> marks = database.getCollection(MARKS);
    Document mine = new Document(ID, MARK).append(MARKED, version);
    while (true) {
      Document mark = marks.find(new Document(ID, MARK)).first();
      int marked = mark == null ? 0 : ((Number) mark.get(MARKED)).intValue();
      if (marked >= version) {
        found = marked;
        return;
      }
      try {
        if (mark == null) {
          marks.insertOne(mine);
        } else {
          marks.replaceOne(new Document(ID, MARK).append(MARKED, mark.get(MARKED)), mine);
        }
      } catch (MongoWriteException e) {
        if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw e;
        }
        // Another instance was faster: what it wrote is read.
      }
    }
  }

  /** Why nothing may be written, a sentence; empty when a newer build has never written there. */
  Optional<String> tooNew() {
    return found <= version
        ? Optional.empty()
        : Optional.of(
            ("The store holds documents of version %d, this publish-service writes version %d: it"
                    + " serves what is there and writes nothing. Start the newer release in its"
                    + " place.")
                .formatted(found, version));
  }

  /** Asks the store for a sign of life. */
  public void ping() {
    database.runCommand(new Document("ping", 1));
  }

  /** Notes that this process wrote a change: who knows the newest one has to look again. */
  void changeWritten() {
    changesWritten.incrementAndGet();
  }

  /** How many changes this process wrote. */
  long changesWritten() {
    return changesWritten.get();
  }

  private void guard(String collection, String key) {
    database
        .getCollection(collection)
        .createIndex(Indexes.ascending(ID, key), new IndexOptions().unique(true));
  }
}
