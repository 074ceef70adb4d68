package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Documents that are replaced only where they stand as they were read: the filter is exactly the
 * unique index over {@code _id} and the guard.
 */
final class GuardedDocuments {

  /**
   * Writes in one command. FerretDB 1.x keeps a connection for each update of a command until its
   * end, has 100, and waits for ever for the next.
   */
  private static final int BULK = 50;

  private final Store store;
  private final String name;
  private final String guard;

  GuardedDocuments(Store store, String name, String guard) {
    this.store = store;
    this.name = name;
    this.guard = guard;
  }

  MongoCollection<Document> collection() {
    return store.collection(name);
  }

  Optional<RawBsonDocument> find(String id) {
    return store.find(name, id);
  }

  /**
   * Replaces the document whose guard had this value, or inserts the first one where that is {@code
   * none}.
   *
   * @return false when the document stands otherwise by now
   */
  boolean replace(Document next, long asRead, long none) {
    if (asRead != none) {
      return collection().replaceOne(filter(next, asRead), next).getMatchedCount() == 1;
    }
    try {
      collection().insertOne(next);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Those that there are of some ids. */
  Map<String, RawBsonDocument> find(Collection<String> ids) {
    Map<String, RawBsonDocument> found = new HashMap<>();
    store
        .reading(name)
        .find(new Document(ID, new Document("$in", List.copyOf(ids))))
        .forEach(stored -> found.put(stored.getString(ID).getValue(), stored));
    return found;
  }

  /** The write that {@link #replace} makes, to be made with others. */
  WriteModel<Document> write(Document next, long asRead, long none) {
    return asRead == none
        ? new InsertOneModel<>(next)
        : new ReplaceOneModel<>(filter(next, asRead), next);
  }

  /**
   * Makes several writes in their order, some in a command; no command follows one in which a
   * document stood otherwise.
   *
   * @return false when one of the documents stands otherwise by now
   */
  boolean writeAll(List<WriteModel<Document>> writes) {
    for (int from = 0; from < writes.size(); from += BULK) {
      if (!writeSome(writes.subList(from, Math.min(from + BULK, writes.size())))) {
        return false;
      }
    }
    return true;
  }

  private boolean writeSome(List<WriteModel<Document>> writes) {
    try {
      BulkWriteResult result = collection().bulkWrite(writes);
      return result.getInsertedCount() + result.getMatchedCount() == writes.size();
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

  Document filter(Document next, long asRead) {
    return new Document(ID, next.get(ID)).append(guard, asRead);
  }
}
