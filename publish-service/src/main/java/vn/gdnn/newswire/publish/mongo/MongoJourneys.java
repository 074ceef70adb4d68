package vn.gdnn.newswire.publish.mongo;

import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import vn.gdnn.newswire.publish.journey.Journey;
import vn.gdnn.newswire.publish.journey.Journeys;

/** Journeys in the collection {@code journeys}. */
public final class MongoJourneys implements Journeys {

  private static final String JOURNEY = "journey";

  private final Store store;
  private final GuardedDocuments documents;
  private final BsonRecords records = new BsonRecords();

  /** Keeps them in that store. */
  public MongoJourneys(Store store) {
    this.store = store;
    this.documents = new GuardedDocuments(store, "journeys", Store.WRITES);
  }

  @Override
  public Optional<Journey> find(UUID id) {
    return documents
        .find(id.toString())
        .map(stored -> records.fromBson(stored, JOURNEY, Journey.class));
  }

  @Override
  public boolean replace(Journey next) {
    Document document =
        store
            .document(next.id().toString())
            .append(Store.WRITES, next.writes())
            .append(JOURNEY, records.toBson(next));
    return documents.replace(document, next.writes() - 1, 0);
  }
}
