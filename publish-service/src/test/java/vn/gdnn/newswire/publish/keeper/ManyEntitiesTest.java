package vn.gdnn.newswire.publish.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

/** An article that names more entities than are kept in one batch. */
class ManyEntitiesTest {

  private static final int UNITS = 2 * ArticleLists.BATCH + 7;
  private static final Duration MONTH = Duration.ofDays(30);

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoRevisions revisions = new MongoRevisions(store);
  private final MongoKeptNews kept = new MongoKeptNews(store);
  private final MongoNews news = new MongoNews(store);
  private final Announced announced = new Announced();
  private final List<Entry> entries = announced.entries();
  private final ArticleWriter writer =
      new ArticleWriter(new MongoHeads(store), revisions, announced, Clock.systemUTC());

  @Test
  void holdsABatchOfListsAtATime_inEachStep() {
    story().forEach(writer::write);
    List<Integer> read = new ArrayList<>();
    List<Integer> written = new ArrayList<>();
    KeptNews counting =
        new ForwardingKeptNews(kept) {
          @Override
          public Map<String, KeptFeed> feeds(Collection<FeedKey> keys) {
            read.add(keys.size());
            return super.feeds(keys);
          }

          @Override
          public Map<String, KeptEntity> entities(Collection<FeedKey> keys) {
            read.add(keys.size());
            return super.entities(keys);
          }

          @Override
          public boolean saveLists(List<Replacement> lists) {
            written.add(lists.size());
            return super.saveLists(lists);
          }
        };
    apply(new Keeper(counting, revisions, MONTH), 0);

    assertThat(read).isNotEmpty().allMatch(keys -> keys <= ArticleLists.BATCH);
    assertThat(written).allMatch(lists -> lists <= 3 * ArticleLists.BATCH);
    // All news, and a feed and an entity for each unit; by three entries, and by two the months.
    assertThat(written.stream().mapToInt(lists -> lists).sum()).isEqualTo(3 * (1 + 2 * UNITS) + 2);
    assertThat(news.entity(Kind.UNIT, "u-1").orElseThrow().articles()).isEqualTo(1);
    assertThat(kept.article(Events.id("a")).orElseThrow().slots()).hasSize(1 + UNITS);
  }

  @Test
  void finishesWhatWasStoppedBetweenTwoBatches_andWritesNoListTwice() {
    ManyEntitiesTest unbroken = new ManyEntitiesTest();
    story().forEach(unbroken.writer::write);
    unbroken.apply(new Keeper(unbroken.kept, unbroken.revisions, MONTH), 0);

    story().forEach(writer::write);
    for (int offset = 0; offset < entries.size(); offset++) {
      Entry entry = entries.get(offset);
      Set<String> seen = new HashSet<>();
      int at = offset;
      for (int batches = 1; batches <= 3; batches++) {
        Keeper stopped = new Keeper(stoppingAfterABatch(seen), revisions, MONTH);
        assertThatThrownBy(() -> stopped.apply(entry, at)).isInstanceOf(Stopped.class);
        assertThat(news.changes(0, 10)).hasSize(offset);
      }
      assertThat(new Keeper(kept, revisions, MONTH).apply(entry, offset)).isPresent();
    }

    for (FeedKey key : keys()) {
      assertThat(news.feed(key)).isEqualTo(unbroken.news.feed(key));
    }
    assertThat(kept.entities(keys())).isEqualTo(unbroken.kept.entities(keys()));
    assertThat(kept.feeds(keys())).isEqualTo(unbroken.kept.feeds(keys()));
    assertThat(kept.article(Events.id("a"))).isEqualTo(unbroken.kept.article(Events.id("a")));
    assertThat(news.changes(0, 10)).isEqualTo(unbroken.news.changes(0, 10));
    assertThat(news.changes(0, 10)).extracting(Change::number).containsExactly(1L, 2L, 3L);
  }

  private static List<Arrival> story() {
    return List.of(
        named(Events.draft("a", "Một", 0)),
        Events.draft("a", "Một, sửa", 1).arrives(),
        named(Events.draft("b", "Hai", 2)));
  }

  private static Arrival named(Events.Draft draft) {
    IntStream.range(0, UNITS).forEach(i -> draft.naming("u-" + i));
    return draft.arrives();
  }

  private static List<FeedKey> keys() {
    return IntStream.range(0, UNITS).mapToObj(i -> FeedKey.of(Kind.UNIT, "u-" + i)).toList();
  }

  private void apply(Keeper keeper, int from) {
    for (int offset = from; offset < entries.size(); offset++) {
      keeper.apply(entries.get(offset), offset);
    }
  }

  private KeptNews stoppingAfterABatch(Set<String> seen) {
    return new ForwardingKeptNews(kept) {
      @Override
      public boolean saveLists(List<Replacement> lists) {
        if (!lists.isEmpty()) {
          assertThat(lists).allMatch(replacement -> seen.add(name(replacement.list())));
          super.saveLists(lists);
          throw new Stopped();
        }
        return super.saveLists(lists);
      }
    };
  }

  private static String name(Record list) {
    if (list instanceof KeptEntity entity) {
      return "entity " + entity.id();
    }
    return list instanceof KeptFeed feed ? "feed " + feed.path() : list.toString();
  }

  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
