package vn.gdnn.newswire.publish.keeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.writing.Announcements;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

/** The consumer of entries, stopped after each of its steps, its offset not yet committed. */
class KeepEntryTest {

  private static final Clock CLOCK = Clock.fixed(Events.at(100), ZoneOffset.UTC);
  private static final List<FeedKey> FEEDS =
      List.of(FeedKey.ALL, FeedKey.of(Kind.UNIT, "u-1"), FeedKey.of(Kind.UNIT, "u-2"));

  /** What is done for an entry, in this order. */
  private enum Step {
    LISTS,
    ARTICLE,
    CHANGE,
    OUTCOME
  }

  @ParameterizedTest
  @EnumSource
  void stoppedAfterAnyStep_endsTheSame_withoutAGap_andNothingTwice(Step step) {
    Run unbroken = new Run();
    for (int offset = 0; offset < unbroken.entries.size(); offset++) {
      unbroken.consumer(null).accept(unbroken.message(offset));
    }
    assertThat(unbroken.counted("applied")).isEqualTo(5);
    assertThat(unbroken.counted("hidden")).isEqualTo(1);
    assertThat(unbroken.counted("dropped")).isEqualTo(1);

    Run stopped = new Run();
    int stops = 0;
    for (int offset = 0; offset < stopped.entries.size(); offset++) {
      Message<byte[]> message = stopped.message(offset);
      try {
        stopped.consumer(step).accept(message);
      } catch (Stopped e) {
        stops++;
      }
      // The next process has nothing in memory, reads the same entry, and is given it once more.
      stopped.consumer(null).accept(message);
      stopped.consumer(null).accept(message);
    }

    assertThat(stops).isGreaterThanOrEqualTo(5);
    assertThat(stopped.news.changes(0, 100)).isEqualTo(unbroken.news.changes(0, 100));
    assertThat(stopped.news.changes(0, 100))
        .extracting(Change::number)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    for (FeedKey key : FEEDS) {
      assertThat(stopped.news.feed(key)).isEqualTo(unbroken.news.feed(key));
    }
    assertThat(stopped.kept.feeds(FEEDS)).isEqualTo(unbroken.kept.feeds(FEEDS));
    assertThat(stopped.kept.entities(FEEDS)).isEqualTo(unbroken.kept.entities(FEEDS));
    for (String article : List.of("a", "b", "c")) {
      assertThat(stopped.kept.article(Events.id(article)))
          .isEqualTo(unbroken.kept.article(Events.id(article)));
    }
    // An outcome may be told again, a journey takes it once; it never says something else.
    assertThat(Set.copyOf(stopped.told)).isEqualTo(Set.copyOf(unbroken.told));
    assertThat(unbroken.told).doesNotHaveDuplicates().hasSize(5);
  }

  /** A store of its own, the story's entries in it, and what the newsroom was told. */
  private static final class Run {
    private final EventCodec codec = new EventCodec();
    private final Store store = new Store(TestDatabase.fresh());
    private final MongoRevisions revisions = new MongoRevisions(store);
    private final MongoKeptNews kept = new MongoKeptNews(store);
    private final MongoNews news = new MongoNews(store);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Outcome> told = new ArrayList<>();

    Run() {
      ArticleWriter writer =
          new ArticleWriter(
              new MongoHeads(store), revisions, announcements(new ArrayList<>(), null), CLOCK);
      writer.write(Events.draft("a", "Một", 0).naming("u-1").arrives());
      writer.write(Events.draft("b", "Hai", 1).naming("u-1").naming("u-2").arrives());
      writer.write(Events.draft("a", "Một, sửa", 2).naming("u-2").arrives());
      entries.add(entries.get(1));
      writer.write(Events.draft("c", "Ba", 3).embargo(Events.at(50)).arrives());
      entries.add(
          new Entry(Events.id("c"), 1, 1, What.RELEASED, Events.at(50), new Entry.Origin(0, 3)));
      writer.write(Events.withdrawal("b", 4));
    }

    /** A process of its own. */
    KeepEntry consumer(@Nullable Step stopAfter) {
      KeptNews stopping =
          new ForwardingKeptNews(new MongoKeptNews(store)) {
            @Override
            public boolean saveLists(List<Replacement> lists) {
              return done(super.saveLists(lists), Step.LISTS, stopAfter);
            }

            @Override
            public boolean saveArticle(KeptArticle article, long asRead) {
              return done(super.saveArticle(article, asRead), Step.ARTICLE, stopAfter);
            }

            @Override
            public boolean add(NumberedChange change) {
              return done(super.add(change), Step.CHANGE, stopAfter);
            }
          };
      Announcements announcements = announcements(told, stopAfter);
      return new KeepEntry(
          codec,
          new Keeper(stopping, revisions, Duration.ofDays(30)),
          new DueEntries(stopping, revisions, announcements, CLOCK),
          revisions,
          announcements,
          CLOCK,
          meters);
    }

    private Announcements announcements(List<Outcome> outcomes, @Nullable Step stopAfter) {
      return new Announcements() {
        @Override
        public void append(Entry entry, String eventId) {
          entries.add(entry);
        }

        @Override
        public void tell(List<Outcome> some) {
          done(outcomes.addAll(some), Step.OUTCOME, stopAfter);
        }
      };
    }

    private static boolean done(boolean result, Step step, @Nullable Step stopAfter) {
      if (step == stopAfter) {
        throw new Stopped();
      }
      return result;
    }

    Message<byte[]> message(int offset) {
      Entry entry = entries.get(offset);
      return MessageBuilder.withPayload(codec.encode(entry))
          .setHeader(KafkaHeaders.RECEIVED_TOPIC, Topics.PUBLISHED)
          .setHeader(KafkaHeaders.RECEIVED_PARTITION, 0)
          .setHeader(KafkaHeaders.OFFSET, (long) offset)
          .setHeader(KafkaHeaders.RECEIVED_KEY, entry.id().toString().getBytes(UTF_8))
          .setHeader(EventHeaders.TYPE, EventType.of(Entry.class).ceType())
          .setHeader(EventHeaders.ID, "entry-" + offset)
          .setHeader(EventHeaders.TIME, entry.at().toString())
          .build();
    }

    double counted(String result) {
      return meters.counter("articles.keeper.entries", "result", result).count();
    }
  }

  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
