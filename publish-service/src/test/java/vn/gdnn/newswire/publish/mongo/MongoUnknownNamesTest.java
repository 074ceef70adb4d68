package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.reading.UnknownNames.Position;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

class MongoUnknownNamesTest {

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoUnknownNames names = new MongoUnknownNames(store);

  @BeforeEach
  void publish() {
    List<Arrival> arrivals =
        List.of(
            draft("a", 0, Kind.UNIT, "x-rare").naming("u-known").arrives(),
            draft("b", 1, Kind.UNIT, "x-often").arrives(),
            draft("c", 2, Kind.UNIT, "x-often").arrives(),
            draft("d", 3, Kind.PERSON, "x-rare").arrives(),
            draft("e", 4, Kind.PLAN, "x-often").arrives(),
            draft("f", 5, Kind.PLAN, "x-often").arrives(),
            draft("g", 6, Kind.PLAN, "x-often").arrives(),
            draft("h", 7, Kind.UNIT, "x-gone").arrives(),
            Events.withdrawal("h", 8));
    Announced announced = new Announced();
    List<Entry> entries = announced.entries();
    MongoRevisions revisions = new MongoRevisions(store);
    ArticleWriter writer =
        new ArticleWriter(new MongoHeads(store), revisions, announced, Clock.systemUTC());
    arrivals.forEach(writer::write);
    Keeper keeper = new Keeper(new MongoKeptNews(store), revisions, Duration.ofDays(30));
    for (int i = 0; i < entries.size(); i++) {
      keeper.apply(entries.get(i), i);
    }
  }

  private static Events.Draft draft(String externalId, long offset, Kind kind, String id) {
    return Events.draft(externalId, "Tin " + externalId, offset).naming(kind, id, "Tên", false);
  }

  private List<String> paths(@Nullable Kind kind, @Nullable Position after, int limit) {
    return names.named(kind, after, limit).stream().map(MongoUnknownNamesTest::path).toList();
  }

  private static String path(Entity entity) {
    return FeedKey.of(entity.kind(), entity.id()).path();
  }

  @Test
  void listsThoseThatArticlesName_theMostOftenNamedFirst() {
    assertThat(paths(null, null, 10))
        .containsExactly("plans/x-often", "units/x-often", "people/x-rare", "units/x-rare");
    Entity plan = names.named(null, null, 1).get(0);
    assertThat(plan.articles()).isEqualTo(3);
    assertThat(plan.firstSeen()).isEqualTo(Events.at(4));
    assertThat(plan.lastSeen()).isEqualTo(Events.at(6));
    assertThat(plan.known()).isFalse();
  }

  @Test
  void listsOneKind() {
    assertThat(paths(Kind.UNIT, null, 10)).containsExactly("units/x-often", "units/x-rare");
    assertThat(paths(Kind.PERSON, null, 10)).containsExactly("people/x-rare");
  }

  @Test
  void goesOnBehindAPosition_leavingNobodyOut() {
    for (Kind kind : new Kind[] {null, Kind.UNIT}) {
      List<String> all = new ArrayList<>();
      Position after = null;
      List<Entity> page = names.named(kind, null, 1);
      while (!page.isEmpty()) {
        all.add(path(page.get(0)));
        after = new Position(page.get(0).articles(), path(page.get(0)));
        page = names.named(kind, after, 1);
      }
      assertThat(all).isEqualTo(paths(kind, null, 10));
    }
  }

  @Test
  void saysWhenTheStoreIsAway() {
    try (var nobody = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
      MongoUnknownNames away = new MongoUnknownNames(new Store(nobody.getDatabase("x")));
      assertThatThrownBy(() -> away.named(null, null, 1)).isInstanceOf(NewsUnavailable.class);
    }
  }
}
