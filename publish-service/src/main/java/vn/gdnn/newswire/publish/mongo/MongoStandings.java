package vn.gdnn.newswire.publish.mongo;

import com.mongodb.MongoException;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import vn.gdnn.newswire.publish.push.Standing;
import vn.gdnn.newswire.publish.push.Standings;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/** Where those who are told of changes stand, in the collection {@code standings}. */
public final class MongoStandings implements Standings {

  private static final String STANDING = "standing";

  private final GuardedDocuments documents;
  private final BsonRecords records = new BsonRecords();

  /** Keeps them in that store. */
  public MongoStandings(Store store) {
    this.documents = new GuardedDocuments(store, Store.STANDINGS, Store.WRITES);
  }

  @Override
  public Optional<Standing> find(String id) {
    return reading(
        () -> documents.find(id).map(stored -> records.fromBson(stored, STANDING, Standing.class)));
  }

  @Override
  public boolean replace(Standing next) {
    Document document =
        new Document(Store.ID, next.id())
            .append(Store.WRITES, next.writes())
            .append(STANDING, records.toBson(next));
    return reading(() -> documents.replace(document, next.writes() - 1, 0));
  }

  private static <T> T reading(Supplier<T> access) {
    try {
      return access.get();
    } catch (MongoException e) {
      throw new NewsUnavailable(e);
    }
  }
}
