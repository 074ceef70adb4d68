package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;
import static vn.gdnn.newswire.publish.mongo.Store.UP_TO;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.publish.registry.KeptRegistry;

/**
 * The registry in the collection {@code registry}: a document for each key, with the entity or the
 * move that stands there, or neither. One that was taken back stays as an empty document, so that
 * an older record can't bring it back.
 */
public final class MongoKeptRegistry implements KeptRegistry {

  private static final String REGISTRY = "registry";
  private static final String LOG = "log";
  private static final String THERE = "there";
  private static final String ENTITY = "entity";
  private static final String MOVE = "move";

  /** No record of the topic has this offset. */
  private static final long NONE = -1;

  private final Store store;
  private final GuardedDocuments documents;
  private final BsonRecords records = new BsonRecords();

  /** Keeps it in that store. */
  public MongoKeptRegistry(Store store) {
    this.store = store;
    this.documents = new GuardedDocuments(store, REGISTRY, UP_TO);
  }

  @Override
  public Map<String, Standing> standing(Collection<String> keys) {
    Map<String, Standing> found = new HashMap<>();
    store
        .reading(REGISTRY)
        .find(new Document(ID, new Document("$in", List.copyOf(keys))))
        .projection(Projections.include(LOG, UP_TO, THERE))
        .forEach(
            stored ->
                found.put(
                    stored.getString(ID).getValue(),
                    new Standing(
                        stored.getString(LOG).getValue(),
                        stored.getNumber(UP_TO).longValue(),
                        stored.getBoolean(THERE).getValue())));
    return found;
  }

  @Override
  public boolean replace(List<Replacement> replacements) {
    return documents.writeAll(replacements.stream().map(this::write).toList());
  }

  private WriteModel<Document> write(Replacement next) {
    Document document =
        new Document(ID, next.key())
            .append(UP_TO, next.upTo())
            .append(LOG, next.log())
            .append(THERE, next.record() != null);
    if (next.record() instanceof RegistryEntity entity) {
      document.append(ENTITY, records.toBson(entity));
    } else if (next.record() instanceof RegistryMove move) {
      document.append(MOVE, records.toBson(move));
    }
    return documents.write(document, next.asRead() == null ? NONE : next.asRead().upTo(), NONE);
  }

  @Override
  public void keys(Consumer<String> each) {
    store
        .reading(REGISTRY)
        .find(Filters.eq(THERE, true))
        .projection(Projections.include(THERE))
        .forEach(stored -> each.accept(stored.getString(ID).getValue()));
  }

  /** What stands under the key of this id. */
  Optional<RegistryRecord> find(Kind kind, String id) {
    return store.find(REGISTRY, RegistryRecord.key(kind, id)).flatMap(this::read);
  }

  private Optional<RegistryRecord> read(RawBsonDocument stored) {
    if (stored.containsKey(ENTITY)) {
      return Optional.of(records.fromBson(stored, ENTITY, RegistryEntity.class));
    }
    return stored.containsKey(MOVE)
        ? Optional.of(records.fromBson(stored, MOVE, RegistryMove.class))
        : Optional.empty();
  }
}
