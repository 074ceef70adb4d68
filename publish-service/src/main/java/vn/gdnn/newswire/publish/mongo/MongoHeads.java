package vn.gdnn.newswire.publish.mongo;

import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import vn.gdnn.newswire.publish.revision.Head;
import vn.gdnn.newswire.publish.revision.Heads;

/** Heads in the collection {@code heads}. */
public final class MongoHeads implements Heads {

  private static final String HEAD = "head";

  private final Store store;
  private final GuardedDocuments documents;
  private final BsonRecords records = new BsonRecords();

  /** Keeps them in that store. */
  public MongoHeads(Store store) {
    this.store = store;
    this.documents = new GuardedDocuments(store, "heads", Store.WRITES);
  }

  @Override
  public Optional<Head> find(UUID id) {
    return documents.find(id.toString()).map(stored -> records.fromBson(stored, HEAD, Head.class));
  }

  @Override
  public boolean replace(Head next) {
    Document document =
        store
            .document(next.id().toString())
            .append(Store.WRITES, next.writes())
            .append(HEAD, records.toBson(next));
    return documents.replace(document, next.writes() - 1, 0);
  }
}
