package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.reading.UnknownNames;

/**
 * Unknown names among the keeper's {@code entities}, by an index over known, kind, count and id: a
 * page costs what it holds (the embedded store scans).
 */
final class MongoUnknownNames implements UnknownNames {

  private static final String KNOWN = "entity.known";
  private static final String KIND = "entity.kind";
  private static final String ARTICLES = "entity.articles";

  private final Store store;
  private final MongoKeptNews kept;

  MongoUnknownNames(Store store) {
    this.store = store;
    this.kept = new MongoKeptNews(store);
  }

  /** What the order of the list asks for. */
  static List<Bson> indexes() {
    return List.of(
        Indexes.compoundIndex(
            Indexes.ascending(KNOWN), Indexes.descending(ARTICLES), Indexes.ascending(ID)),
        Indexes.compoundIndex(
            Indexes.ascending(KNOWN, KIND), Indexes.descending(ARTICLES), Indexes.ascending(ID)));
  }

  @Override
  public List<Entity> named(@Nullable Kind kind, @Nullable Position after, int limit) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.eq(KNOWN, false));
    if (kind != null) {
      all.add(Filters.eq(KIND, kind.name()));
    }
    all.add(Filters.gt(ARTICLES, 0));
    if (after != null) {
      // The first line bounds the index, the second tells apart what has the same count.
      all.add(Filters.lte(ARTICLES, after.articles()));
      all.add(Filters.or(Filters.lt(ARTICLES, after.articles()), Filters.gt(ID, after.path())));
    }
    try {
      List<Entity> found = new ArrayList<>();
      store
          .reading(MongoKeptNews.ENTITIES)
          .find(Filters.and(all))
          .sort(Sorts.orderBy(Sorts.descending(ARTICLES), Sorts.ascending(ID)))
          .limit(limit)
          .forEach(stored -> found.add(MongoNews.forReaders(kept.readEntity(stored))));
      return found;
    } catch (MongoException e) {
      throw new NewsUnavailable(e);
    }
  }
}
