package vn.gdnn.newswire.publish.mongo;

import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.RawBsonDocument;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;

/** Every revision in the collection {@code revisions}, each under article, revision and tagging. */
public final class MongoRevisions implements Revisions {

  private static final String REVISIONS = "revisions";
  private static final String REVISION = "revision";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final Store store;
  private final LargeRecords large;
  private final BsonRecords records = new BsonRecords();

  /** Keeps them in that store. */
  public MongoRevisions(Store store) {
    this(store, new LargeRecords());
  }

  MongoRevisions(Store store, LargeRecords large) {
    this.store = store;
    this.large = large;
  }

  @Override
  public Optional<Revision> find(UUID id, int revision, int tagging) {
    return store.find(REVISIONS, key(id, revision, tagging)).map(this::read);
  }

  @Override
  public void save(Revision revision) {
    String key =
        key(
            revision.document().id(),
            revision.document().revision(),
            revision.document().tagging());
    Document document = store.document(key).append(REVISION, records.toBson(revision));
    store.collection(REVISIONS).replaceOne(new Document(Store.ID, key), document, UPSERT);
  }

  /** Several in one read, in the order asked for; one that is not there is left out. */
  <T> List<T> documents(
      List<FeedList.Item> items, Function<vn.gdnn.newswire.publish.document.Document, T> as) {
    List<String> keys =
        items.stream().map(item -> key(item.id(), item.revision(), item.tagging())).toList();
    Map<String, T> found = new HashMap<>();
    store
        .reading(REVISIONS)
        .find(new Document(Store.ID, new Document("$in", keys)))
        .batchSize(LargeRecords.BATCH)
        .forEach(
            stored ->
                found.put(
                    stored.getString(Store.ID).getValue(),
                    large.use(stored, () -> as.apply(read(stored).document()))));
    return keys.stream().filter(found::containsKey).map(found::get).toList();
  }

  private Revision read(RawBsonDocument stored) {
    return records.fromBson(stored, REVISION, Revision.class);
  }

  private static String key(UUID id, int revision, int tagging) {
    return id + "/" + revision + "/" + tagging;
  }
}
