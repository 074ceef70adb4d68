package vn.gdnn.newswire.publish.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

/** How many articles each month has, as the keeper keeps it. */
class KeptMonthsTest {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Instant LAST_MINUTE_OF_JANUARY = Instant.parse("2026-01-31T16:59:00Z");
  private static final Instant FEBRUARY = Instant.parse("2026-01-31T17:00:00Z");

  private final MongoDatabase database = TestDatabase.fresh();
  private final Store store = new Store(database);
  private final MongoRevisions revisions = new MongoRevisions(store);
  private final MongoKeptNews kept = new MongoKeptNews(store);
  private final MongoNews news = new MongoNews(store);
  private final Keeper keeper = new Keeper(kept, revisions, MONTH);
  private final Announced announced = new Announced();
  private final List<Entry> entries = announced.entries();
  private final ArticleWriter writer =
      new ArticleWriter(new MongoHeads(store), revisions, announced, Clock.systemUTC());
  private int applied;

  @Test
  void aMonthBeginsAtMidnightInVietnam() {
    assertThat(news.months()).isEmpty();
    publish(Events.draft("a", "Một", 0).published(LAST_MINUTE_OF_JANUARY).arrives());
    publish(Events.draft("b", "Hai", 1).published(FEBRUARY).arrives());
    publish(Events.draft("c", "Ba", 2).published(FEBRUARY).arrives());
    assertThat(months()).containsExactly("2026-02 2", "2026-01 1");
  }

  @Test
  void countsOnlyWhatReadersSee() {
    publish(Events.draft("a", "Một", 0).published(FEBRUARY).arrives());
    publish(Events.withdrawal("a", 1));
    assertThat(months()).isEmpty();
    entries.add(
        new Entry(
            Events.id("a"),
            2,
            1,
            What.NOTICE_ENDED,
            Events.at(1).plus(MONTH),
            new Entry.Origin(0, 1)));
    apply();
    assertThat(months()).isEmpty();
    publish(Events.reinstatement("a", 2));
    assertThat(months()).containsExactly("2026-02 1");

    publish(Events.draft("b", "Hai", 3).embargo(Instant.parse("2026-05-02T00:00:00Z")).arrives());
    assertThat(months()).as("nobody sees it yet").containsExactly("2026-02 1");
    entries.add(
        new Entry(
            Events.id("b"),
            1,
            1,
            What.RELEASED,
            Instant.parse("2026-05-02T00:00:00Z"),
            new Entry.Origin(0, 3)));
    apply();
    assertThat(months()).containsExactly("2026-05 1", "2026-02 1");
  }

  @Test
  void aCorrectedDateMovesTheArticle() {
    publish(Events.draft("a", "Một", 0).published(FEBRUARY).arrives());
    publish(Events.draft("a", "Một, sửa", 1).published(LAST_MINUTE_OF_JANUARY).arrives());
    assertThat(months()).containsExactly("2026-01 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anEntryThatIsReadAgainCountsOnce(int stoppedBefore) {
    List<Arrival> story =
        List.of(
            Events.draft("a", "Một", 0).published(FEBRUARY).naming("u-1").arrives(),
            Events.draft("b", "Hai", 1).published(FEBRUARY).arrives(),
            Events.draft("a", "Một, sửa", 2).published(LAST_MINUTE_OF_JANUARY).arrives(),
            Events.withdrawal("b", 3),
            Events.reinstatement("b", 4));
    story.forEach(writer::write);
    for (int offset = 0; offset < entries.size(); offset++) {
      Entry entry = entries.get(offset);
      Keeper stopped = new Keeper(stopping(stoppedBefore), revisions, MONTH);
      int at = offset;
      for (int times = 0; times < 2; times++) {
        assertThatThrownBy(() -> stopped.apply(entry, at))
            .isInstanceOf(StoppingKeptNews.Stopped.class);
      }
      keeper.apply(entry, offset);
    }
    assertThat(months()).containsExactly("2026-02 1", "2026-01 1");
  }

  @Test
  void aStoreThatWasFilledBeforeMonthsWereKeptIsCounted_andThenKept() {
    publish(Events.draft("a", "Một", 0).published(FEBRUARY).arrives());
    publish(Events.draft("b", "Hai", 1).published(FEBRUARY).arrives());
    publish(Events.draft("c", "Ba", 2).published(LAST_MINUTE_OF_JANUARY).arrives());
    database.getCollection("feeds").deleteOne(new Document("_id", "months"));
    assertThat(months()).containsExactly("2026-02 2", "2026-01 1");
    publish(Events.withdrawal("b", 3));
    assertThat(months()).containsExactly("2026-02 1", "2026-01 1");
    assertThat(kept.months().upTo()).as("kept by that entry").isEqualTo(3);
  }

  @Test
  void aKeeperThatWasAsleepCannotWriteOverANewerOne() {
    publish(Events.draft("a", "Một", 0).published(FEBRUARY).arrives());
    Arrival late = Events.draft("b", "Hai", 1).published(FEBRUARY).arrives();
    writer.write(late);
    Entry asleepOver = entries.get(1);
    KeptMonths newer = kept.months().moved(null, null, 9);
    assertThat(kept.saveLists(List.of(new KeptNews.Replacement(newer, 0)))).isTrue();
    assertThatThrownBy(() -> keeper.apply(asleepOver, 1)).isInstanceOf(Keeper.KeptMeanwhile.class);
    assertThat(months()).containsExactly("2026-02 1");
    assertThat(kept.saveLists(List.of(new KeptNews.Replacement(newer, 0))))
        .as("what it read is no longer what stands there")
        .isFalse();
  }

  @Test
  void isReadOnlyWhenAnArticleComesGoesOrMoves() {
    AtomicInteger reads = new AtomicInteger();
    Keeper counting =
        new Keeper(
            new ForwardingKeptNews(kept) {
              @Override
              public KeptMonths months() {
                reads.incrementAndGet();
                return super.months();
              }
            },
            revisions,
            MONTH);
    writer.write(Events.draft("a", "Một", 0).published(FEBRUARY).arrives());
    writer.write(Events.draft("a", "Một, sửa", 1).published(FEBRUARY).arrives());
    writer.write(Events.draft("a", "Một, sửa nữa", 2).published(FEBRUARY).arrives());
    for (int offset = 0; offset < entries.size(); offset++) {
      counting.apply(entries.get(offset), offset);
    }
    assertThat(reads).hasValue(1);
  }

  private List<String> months() {
    return news.months().stream().map(one -> one.month() + " " + one.articles()).toList();
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

  /** Is stopped after the lists, and before the given write: 0 the rest of the lists, 1, 2. */
  private KeptNews stopping(int before) {
    return new StoppingKeptNews(kept, before) {
      @Override
      public boolean saveLists(List<Replacement> lists) {
        boolean saved = super.saveLists(lists);
        stopAt(0);
        return saved;
      }
    };
  }
}
