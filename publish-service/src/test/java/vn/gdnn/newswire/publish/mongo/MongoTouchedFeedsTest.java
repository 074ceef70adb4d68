package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

class MongoTouchedFeedsTest {

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoRevisions revisions = new MongoRevisions(store);
  private final MongoNews news = new MongoNews(store);
  private final MongoTouchedFeeds feeds = new MongoTouchedFeeds(store);
  private final Announced announced = new Announced();
  private final ArticleWriter writer =
      new ArticleWriter(new MongoHeads(store), revisions, announced, Clock.systemUTC());
  private final Keeper keeper =
      new Keeper(new MongoKeptNews(store), revisions, Duration.ofDays(30));
  private int applied;

  @Test
  void areThoseTheArticleIsInAndThoseItLeft_andNoOthers() {
    publish(Events.draft("a", "Một", 0).naming("u-1").naming("u-2").arrives());
    assertThat(last()).containsExactlyInAnyOrder("all", "units/u-1", "units/u-2");
    publish(Events.draft("a", "Một, sửa", 1).naming("u-2").naming("u-3").arrives());
    assertThat(last()).containsExactlyInAnyOrder("all", "units/u-1", "units/u-2", "units/u-3");
    publish(Events.draft("a", "Một, sửa nữa", 2).naming("u-3").arrives());
    // u-1 it left before: nothing changed there.
    assertThat(last()).containsExactlyInAnyOrder("all", "units/u-2", "units/u-3");
    publish(Events.withdrawal("a", 3));
    assertThat(last()).containsExactlyInAnyOrder("all", "units/u-3");
  }

  @Test
  void areFoundWhateverHidesInBetween() {
    publish(Events.draft("a", "Một", 0).naming("u-1").arrives());
    publish(Events.draft("a", "Một, sửa", 1).naming("u-9").embargo(Events.at(50)).arrives());
    publish(Events.draft("a", "Hai", 2).naming("u-2").embargo(null).arrives());
    assertThat(last()).containsExactlyInAnyOrder("all", "units/u-1", "units/u-2");
  }

  @Test
  void anotherArticleTouchesOnlyItsOwn() {
    publish(Events.draft("a", "Một", 0).naming("u-1").arrives());
    publish(Events.draft("b", "Hai", 1).naming("u-2").arrives());
    assertThat(last()).containsExactlyInAnyOrder("all", "units/u-2");
    Change unknown = news.newestChanges(1).get(0);
    assertThat(feeds.by(new Change(99, unknown.id(), 1, 1, unknown.what(), unknown.at())))
        .isEmpty();
  }

  @Test
  void areFoundForAnArticleThatNamesThousands() {
    Events.Draft draft = Events.draft("vast", "Bài dài", 0);
    List<String> expected = new ArrayList<>(List.of("all"));
    for (int unit = 0; unit < 1200; unit++) {
      draft.naming("u-" + unit);
      expected.add("units/u-" + unit);
    }
    publish(draft.arrives());
    assertThat(last()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aStoreThatIsAwayIsSaidToBe() {
    try (var client = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
      MongoTouchedFeeds away = new MongoTouchedFeeds(new Store(client.getDatabase("x")));
      publish(Events.draft("a", "Một", 0).arrives());
      Change change = news.newestChanges(1).get(0);
      assertThatThrownBy(() -> away.by(change)).isInstanceOf(NewsUnavailable.class);
      assertThatThrownBy(() -> new MongoStandings(new Store(client.getDatabase("x"))).find("x"))
          .isInstanceOf(NewsUnavailable.class);
    }
  }

  private List<String> last() {
    return feeds.by(news.newestChanges(1).get(0));
  }

  private void publish(Arrival arrival) {
    writer.write(arrival);
    List<Entry> entries = announced.entries();
    for (; applied < entries.size(); applied++) {
      keeper.apply(entries.get(applied), applied);
    }
  }
}
