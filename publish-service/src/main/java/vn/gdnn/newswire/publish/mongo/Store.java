package vn.gdnn.newswire.publish.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Optional;
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

  private final MongoDatabase database;
  private volatile boolean prepared;

  /** Connects to nothing yet. */
  public Store(MongoDatabase database) {
    this.database = database;
  }

  /** A collection of this name, with its indexes made before first use. */
  MongoCollection<Document> collection(String name) {
    prepare();
    return database.getCollection(name);
  }

  /** The same for reading: what is read stays bytes until it becomes a record. */
  MongoCollection<RawBsonDocument> reading(String name) {
    return collection(name).withDocumentClass(RawBsonDocument.class);
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
    guard("heads", WRITES);
    guard("journeys", WRITES);
    guard(STANDINGS, WRITES);
    for (String name : new String[] {"articles", "feeds", "entities"}) {
      guard(name, UP_TO);
    }
    MongoCollection<Document> articles = database.getCollection("articles");
    articles.createIndex(Indexes.descending("status", "published", ID));
    articles.createIndex(
        Indexes.compoundIndex(Indexes.ascending("names"), Indexes.descending("published", ID)));
    articles.createIndex(
        Indexes.compoundIndex(Indexes.ascending("words"), Indexes.descending("published", ID)));
    database.getCollection("entities").createIndex(Indexes.ascending("entity.known"));
    articles.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
    prepared = true;
  }

  /** Asks the store for a sign of life. */
  public void ping() {
    database.runCommand(new Document("ping", 1));
  }

  private void guard(String collection, String key) {
    database
        .getCollection(collection)
        .createIndex(Indexes.ascending(ID, key), new IndexOptions().unique(true));
  }
}
