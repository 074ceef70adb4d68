package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Documents that are replaced only where they stand as they were read: the filter is exactly the
 * unique index over {@code _id} and the guard.
 */
final class GuardedDocuments {

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

  Document filter(Document next, long asRead) {
    return new Document(ID, next.get(ID)).append(guard, asRead);
  }
}
