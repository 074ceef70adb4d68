package vn.gdnn.newswire.publish.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.reading.Standing;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

class KeeperTest {

  private static final FeedKey UNIT_1 = FeedKey.of(Kind.UNIT, "u-1");
  private static final FeedKey UNIT_2 = FeedKey.of(Kind.UNIT, "u-2");

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoRevisions revisions = new MongoRevisions(store);
  private final MongoKeptNews kept = new MongoKeptNews(store);
  private final MongoNews news = new MongoNews(store);
  private final Keeper keeper = new Keeper(kept, revisions, Duration.ofDays(30));
  private final Announced announced = new Announced();
  private final List<Entry> entries = announced.entries();
  private final ArticleWriter writer =
      new ArticleWriter(new MongoHeads(store), revisions, announced, Clock.systemUTC());
  private int applied;

  @Test
  void numbersChangesWithoutAGap_andDropsWhatItHasApplied() {
    publish(Events.draft("a", "Một", 0).arrives());
    publish(Events.draft("b", "Hai", 1).arrives());
    entries.add(entries.get(0));
    entries.add(entries.get(1));
    publish(Events.draft("a", "Một, sửa", 2).arrives());

    assertThat(news.changes(0, 10)).extracting(Change::number).containsExactly(1L, 2L, 3L);
    assertThat(news.changes(0, 10))
        .extracting(Change::what)
        .containsExactly(What.PUBLISHED, What.PUBLISHED, What.CORRECTED);
    assertThat(news.changes(2, 10)).hasSize(1);
  }

  @Test
  void keepsAListForEachEntity() {
    publish(Events.draft("a", "Một", 0).naming("u-1").arrives());
    publish(Events.draft("b", "Hai", 1).naming("u-1").naming("u-2").arrives());
    publish(Events.draft("b", "Hai, sửa", 2).naming("u-2").arrives());

    assertThat(titles(FeedKey.ALL)).containsExactly("Hai, sửa", "Một");
    assertThat(titles(UNIT_1)).containsExactly("Một");
    assertThat(titles(UNIT_2)).containsExactly("Hai, sửa");
    assertThat(news.entity(Kind.UNIT, "u-1").orElseThrow().articles()).isEqualTo(1);
    assertThat(news.entity(Kind.UNIT, "u-2").orElseThrow().articles()).isEqualTo(1);
    assertThat(news.feed(UNIT_1).orElseThrow().name()).isEqualTo("Đơn vị u-1");
    assertThat(news.entity(Kind.UNIT, "u-3")).isEmpty();
    assertThat(news.feed(FeedKey.of(Kind.UNIT, "u-3"))).isEmpty();
  }

  @Test
  void showsAWithdrawalUnderTheSameId_thenDropsIt_andBringsItBackToItsSlot() {
    publish(Events.draft("a", "Một", 0).naming("u-1").arrives());
    publish(Events.draft("b", "Hai", 1).naming("u-1").arrives());
    publish(Events.withdrawal("a", 2));
    assertThat(news.article(Events.id("a")).orElseThrow().status())
        .isEqualTo(Document.Status.WITHDRAWN);
    assertThat(news.feed(UNIT_1).orElseThrow().items()).hasSize(2);
    assertThat(news.entity(Kind.UNIT, "u-1").orElseThrow().articles()).isEqualTo(1);

    entries.add(
        new Entry(
            Events.id("a"),
            2,
            1,
            What.NOTICE_ENDED,
            Events.at(2).plus(Duration.ofDays(30)),
            new Entry.Origin(0, 2)));
    apply();
    assertThat(titles(FeedKey.ALL)).containsExactly("Hai");
    assertThat(news.article(Events.id("a")).orElseThrow().notice()).isNotNull();

    publish(Events.reinstatement("a", 3));
    assertThat(titles(UNIT_1)).containsExactly("Hai", "Một");
    assertThat(kept.article(Events.id("a")).orElseThrow().slotIn("all")).hasValue(0);
    assertThat(kept.feeds(List.of(FeedKey.ALL)).get("all").slots()).isEqualTo(2);
  }

  @Test
  void dropsANoticeThatEndsAfterAReinstatement() {
    publish(Events.draft("a", "Một", 0).arrives());
    publish(Events.withdrawal("a", 1));
    publish(Events.reinstatement("a", 2));
    entries.add(
        new Entry(Events.id("a"), 2, 1, What.NOTICE_ENDED, Events.at(9), new Entry.Origin(0, 1)));
    apply();
    assertThat(titles(FeedKey.ALL)).containsExactly("Một");
    assertThat(news.changes(0, 10)).hasSize(3);
  }

  @Test
  void hidesWhatIsUnderEmbargoUntilItsReleaseIsAppended() {
    publish(Events.draft("a", "Một", 0).embargo(Events.at(50)).arrives());
    assertThat(news.article(Events.id("a"))).isEmpty();
    assertThat(news.changes(0, 10)).isEmpty();
    assertThat(titles(FeedKey.ALL)).isEmpty();
    assertThat(kept.waiting()).hasSize(1);

    Entry release =
        new Entry(Events.id("a"), 1, 1, What.RELEASED, Events.at(50), new Entry.Origin(0, 0));
    entries.add(release);
    entries.add(release);
    apply();
    assertThat(news.article(Events.id("a")).orElseThrow().status())
        .isEqualTo(Document.Status.PUBLISHED);
    assertThat(news.article(Events.id("a")).orElseThrow().published()).isEqualTo(Events.at(50));
    assertThat(news.changes(0, 10)).extracting(Change::what).containsExactly(What.RELEASED);
    assertThat(kept.waiting()).isEmpty();
  }

  @Test
  void neverTellsOfWhatNobodySaw() {
    publish(Events.draft("a", "Một", 0).embargo(Events.at(50)).arrives());
    publish(Events.withdrawal("a", 1));
    entries.add(
        new Entry(Events.id("a"), 1, 1, What.RELEASED, Events.at(50), new Entry.Origin(0, 0)));
    apply();
    assertThat(news.article(Events.id("a"))).isEmpty();
    assertThat(news.changes(0, 10)).isEmpty();
  }

  @Test
  void aWithdrawalTellsNothingOfACorrectionUnderEmbargo() {
    publish(Events.draft("a", "Một", 0).naming("u-1").arrives());
    publish(Events.draft("a", "Hai", 1).naming("u-2").embargo(Events.at(50)).arrives());
    publish(Events.withdrawal("a", 2));
    assertThat(news.feed(UNIT_2)).isEmpty();
    assertThat(news.entity(Kind.UNIT, "u-2")).isEmpty();
    assertThat(news.feed(UNIT_1).orElseThrow().items()).hasSize(1);
    assertThat(news.article(Events.id("a")).orElseThrow().published()).isEqualTo(Events.at(0));
    publish(Events.reinstatement("a", 3));
    assertThat(news.article(Events.id("a")).orElseThrow().status())
        .isEqualTo(Document.Status.WITHDRAWN);
    assertThat(kept.waiting()).hasSize(1);
  }

  @Test
  void fillsArchivePagesByFirstAppearance() {
    int articles = 2 * KeptFeed.PAGE + 20;
    for (int i = 0; i < articles; i++) {
      publish(Events.draft("n" + i, "Bài " + i, i).arrives());
    }
    KeptFeed feed = kept.feeds(List.of(FeedKey.ALL)).get("all");
    assertThat(feed.slots()).isEqualTo(articles);
    assertThat(feed.open()).hasSize(20);
    assertThat(kept.page("all", 1).orElseThrow().items()).hasSize(KeptFeed.PAGE);
    assertThat(kept.page("all", 2).orElseThrow().items().get(0).id())
        .isEqualTo(Events.id("n" + KeptFeed.PAGE));
    assertThat(kept.page("all", 3)).isEmpty();

    publish(Events.draft("n3", "Bài 3, sửa", 1000).arrives());
    assertThat(kept.page("all", 1).orElseThrow().items().get(3).revision()).isEqualTo(2);
    List<FeedList.Item> items = news.feed(FeedKey.ALL).orElseThrow().items();
    assertThat(items).hasSize(KeptFeed.PAGE + 1);
    assertThat(items.get(items.size() - 1).id()).isEqualTo(Events.id("n3"));
    assertThat(items)
        .isSortedAccordingTo(Comparator.comparing(FeedList.Item::published).reversed());
  }

  @Test
  void anArticleImportedLateDoesNotJumpToTheTop() {
    for (int i = 0; i < 60; i++) {
      publish(Events.draft("n" + i, "Bài " + i, i).arrives());
    }
    publish(
        Events.draft("old", "Bài cũ", 60)
            .published(java.time.Instant.parse("2019-01-01T00:00:00Z"))
            .arrives());
    List<FeedList.Item> items = news.feed(FeedKey.ALL).orElseThrow().items();
    assertThat(items.get(items.size() - 1).id()).isEqualTo(Events.id("old"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void finishesWhatItWasStoppedIn(int stoppedBefore) {
    List<Arrival> story =
        List.of(
            Events.draft("a", "Một", 0).naming("u-1").arrives(),
            Events.draft("b", "Hai", 1).naming("u-1").naming("u-2").arrives(),
            Events.draft("a", "Một, sửa", 2).naming("u-2").arrives(),
            Events.withdrawal("b", 3));
    KeeperTest other = new KeeperTest();
    story.forEach(other::publish);

    story.forEach(writer::write);
    for (int offset = 0; offset < entries.size(); offset++) {
      Entry entry = entries.get(offset);
      Keeper stopped = new Keeper(stoppingBefore(stoppedBefore), revisions, Duration.ofDays(30));
      int at = offset;
      assertThatThrownBy(() -> stopped.apply(entry, at))
          .isInstanceOf(StoppingKeptNews.Stopped.class);
      new Keeper(new MongoKeptNews(store), revisions, Duration.ofDays(30)).apply(entry, offset);
    }
    for (FeedKey key : List.of(FeedKey.ALL, UNIT_1, UNIT_2)) {
      assertThat(news.feed(key)).isEqualTo(other.news.feed(key));
    }
    assertThat(news.entity(Kind.UNIT, "u-1")).isEqualTo(other.news.entity(Kind.UNIT, "u-1"));
    assertThat(news.entity(Kind.UNIT, "u-2")).isEqualTo(other.news.entity(Kind.UNIT, "u-2"));
    assertThat(news.changes(0, 10)).isEqualTo(other.news.changes(0, 10));
    assertThat(kept.article(Events.id("b"))).isEqualTo(other.kept.article(Events.id("b")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void nothingIsSettledBetweenAnEntrysFirstWriteAndItsChange(int stoppedBefore) {
    assertThat(news.standing()).isEqualTo(new Standing(null, true));
    publish(Events.draft("a", "Một", 0).naming("u-1").arrives());
    Change first = news.changes(0, 1).get(0);
    assertThat(news.standing()).isEqualTo(new Standing(first, true));

    writer.write(Events.draft("b", "Hai", 1).naming("u-1").naming("u-2").arrives());
    Keeper stopped = new Keeper(stoppingBefore(stoppedBefore), revisions, Duration.ofDays(30));
    assertThatThrownBy(() -> stopped.apply(entries.get(1), 1))
        .isInstanceOf(StoppingKeptNews.Stopped.class);
    assertThat(news.standing()).isEqualTo(new Standing(first, false));

    apply();
    assertThat(news.standing()).isEqualTo(new Standing(news.changes(1, 1).get(0), true));
    writer.write(Events.draft("c", "Chờ", 2).embargo(Events.at(900)).arrives());
    apply();
    assertThat(news.standing().settled()).as("nothing that readers see").isTrue();
  }

  @Test
  void aKeeperThatWasAsleepCannotWriteOverANewerOne() {
    publish(Events.draft("a", "Một", 0).arrives());
    publish(Events.draft("b", "Hai", 1).arrives());
    Entry asleepOver = entries.get(1);
    publish(Events.draft("b", "Hai, sửa", 2).arrives());
    assertThat(keeper.apply(asleepOver, 1)).isEmpty();
    assertThat(titles(FeedKey.ALL)).containsExactly("Hai, sửa", "Một");
    assertThat(news.changes(0, 10)).hasSize(3);
  }

  @Test
  void waitsForARevisionThatIsNotInTheArchive() {
    entries.add(
        new Entry(Events.id("z"), 1, 1, What.PUBLISHED, Events.START, new Entry.Origin(0, 0)));
    assertThatThrownBy(this::apply).isInstanceOf(Keeper.RevisionMissing.class);
  }

  private void publish(Arrival arrival) {
    writer.write(arrival);
    apply();
  }

  private void apply() {
    for (; applied < entries.size(); applied++) {
      keeper.apply(entries.get(applied), applied);
    }
  }

  private List<String> titles(FeedKey key) {
    return news.revisions(news.feed(key).orElseThrow().items(), Document::title);
  }

  /** Writes as told, but is stopped before the given write: 0 lists, 1 article, 2 change. */
  private KeptNews stoppingBefore(int write) {
    return new StoppingKeptNews(new MongoKeptNews(store), write) {
      @Override
      public boolean saveLists(List<Replacement> lists) {
        if (write == 0) {
          // Half of a bulk may have been written.
          super.saveLists(lists.subList(0, lists.size() / 2));
        }
        stopAt(0);
        return super.saveLists(lists);
      }
    };
  }
}
