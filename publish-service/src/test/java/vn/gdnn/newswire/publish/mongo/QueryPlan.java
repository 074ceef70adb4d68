package vn.gdnn.newswire.publish.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/**
 * How a query is served: as MongoDB explains it, or, by what can be said without it, whether there
 * is an index at all whose keys are those that the query compares and sorts by.
 */
final class QueryPlan {

  private static final Set<String> BY_INDEX =
      Set.of(
          "IXSCAN",
          "IDHACK",
          "COUNT_SCAN",
          "DISTINCT_SCAN",
          "EXPRESS_IXSCAN",
          "EXPRESS_CLUSTERED_IXSCAN",
          "CLUSTERED_IXSCAN");

  /** All of a collection is read, or all that is found is sorted before the first is handed out. */
  private static final Set<String> GROWING = Set.of("COLLSCAN", "SORT");

  private static final Set<String> POINTS = Set.of("$eq", "$in", "$all");
  private static final Set<String> RANGES = Set.of("$lt", "$lte", "$gt", "$gte", "$exists");

  private QueryPlan() {}

  /** What is wrong with the plan that MongoDB explains; nothing when it is served by index. */
  static List<String> faults(BsonDocument explained) {
    Set<String> stages = new LinkedHashSet<>();
    collect(explained.getDocument("queryPlanner").get("winningPlan"), stages);
    List<String> faults = new ArrayList<>();
    stages.stream().filter(GROWING::contains).forEach(faults::add);
    if (stages.stream().noneMatch(BY_INDEX::contains)) {
      faults.add("no index in " + stages);
    }
    return faults;
  }

  private static void collect(BsonValue plan, Set<String> stages) {
    if (plan instanceof BsonDocument document) {
      document.forEach(
          (key, value) -> {
            if (key.equals("stage") && value.isString()) {
              stages.add(value.asString().getValue());
            }
            collect(value, stages);
          });
    } else if (plan.isArray()) {
      plan.asArray().forEach(inner -> collect(inner, stages));
    }
  }

  /** Whether an index with these keys, or that of {@code _id}, can serve a query in its order. */
  static boolean canBeServed(BsonDocument query, List<BsonDocument> indexes) {
    BsonDocument filter = filter(query);
    BsonDocument sort = query.getDocument("sort", new BsonDocument());
    List<BsonDocument> keys = new ArrayList<>();
    keys.add(new BsonDocument(Store.ID, new BsonInt32(1)));
    indexes.forEach(index -> keys.add(index.getDocument("key")));
    Set<String> points = new LinkedHashSet<>();
    Set<String> ranges = new LinkedHashSet<>();
    read(filter, points, ranges);
    return keys.stream().anyMatch(index -> serves(index, points, ranges, sort));
  }

  private static BsonDocument filter(BsonDocument query) {
    if (query.containsKey("updates")) {
      return query.getArray("updates").get(0).asDocument().getDocument("q");
    }
    BsonValue filter = query.get(query.containsKey("filter") ? "filter" : "query");
    return filter == null ? new BsonDocument() : filter.asDocument();
  }

  private static void read(BsonDocument filter, Set<String> points, Set<String> ranges) {
    filter.forEach(
        (field, value) -> {
          if (field.equals("$and")) {
            value.asArray().forEach(part -> read(part.asDocument(), points, ranges));
          } else if (!field.startsWith("$")) {
            boolean operators =
                value.isDocument() && value.asDocument().getFirstKey().startsWith("$");
            if (!operators || value.asDocument().keySet().stream().anyMatch(POINTS::contains)) {
              points.add(field);
            } else if (value.asDocument().keySet().stream().anyMatch(RANGES::contains)) {
              ranges.add(field);
            }
          }
        });
  }

  private static boolean serves(
      BsonDocument index, Set<String> points, Set<String> ranges, BsonDocument sort) {
    List<Map.Entry<String, BsonValue>> keys = new ArrayList<>(index.entrySet());
    int at = 0;
    while (at < keys.size() && points.contains(keys.get(at).getKey())) {
      at++;
    }
    if (sort.isEmpty()) {
      return at > 0 || ranges.contains(keys.get(0).getKey());
    }
    if (at > 0 && sort.keySet().equals(Set.of(Store.ID)) && points.contains(Store.ID)) {
      return true;
    }
    return follows(keys.subList(at, keys.size()), sort, 1)
        || follows(keys.subList(at, keys.size()), sort, -1);
  }

  private static boolean follows(
      List<Map.Entry<String, BsonValue>> keys, BsonDocument sort, int direction) {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    sort.forEach((key, value) -> wanted.put(key, value.asNumber().intValue() * direction));
    List<Map.Entry<String, Integer>> have =
        keys.stream()
            .limit(wanted.size())
            .map(key -> Map.entry(key.getKey(), key.getValue().asNumber().intValue()))
            .toList();
    return have.equals(List.copyOf(wanted.entrySet()));
  }
}
