package vn.gdnn.newswire.publish.mongo;

import java.util.Optional;
import org.bson.Document;
import vn.gdnn.newswire.publish.push.Standing;
import vn.gdnn.newswire.publish.push.Standings;

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
    return MongoNews.reading(
        () -> documents.find(id).map(stored -> records.fromBson(stored, STANDING, Standing.class)));
  }

  @Override
  public boolean replace(Standing next) {
    Document document =
        new Document(Store.ID, next.id())
            .append(Store.WRITES, next.writes())
            .append(STANDING, records.toBson(next));
    return MongoNews.reading(() -> documents.replace(document, next.writes() - 1, 0));
  }
}
