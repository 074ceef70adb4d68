package vn.gdnn.newswire.publish.mongo;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Brings documents that an earlier build wrote into today's shape, few at a time. Each is replaced
 * only where it stands as it was read, so neither the keeper nor another instance that migrates is
 * written over; what is done says so itself, so a pass that was stopped is gone on with by the
 * next.
 *
 * <p>Only articles have changed their shape so far: version 2 says beside an article when its text
 * changed last, for the sitemap.
 */
final class Migration {

  private static final int AT_ONCE = 20;

  /** The version that changed the shape of articles last. */
  private static final int ARTICLES_SINCE = 2;

  private final Store store;
  private final MongoKeptNews kept;
  private final LargeRecords large = new LargeRecords();

  Migration(Store store) {
    this.store = store;
    this.kept = new MongoKeptNews(store);
  }

  /**
   * Goes once through what is older.
   *
   * @return how many documents were rewritten; what somebody else wrote meanwhile is not counted
   */
  int pass() {
    return pass(Integer.MAX_VALUE);
  }

  /** Goes through so many at most. */
  int pass(int most) {
    int rewritten = 0;
    List<String> ids = new ArrayList<>();
    for (RawBsonDocument stored :
        store
            .reading(MongoKeptNews.ARTICLES)
            .find(olderThan(ARTICLES_SINCE))
            .limit(most)
            .projection(Projections.include(Store.ID))) {
      ids.add(stored.getString(Store.ID).getValue());
      if (ids.size() == AT_ONCE) {
        rewritten += rewrite(ids);
        ids.clear();
      }
    }
    return ids.isEmpty() ? rewritten : rewritten + rewrite(ids);
  }

  private int rewrite(List<String> ids) {
    int rewritten = 0;
    List<ReplaceOneModel<Document>> models = new ArrayList<>();
    for (RawBsonDocument stored :
        store
            .reading(MongoKeptNews.ARTICLES)
            .find(Filters.in(Store.ID, ids))
            .batchSize(LargeRecords.BATCH)) {
      if (isOlder(stored)) {
        models.add(large.use(stored, () -> model(stored)));
        if (BsonRecords.isZipped(stored)) {
          rewritten += write(models);
          models.clear();
        }
      }
    }
    return models.isEmpty() ? rewritten : rewritten + write(models);
  }

  private ReplaceOneModel<Document> model(RawBsonDocument stored) {
    Document next = kept.rebuilt(stored);
    Document asRead =
        new Document(Store.ID, next.get(Store.ID)).append(Store.UP_TO, next.get(Store.UP_TO));
    return new ReplaceOneModel<>(asRead, next);
  }

  private int write(List<ReplaceOneModel<Document>> models) {
    BulkWriteResult result = store.collection(MongoKeptNews.ARTICLES).bulkWrite(models);
    return result.getMatchedCount();
  }

  private static boolean isOlder(RawBsonDocument stored) {
    return !stored.containsKey(Store.SCHEMA)
        || stored.getNumber(Store.SCHEMA).intValue() < ARTICLES_SINCE;
  }

  private static Bson olderThan(int version) {
    return Filters.or(Filters.exists(Store.SCHEMA, false), Filters.lt(Store.SCHEMA, version));
  }
}
