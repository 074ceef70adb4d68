package vn.gdnn.newswire.publish.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Notes every query that is sent to a store, and every index that is made there. */
final class SentQueries implements CommandListener {

  private static final Set<String> FILTERED =
      Set.of("find", "aggregate", "count", "distinct", "update", "delete", "findAndModify");

  /** What says nothing of the query, and nobody may explain. */
  private static final List<String> AROUND =
      List.of("$db", "lsid", "$clusterTime", "$readPreference", "txnNumber", "writeConcern");

  private final Map<String, BsonDocument> queries = new LinkedHashMap<>();
  private final Map<String, List<BsonDocument>> indexes = new LinkedHashMap<>();

  @Override
  public synchronized void commandStarted(CommandStartedEvent event) {
    BsonDocument command = BsonDocument.parse(event.getCommand().toJson());
    AROUND.forEach(command::remove);
    if (event.getCommandName().equals("createIndexes")) {
      for (BsonValue index : command.getArray("indexes")) {
        indexes
            .computeIfAbsent(
                command.getString("createIndexes").getValue(), key -> new ArrayList<>())
            .add(index.asDocument());
      }
    } else if (FILTERED.contains(event.getCommandName())) {
      for (BsonDocument one : alone(command)) {
        queries.put(command.getFirstKey() + command.get(command.getFirstKey()) + shape(one), one);
      }
    }
  }

  /** One of each shape: the same but for the values asked for. */
  synchronized List<BsonDocument> queries() {
    return List.copyOf(queries.values());
  }

  /** The indexes of a collection beside that of {@code _id}. */
  synchronized List<BsonDocument> indexes(String collection) {
    return List.copyOf(indexes.getOrDefault(collection, List.of()));
  }

  /** A bulk of updates as one command for each. */
  private static List<BsonDocument> alone(BsonDocument command) {
    BsonValue updates = command.get("updates");
    if (updates == null) {
      return List.of(command);
    }
    return updates.asArray().stream()
        .map(
            update -> {
              BsonDocument one = command.clone();
              one.put("updates", new BsonArray(List.of(update)));
              return one;
            })
        .toList();
  }

  private static BsonValue shape(BsonValue value) {
    if (value instanceof BsonDocument document) {
      BsonDocument shape = new BsonDocument();
      document.forEach(
          (key, inner) -> shape.put(key, key.equals("u") ? BsonBoolean.TRUE : shape(inner)));
      return shape;
    }
    if (value instanceof BsonArray array) {
      boolean ofDocuments = !array.isEmpty() && array.get(0).isDocument();
      return ofDocuments
          ? new BsonArray(array.stream().map(SentQueries::shape).toList())
          : BsonBoolean.TRUE;
    }
    return BsonBoolean.FALSE;
  }
}
