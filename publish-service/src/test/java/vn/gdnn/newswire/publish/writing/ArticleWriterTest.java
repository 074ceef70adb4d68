package vn.gdnn.newswire.publish.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.revision.Head;
import vn.gdnn.newswire.publish.revision.Heads;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;

/**
 * The writer and the keeper behind it, stopped between each two steps and given the event again.
 */
class ArticleWriterTest {

  private static final Clock CLOCK = Clock.fixed(Events.START, ZoneOffset.UTC);

  private final Store store = new Store(TestDatabase.fresh());
  private final Heads heads = new MongoHeads(store);
  private final Revisions revisions = new MongoRevisions(store);
  private final MongoNews news = new MongoNews(store);
  private final List<Entry> entries = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  /** Steps that may still be taken before the process is stopped. */
  private int stepsLeft = Integer.MAX_VALUE;

  private final ArticleWriter writer =
      new ArticleWriter(
          new Heads() {
            @Override
            public Optional<Head> find(UUID id) {
              return heads.find(id);
            }

            @Override
            public boolean replace(Head next) {
              step();
              return heads.replace(next);
            }
          },
          new Revisions() {
            @Override
            public Optional<Revision> find(UUID id, int revision, int tagging) {
              return revisions.find(id, revision, tagging);
            }

            @Override
            public void save(Revision revision) {
              step();
              revisions.save(revision);
            }
          },
          new Announcements() {
            @Override
            public void append(Entry entry, String eventId) {
              step();
              entries.add(entry);
            }

            @Override
            public void tell(List<Outcome> told) {
              step();
              outcomes.addAll(told);
            }
          },
          CLOCK);

  private List<Arrival> story() {
    return List.of(
        Events.draft("a", "Một", 0).naming("u-1").arrives(),
        Events.draft("b", "Hai", 1).naming("u-1").naming("u-2").arrives(),
        Events.draft("a", "Một", 2).naming("u-1").arrives(),
        Events.draft("a", "Một, sửa", 3).naming("u-2").arrives(),
        Events.withdrawal("b", 4),
        Events.reinstatement("b", 5),
        Events.withdrawal("a", 6),
        Events.draft("a", "Một, sửa nữa", 7).arrives());
  }

  @Test
  void tellsEachStepOfAnEvent() {
    writer.write(Events.draft("a", "Một", 0).arrives());
    assertThat(outcomes).extracting(Outcome::step).containsExactly(Step.WRITTEN, Step.ANNOUNCED);
    assertThat(outcomes).extracting(Outcome::state).containsOnly(State.PENDING);

    writer.write(Events.draft("a", "Một", 1).arrives());
    assertThat(outcomes.get(2).state()).isEqualTo(State.REPEATED);
    assertThat(outcomes.get(2).step()).isNull();
    assertThat(outcomes.get(2).revision()).isEqualTo(1);
    assertThat(entries).hasSize(1);
  }

  @Test
  void tellsWhatWaitedThatItWasOvertaken() {
    writer.write(Events.draft("a", "Một", 0).embargo(Events.at(50)).arrives());
    writer.write(Events.draft("a", "Hai", 1).arrives());
    Outcome last = outcomes.get(outcomes.size() - 1);
    assertThat(last.state()).isEqualTo(State.SUPERSEDED);
    assertThat(last.place().offset()).isZero();
    assertThat(last.revision()).isEqualTo(1);

    outcomes.clear();
    writer.write(Events.draft("a", "Ba", 60).arrives());
    assertThat(outcomes).extracting(Outcome::state).doesNotContain(State.SUPERSEDED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void endsTheSameWhereverItIsStopped(int stoppedBefore) {
    List<Arrival> story = story();
    List<Head.Decision> undisturbed = new ArrayList<>();
    ArticleWriterTest other = new ArticleWriterTest();
    story.forEach(arrival -> undisturbed.add(other.writer.write(arrival)));

    List<Head.Decision> decisions = new ArrayList<>();
    for (Arrival arrival : story) {
      stepsLeft = stoppedBefore;
      try {
        writer.write(arrival);
      } catch (Stopped expected) {
        // the process is gone; the event is read again
      }
      stepsLeft = Integer.MAX_VALUE;
      decisions.add(writer.write(arrival));
    }

    assertThat(decisions).isEqualTo(undisturbed);
    assertThat(heads.find(Events.id("a"))).isEqualTo(other.heads.find(Events.id("a")));
    assertThat(heads.find(Events.id("b"))).isEqualTo(other.heads.find(Events.id("b")));
    assertThat(entries.stream().distinct().toList()).isEqualTo(other.entries);
    assertThat(seenByReaders()).isEqualTo(other.seenByReaders());
    assertThat(outcomes).containsAll(other.outcomes);
  }

  @Test
  void endsTheSameWhenAllIsReadAgainFromTheStart() {
    List<Arrival> story = story();
    story.forEach(writer::write);
    List<Object> once = seenByReaders();

    story.forEach(writer::write);
    assertThat(seenByReaders()).isEqualTo(once);
  }

  @Test
  void leavesTheEventToBeReadAgainWhenAnotherWriterWasFaster() {
    ArticleWriter slow =
        new ArticleWriter(
            new Heads() {
              @Override
              public Optional<Head> find(UUID id) {
                Optional<Head> read = heads.find(id);
                writer.write(Events.draft("a", "Của bản kia", 1).arrives());
                return read;
              }

              @Override
              public boolean replace(Head next) {
                return heads.replace(next);
              }
            },
            revisions,
            new Announcements() {
              @Override
              public void append(Entry entry, String eventId) {
                throw new AssertionError("announced what was not written");
              }

              @Override
              public void tell(List<Outcome> told) {
                throw new AssertionError("told what was not written");
              }
            },
            CLOCK);
    assertThatThrownBy(() -> slow.write(Events.draft("a", "Một", 0).arrives()))
        .isInstanceOf(ArticleWriter.WrittenMeanwhile.class);
    assertThat(heads.find(Events.id("a")).orElseThrow().place().offset()).isEqualTo(1);
  }

  /** What a keeper makes of the entries: feeds, documents, changes. */
  private List<Object> seenByReaders() {
    Store fresh = new Store(TestDatabase.fresh());
    Keeper keeper = new Keeper(new MongoKeptNews(fresh), revisions, Duration.ofDays(30));
    for (int offset = 0; offset < entries.size(); offset++) {
      keeper.apply(entries.get(offset), offset);
    }
    MongoNews kept = new MongoNews(fresh);
    List<Object> seen = new ArrayList<>();
    for (FeedKey key : List.of(FeedKey.ALL, FeedKey.of(vn.gdnn.newswire.events.Kind.UNIT, "u-1"))) {
      seen.add(kept.feed(key).orElseThrow().items());
      seen.add(news.revisions(kept.feed(key).orElseThrow().items(), document -> document));
    }
    seen.add(kept.article(Events.id("a")));
    seen.add(kept.article(Events.id("b")));
    seen.add(kept.changes(0, 100).stream().map(Change::toString).toList());
    return seen;
  }

  private void step() {
    if (stepsLeft-- <= 0) {
      throw new Stopped();
    }
  }

  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
