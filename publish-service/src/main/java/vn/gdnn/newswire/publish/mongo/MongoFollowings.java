package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;
import static vn.gdnn.newswire.publish.mongo.Store.WRITES;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import vn.gdnn.newswire.publish.readership.Following;
import vn.gdnn.newswire.publish.readership.Followings;

/** Who follows what, in the collection {@code followings}. */
public final class MongoFollowings implements Followings {

  private static final String FOLLOWINGS = "followings";
  private static final String FOLLOWING = "following";
  private static final String SEEN = "seen";
  private static final String AGAIN = "again";

  private final Store store;
  private final GuardedDocuments documents;
  private final BsonRecords records = new BsonRecords();

  /** Keeps them in that store. */
  public MongoFollowings(Store store) {
    this.store = store;
    this.documents = new GuardedDocuments(store, FOLLOWINGS, WRITES);
  }

  @Override
  public Map<Following.Key, Kept> find(Collection<Following.Key> keys) {
    Map<Following.Key, Kept> found = new HashMap<>();
    documents
        .find(keys.stream().map(Following.Key::id).toList())
        .forEach(
            (id, stored) -> {
              Following following = read(stored);
              found.put(following.key(), new Kept(following, stored.getNumber(WRITES).longValue()));
            });
    return found;
  }

  @Override
  public boolean save(List<Kept> changed) {
    return documents.writeAll(changed.stream().map(this::write).toList());
  }

  private WriteModel<Document> write(Kept kept) {
    Following following = kept.following();
    Document document =
        new Document(ID, following.key().id())
            .append(WRITES, kept.writes() + 1)
            .append(SEEN, Date.from(following.lastSeen()))
            .append(AGAIN, following.cameAgain())
            .append(FOLLOWING, records.toBson(following));
    return documents.write(document, kept.writes(), 0);
  }

  @Override
  public void each(Consumer<Following> use) {
    MongoNews.reading(
        () -> {
          store.reading(FOLLOWINGS).find().forEach(stored -> use.accept(read(stored)));
          return use;
        });
  }

  @Override
  public long count() {
    return store.collection(FOLLOWINGS).countDocuments();
  }

  @Override
  public Dropped drop(Instant notSeenSince, int most) {
    List<Seen> all = new ArrayList<>();
    store
        .reading(FOLLOWINGS)
        .find()
        .projection(Projections.include(SEEN, AGAIN))
        .forEach(stored -> all.add(Seen.of(stored)));
    List<Seen> old = all.stream().filter(one -> one.at().isBefore(notSeenSince)).toList();
    all.removeIf(one -> one.at().isBefore(notSeenSince));
    all.sort(Comparator.comparing(Seen::again).thenComparing(Seen::at));
    List<Seen> tooMany = all.subList(0, Math.max(0, all.size() - most));
    return new Dropped(delete(old), delete(tooMany));
  }

  private int delete(List<Seen> some) {
    int deleted = 0;
    for (int from = 0; from < some.size(); from += BATCH) {
      List<String> ids =
          some.subList(from, Math.min(some.size(), from + BATCH)).stream().map(Seen::id).toList();
      deleted +=
          (int)
              store
                  .collection(FOLLOWINGS)
                  .deleteMany(new Document(ID, new Document("$in", ids)))
                  .getDeletedCount();
    }
    return deleted;
  }

  private Following read(RawBsonDocument stored) {
    return records.fromBson(stored, FOLLOWING, Following.class);
  }

  private record Seen(String id, boolean again, Instant at) {

    static Seen of(RawBsonDocument stored) {
      return new Seen(
          stored.getString(ID).getValue(),
          stored.getBoolean(AGAIN).getValue(),
          Instant.ofEpochMilli(stored.getDateTime(SEEN).getValue()));
    }
  }
}
