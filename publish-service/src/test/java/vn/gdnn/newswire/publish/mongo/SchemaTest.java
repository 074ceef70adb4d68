package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.PublishedArticle;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

/** Documents as an earlier build wrote them, and builds of two versions on one store. */
class SchemaTest {

  /** Six entries were applied when version 1 wrote these documents. */
  private static final int APPLIED = 6;

  private final MongoDatabase database = TestDatabase.fresh();
  private final Store store = new Store(database);
  private final MongoNews news = new MongoNews(store);
  private final Migration migration = new Migration(store);
  private int applied = APPLIED;

  /** a was corrected, b withdrawn, c waits for the end of its embargo, d was published. */
  @BeforeEach
  void asVersion1WroteThem() throws IOException {
    try (InputStream lines = SchemaTest.class.getResourceAsStream("/stored/version-1.jsonl")) {
      new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Document::parse)
          .forEach(
              line ->
                  database
                      .getCollection(line.getString("collection"))
                      .insertOne(line.get("document", Document.class)));
    }
  }

  @Test
  void readsWhatVersion1Wrote_andGoesOnFromThere() {
    assertThat(news.article(Events.id("a")).orElseThrow().title()).isEqualTo("Đào tạo nghề, sửa");
    assertThat(news.feed(FeedKey.ALL).orElseThrow().items()).hasSize(3);
    assertThat(news.entity(Kind.UNIT, "u-2").orElseThrow().articles()).isEqualTo(1);
    assertThat(news.standing().settled()).isTrue();

    publish(store, Events.draft("a", "Đào tạo nghề, sửa nữa", 6).arrives());
    publish(store, Events.reinstatement("b", 7));
    publish(store, Events.draft("d", "Hội nghị", 8).arrives());

    assertThat(news.changes(5, 10)).extracting(Change::number).containsExactly(6L, 7L);
    assertThat(news.article(Events.id("a")).orElseThrow().revision()).isEqualTo(3);
    assertThat(versions("heads")).containsExactly(2, null, 2, 2);
    assertThat(versions("articles")).containsExactly(null, null, 2, 2);
    assertThat(versions("feeds")).contains(2);
    assertThat(versions("entities")).contains(2);
    assertThat(versions("changes")).endsWith(2, 2);
    assertThat(versions("revisions")).contains(2, 2);
  }

  @Test
  void bringsArticlesUpToDate_once() {
    assertThat(published()).extracting(PublishedArticle::updatedAt).containsOnlyNulls();
    Map<String, Document> before = articles();

    assertThat(migration.pass()).isEqualTo(4);

    assertThat(published())
        .containsExactly(
            new PublishedArticle(Events.id("a"), Events.at(3)),
            new PublishedArticle(Events.id("d"), Events.at(5)));
    Map<String, Document> after = articles();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (id, article) -> {
          assertThat(article.remove("schema")).isEqualTo(2);
          article.remove("updated");
          assertThat(article).isEqualTo(before.get(id));
        });
    assertThat(migration.pass()).isZero();
  }

  @Test
  void goesOnWhereItWasStopped() {
    for (int i = 0; i < 45; i++) {
      publish(store, Events.draft("n" + i, "Bài " + i, 10 + i).arrives());
    }
    database
        .getCollection("articles")
        .updateMany(new Document(), new Document("$unset", new Document("schema", "")));
    assertThat(new Migration(new Store(database)).pass(20)).isEqualTo(20);
    assertThat(versions("articles")).filteredOn(version -> version == null).hasSize(29);

    assertThat(migration.pass()).isEqualTo(29);
    assertThat(versions("articles")).containsOnly(2);
  }

  @Test
  void leavesWhatTheKeeperWroteMeanwhile() {
    // What was read before the keeper came.
    Document stale = articles().get(Events.id("a").toString());
    publish(store, Events.draft("a", "Đào tạo nghề, sửa nữa", 6).arrives());

    assertThat(migration.pass()).isEqualTo(3);
    assertThat(
            database
                .getCollection("articles")
                .replaceOne(
                    new Document("_id", stale.get("_id")).append("upTo", stale.get("upTo")), stale)
                .getMatchedCount())
        .as("a migration that was asleep")
        .isZero();
    assertThat(news.article(Events.id("a")).orElseThrow().revision()).isEqualTo(3);
  }

  @Test
  void aStoreOfANewerBuildIsReadAndNotWritten() {
    new Store(database, 3).prepare();
    Map<String, Document> before = articles();

    store.look();

    String sentence =
        "The store holds documents of version 3, this publish-service writes version 2: it serves"
            + " what is there and writes nothing. Start the newer release in its place.";
    assertThat(store.tooNew()).contains(sentence);
    Arrival draft = Events.draft("a", "Đào tạo nghề, sửa nữa", 6).arrives();
    assertThatThrownBy(() -> publish(store, draft))
        .isInstanceOf(WorldFault.class)
        .hasMessage(sentence);
    Entry entry =
        new Entry(Events.id("c"), 1, 1, Entry.What.RELEASED, Events.START, new Entry.Origin(0, 2));
    assertThatThrownBy(() -> keeper(store).apply(entry, APPLIED)).isInstanceOf(WorldFault.class);
    assertThat(news.article(Events.id("a")).orElseThrow().revision()).isEqualTo(2);
    assertThat(articles()).isEqualTo(before);
  }

  @Test
  void whileTheyAreReplacedOneByOne_theOlderWritesNoMoreOnceItHasLooked() {
    publish(store, Events.draft("d", "Hội nghị, sửa", 6).arrives());
    Store newer = new Store(database, 3);
    newer.prepare();

    // It has not looked yet: what it writes still counts, and the newer one reads it.
    publish(store, Events.draft("a", "Đào tạo nghề, sửa nữa", 7).arrives());
    assertThat(versions("articles")).contains(2);
    assertThat(new MongoNews(newer).article(Events.id("a")).orElseThrow().revision()).isEqualTo(3);

    store.look();
    Arrival late = Events.draft("a", "Muộn", 8).arrives();
    assertThatThrownBy(() -> publish(store, late)).isInstanceOf(WorldFault.class);
    publish(newer, late);
    assertThat(news.article(Events.id("a")).orElseThrow().title()).isEqualTo("Muộn");
    assertThat(new Store(database).tooNew()).as("before it looks").isEmpty();
    Store restarted = new Store(database);
    restarted.prepare();
    assertThat(restarted.tooNew()).isPresent();
    newer.look();
    assertThat(newer.tooNew()).isEmpty();
  }

  @Test
  void aFreshStoreIsOfThisVersion() {
    MongoDatabase empty = TestDatabase.fresh();
    new Store(empty).prepare();
    new Store(empty).prepare();
    assertThat(empty.getCollection("schema").find().into(new ArrayList<>()))
        .containsExactly(new Document("_id", "documents").append("version", 2));
  }

  private List<Integer> versions(String collection) {
    return database
        .getCollection(collection)
        .find()
        .sort(new Document("_id", 1))
        .map(document -> document.getInteger("schema"))
        .into(new ArrayList<>());
  }

  private Map<String, Document> articles() {
    Map<String, Document> all = new TreeMap<>();
    database
        .getCollection("articles")
        .find(Filters.exists("_id"))
        .forEach(article -> all.put(article.getString("_id"), article));
    return all;
  }

  private List<PublishedArticle> published() {
    List<PublishedArticle> found = new ArrayList<>();
    news.published(found::add);
    return found;
  }

  private static Keeper keeper(Store to) {
    return new Keeper(new MongoKeptNews(to), new MongoRevisions(to), Duration.ofDays(30));
  }

  private void publish(Store to, Arrival arrival) {
    Announced announced = new Announced();
    new ArticleWriter(new MongoHeads(to), new MongoRevisions(to), announced, Clock.systemUTC())
        .write(arrival);
    for (Entry entry : announced.entries()) {
      keeper(to).apply(entry, applied++);
    }
  }
}
