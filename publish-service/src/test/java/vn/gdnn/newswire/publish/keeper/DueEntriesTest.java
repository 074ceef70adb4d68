package vn.gdnn.newswire.publish.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.Announcements;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

class DueEntriesTest {

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoRevisions revisions = new MongoRevisions(store);
  private final MongoKeptNews kept = new MongoKeptNews(store);
  private final List<Entry> entries = new ArrayList<>();
  private final Announcements announcements =
      new Announcements() {
        @Override
        public void append(Entry entry, String eventId) {
          if (logIsAway) {
            throw new IllegalStateException("away");
          }
          entries.add(entry);
        }

        @Override
        public void tell(List<Outcome> outcomes) {
          // of no concern here
        }
      };
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
  private final ArticleWriter writer =
      new ArticleWriter(new MongoHeads(store), revisions, announcements, clock);
  private final Keeper keeper = new Keeper(kept, revisions, Duration.ofDays(30));
  private final DueEntries due = new DueEntries(kept, revisions, announcements, clock);
  private Instant now = Events.START;
  private boolean logIsAway;
  private int applied;

  @BeforeEach
  void isTheKeeper() {
    due.takeOver();
  }

  @Test
  void releasesWhenTheEmbargoIsOver_andNotBefore() {
    publish(Events.draft("a", "Một", 0).embargo(Events.at(10)).arrives());
    now = Events.at(10).minusMillis(1);
    assertThat(due.appendDue()).isZero();
    now = Events.at(10);
    assertThat(due.appendDue()).isEqualTo(1);
    Entry last = entries.get(entries.size() - 1);
    assertThat(last.what()).isEqualTo(What.RELEASED);
    assertThat(last.at()).isEqualTo(Events.at(10));
    assertThat(due.appendDue()).isZero();
  }

  @Test
  void remembersAfterARestart() {
    publish(Events.draft("a", "Một", 0).arrives());
    publish(Events.withdrawal("a", 1));
    now = Events.at(1).plus(Duration.ofDays(30));
    DueEntries restarted = new DueEntries(kept, revisions, announcements, clock);
    restarted.takeOver();
    assertThat(restarted.appendDue()).isEqualTo(1);
    assertThat(entries.get(entries.size() - 1).what()).isEqualTo(What.NOTICE_ENDED);
  }

  @Test
  void takesOverAtOnceWhatAnotherInstanceKept() {
    DueEntries other = new DueEntries(kept, revisions, announcements, clock);
    other.takeOver();
    assertThat(other.appendDue()).isZero();
    other.handOver();
    publish(Events.draft("a", "Một", 0).embargo(Events.START.plusMillis(1500)).arrives());
    now = Events.START.plusMillis(1500);
    assertThat(other.appendDue()).isZero();
    other.takeOver();
    assertThat(other.appendDue()).isEqualTo(1);
  }

  @Test
  void asksTheStoreOnceForEachTimeItTakesOver() {
    AtomicInteger asked = new AtomicInteger();
    DueEntries counted =
        new DueEntries(
            new ForwardingKeptNews(kept) {
              @Override
              public List<Due> waiting() {
                if (asked.incrementAndGet() == 1) {
                  throw new IllegalStateException("away");
                }
                return super.waiting();
              }
            },
            revisions,
            announcements,
            clock);
    counted.takeOver();
    assertThatThrownBy(counted::appendDue).hasMessage("away");
    for (int i = 0; i < 100; i++) {
      now = now.plusSeconds(60);
      assertThat(counted.appendDue()).isZero();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void forgetsWhatACorrectionOvertook() {
    publish(Events.draft("a", "Một", 0).embargo(Events.at(10)).arrives());
    publish(Events.draft("a", "Một", 1).embargo(null).arrives());
    now = Events.at(11);
    assertThat(due.appendDue()).isZero();
  }

  @Test
  void keepsWhatCannotBeAppended() {
    publish(Events.draft("a", "Một", 0).embargo(Events.at(10)).arrives());
    now = Events.at(10);
    logIsAway = true;
    assertThatThrownBy(due::appendDue).hasMessage("away");
    logIsAway = false;
    assertThat(due.appendDue()).isEqualTo(1);
  }

  private void publish(Arrival arrival) {
    writer.write(arrival);
    for (; applied < entries.size(); applied++) {
      keeper.apply(entries.get(applied), applied).ifPresent(due::note);
    }
  }
}
