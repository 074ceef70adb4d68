package vn.gdnn.newswire.publish.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import vn.gdnn.newswire.publish.keeper.KeptArticle;
import vn.gdnn.newswire.publish.keeper.KeptNews.NumberedChange;
import vn.gdnn.newswire.publish.push.websub.TouchedFeeds;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * Finds the feeds that a change changed: of those that its article ever stood in, the ones whose
 * list carries the offset of that change's entry, or a later one.
 */
public final class MongoTouchedFeeds implements TouchedFeeds {

  /** Lists asked for at a time. */
  private static final int BATCH = 500;

  private final Store store;
  private final LargeRecords large;
  private final MongoKeptNews kept;
  private final BsonRecords records = new BsonRecords();

  /** Reads that store. */
  public MongoTouchedFeeds(Store store) {
    this(store, new LargeRecords());
  }

  MongoTouchedFeeds(Store store, LargeRecords large) {
    this.store = store;
    this.large = large;
    this.kept = new MongoKeptNews(store);
  }

  @Override
  public List<String> by(Change change) {
    try {
      RawBsonDocument stored =
          store
              .reading(MongoKeptNews.CHANGES)
              .find(new Document(Store.ID, change.number()))
              .first();
      if (stored == null) {
        return List.of();
      }
      long offset = records.fromBson(stored, MongoKeptNews.CHANGE, NumberedChange.class).offset();
      List<String> stoodIn =
          store
              .find(MongoKeptNews.ARTICLES, change.id().toString())
              .map(article -> large.use(article, () -> slots(article)))
              .orElse(List.of());
      List<String> touched = new ArrayList<>();
      for (int from = 0; from < stoodIn.size(); from += BATCH) {
        addTouched(stoodIn.subList(from, Math.min(from + BATCH, stoodIn.size())), offset, touched);
      }
      return touched;
    } catch (MongoException e) {
      throw new NewsUnavailable(e);
    }
  }

  private List<String> slots(RawBsonDocument article) {
    return kept.readArticle(article).slots().stream().map(KeptArticle.Slot::feed).toList();
  }

  private void addTouched(List<String> paths, long offset, List<String> touched) {
    store
        .reading(MongoKeptNews.FEEDS)
        .find(new Document(Store.ID, new Document("$in", paths)))
        .projection(Projections.include(Store.UP_TO))
        .forEach(
            feed -> {
              if (feed.getNumber(Store.UP_TO).longValue() >= offset) {
                touched.add(feed.getString(Store.ID).getValue());
              }
            });
  }
}
