package vn.gdnn.newswire.publish.readership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.gdnn.newswire.publish.feed.FeedRevision;
import vn.gdnn.newswire.publish.mongo.MongoFollowings;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.web.Asked;

/** Part of the storage suite. */
class ReadershipTest {

  private static final Instant START = Instant.parse("2026-01-05T02:00:00Z");
  private static final int MOST = 100;

  private final MovedClock clock = new MovedClock();
  private final Followings store = new MongoFollowings(new Store(TestDatabase.fresh()));
  private final Instance one = new Instance(store);
  private final Instance two = new Instance(store);

  @Test
  void notesWhatItWasSent_andTheProofThatItArrived() {
    one.get("curl/8", 5);
    one.flush.flush();
    Following sent = kept("agent:curl").orElseThrow();
    assertThat(sent.steps()).containsExactly(Step.sent(5, name(5), START));

    clock.pass(60);
    one.conditional("curl/9", 5, name(5));
    one.flush.flush();
    Following held = kept("agent:curl").orElseThrow();
    assertThat(held.steps()).containsExactly(new Step(5, name(5), START, START.plusSeconds(60)));
    assertThat(held.lastSeen()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void whatOneInstanceSentIsConfirmedAtTheOther_alsoWhenTheFeedHasGoneOn() {
    one.get("curl/8", 5);
    one.flush.flush();
    clock.pass(60);
    two.conditional("curl/8", 6, name(5));
    two.flush.flush();
    assertThat(kept("agent:curl").orElseThrow().steps())
        .containsExactly(
            new Step(5, name(5), START, START.plusSeconds(60)),
            Step.sent(6, name(6), START.plusSeconds(60)));
  }

  @Test
  void bothInstancesTogetherSayWhatOneWouldHaveSaid_evenIfTheyWriteAtOnce() {
    one.get("a", 1);
    two.get("a", 1);
    two.get("b", 1);
    clock.pass(30);
    one.get("a", 2);
    two.conditional("a", 2, name(2));
    // The other writes between this one's reading and writing.
    Instance slow = new Instance(new Meddled(store, two.flush::flush));
    slow.get("a", 3);
    slow.flush.flush();
    one.flush.flush();
    assertThat(kept("agent:a").orElseThrow().steps())
        .as("what was in between waits for the next time")
        .hasSize(2);
    slow.flush.flush();
    assertThat(kept("agent:a").orElseThrow().steps())
        .containsExactly(
            Step.sent(1, name(1), START),
            Step.held(2, name(2), START.plusSeconds(30)),
            Step.sent(3, name(3), START.plusSeconds(30)));
    assertThat(store.count()).isEqualTo(2);
    assertThat(one.added() + two.added() + slow.added()).isEqualTo(2);
  }

  @Test
  void anAsteriskAHeadAndAPageOfTheHistoryProveNothing() {
    one.get("a", 1);
    clock.pass(5);
    MockHttpServletRequest any = request("a");
    any.addHeader("If-None-Match", "*, \"x\"");
    one.readership.answered(revision(2), Asked.of(any), 304);
    MockHttpServletRequest head = request("a");
    head.setMethod("HEAD");
    one.readership.answered(revision(3), Asked.of(head), 200);
    one.readership.answered(
        new FeedRevision("all", 1, "rss", 4, name(4)), Asked.of(request("a")), 200);
    one.readership.answered(revision(5), Asked.of(request("a")), 503);
    one.flush.flush();
    Following following = kept("agent:a").orElseThrow();
    assertThat(following.steps()).containsExactly(Step.sent(1, name(1), START));
    assertThat(following.lastSeen()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void aDateThatWasTakenForTheRevisionIsProofToo() {
    MockHttpServletRequest dated = request("a");
    dated.addHeader("If-Modified-Since", "Mon, 05 Jan 2026 02:00:00 GMT");
    one.readership.answered(revision(2), Asked.of(dated), 304);
    one.flush.flush();
    assertThat(kept("agent:a").orElseThrow().confirms(2)).isTrue();
  }

  @Test
  void namingARevisionThatWasNeverSentProvesNothing() {
    one.get("a", 1);
    one.conditional("a", 2, "f".repeat(32));
    one.conditional("a", 2, "nonsense\",,,W/\"\"");
    one.flush.flush();
    assertThat(kept("agent:a").orElseThrow().steps())
        .containsExactly(Step.sent(1, name(1), START), Step.sent(2, name(2), START));
  }

  @Test
  void randomAgentsExhaustNeitherMemoryNorStore_andPushOutNoReader() {
    for (int round = 0; round < 3; round++) {
      for (int reader = 0; reader < 20; reader++) {
        one.get("site-" + letters(reader), 1);
      }
      clock.pass(60);
      one.flush.flush();
    }
    for (int i = 0; i < 30_000; i++) {
      one.get("bot-" + letters(i), 1);
      if (i % 1_000 == 0) {
        clock.pass(1);
        one.flush.flush();
        assertThat(store.count()).isLessThanOrEqualTo(MOST);
      }
    }
    one.flush.flush();
    assertThat(one.meters.get("articles.readers.in.memory").gauge().value())
        .isLessThanOrEqualTo(MOST);
    assertThat(store.count()).isLessThanOrEqualTo(MOST);
    for (int reader = 0; reader < 20; reader++) {
      assertThat(kept("agent:site-" + letters(reader))).as("reader " + reader).isPresent();
    }
    // The sums.
    double first = one.count("articles.readers.sightings", "result", "first");
    assertThat(first)
        .isEqualTo(
            one.count("articles.readers.forgotten")
                + one.meters.get("articles.readers.in.memory").gauge().value());
    assertThat(first + one.count("articles.readers.sightings", "result", "again"))
        .isEqualTo(30_060);
    assertThat(one.added() - one.dropped("full") - one.dropped("old"))
        .isEqualTo(store.count())
        .isEqualTo(one.meters.get("articles.readers.kept").gauge().value());
    assertThat(one.count("articles.readers.turned.away")).isPositive();
  }

  @Test
  void whoComesAgainFindsRoom_inPlaceOfThoseThatCameOnceAndThenOfTheLeastRecentlySeen() {
    for (int i = 0; i < MOST; i++) {
      one.get("once-" + letters(i), 1);
      clock.pass(1);
    }
    one.flush.flush();
    two.get("reader", 1);
    clock.pass(700);
    two.flush.flush();
    assertThat(kept("agent:reader")).as("full, and it came once").isEmpty();
    two.get("reader", 1);
    two.flush.flush();
    assertThat(kept("agent:reader")).isPresent();
    assertThat(kept("agent:once-" + letters(0))).as("the one seen longest ago").isEmpty();
    assertThat(store.count()).isEqualTo(MOST);
    assertThat(two.dropped("full")).isEqualTo(1);
  }

  @Test
  void forgetsWhoAskedForNothingInAMonth() {
    one.get("gone", 1);
    one.flush.flush();
    clock.pass(Duration.ofDays(31).toSeconds());
    one.get("here", 1);
    one.flush.flush();
    assertThat(kept("agent:gone")).isEmpty();
    assertThat(kept("agent:here")).isPresent();
    assertThat(one.dropped("old")).isEqualTo(1);
  }

  @Test
  void keepsWhatItSawWhileTheStoreIsAway() {
    try (var nobody = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
      Switched switched = new Switched(new MongoFollowings(new Store(nobody.getDatabase("x"))));
      Instance instance = new Instance(switched);
      instance.get("a", 1);
      assertThatThrownBy(instance.flush::flush).isInstanceOf(RuntimeException.class);
      clock.pass(20);
      instance.get("a", 2);
      switched.to = store;
      instance.flush.flush();
      assertThat(kept("agent:a").orElseThrow().steps()).hasSize(2);
    }
  }

  @Test
  void writesAReaderThatAsksAllTheTimeOnceAMinute() {
    Switched counting = new Switched(store);
    Instance instance = new Instance(counting);
    for (int second = 0; second < 600; second++) {
      instance.conditional("a", 1, name(1));
      clock.pass(1);
      if (second % 5 == 0) {
        instance.flush.flush();
      }
    }
    assertThat(counting.saves).isBetween(9, 12);
  }

  @Test
  void writesWhenTheServiceStops() throws Exception {
    one.get("a", 1);
    one.flush.destroy();
    assertThat(kept("agent:a")).isPresent();
  }

  private Optional<Following> kept(String reader) {
    List<Following> found = new ArrayList<>();
    store.each(
        following -> {
          if (following.key().reader().equals(reader)) {
            found.add(following);
          }
        });
    assertThat(found).hasSizeLessThan(2);
    return found.stream().findFirst();
  }

  /** A number in letters: digits at its end would be a version. */
  private static String letters(int number) {
    return Integer.toString(number, 10)
        .chars()
        .collect(
            StringBuilder::new,
            (text, c) -> text.append((char) (c - '0' + 'a')),
            StringBuilder::append)
        .toString();
  }

  private static String name(int number) {
    return "%032x".formatted(number);
  }

  private static FeedRevision revision(int number) {
    return new FeedRevision("all", 0, "rss", number, name(number));
  }

  private static MockHttpServletRequest request(String agent) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/feeds/all.rss");
    request.addHeader("User-Agent", agent);
    return request;
  }

  /** A publish instance, as far as it counts readers. */
  private final class Instance {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Readership readership = new Readership(clock, meters, MOST);
    private final ReadershipFlush flush;

    Instance(Followings followings) {
      flush =
          new ReadershipFlush(
              readership,
              followings,
              clock,
              meters,
              MOST,
              Duration.ofDays(30),
              Duration.ofSeconds(5));
    }

    void get(String agent, int number) {
      readership.answered(revision(number), Asked.of(request(agent)), 200);
    }

    /** Asks for what stands at this number, and names what it holds. */
    void conditional(String agent, int number, String held) {
      MockHttpServletRequest request = request(agent);
      request.addHeader("If-None-Match", "W/\"" + held + "-gz01020304\"");
      readership.answered(
          revision(number), Asked.of(request), name(number).equals(held) ? 304 : 200);
    }

    double count(String name, String... tags) {
      return meters.get(name).tags(tags).counter().count();
    }

    double added() {
      return count("articles.readers.added");
    }

    double dropped(String reason) {
      return count("articles.readers.dropped", "reason", reason);
    }
  }

  private static final class MovedClock extends Clock {

    private Instant now = START;

    void pass(long seconds) {
      now = now.plusSeconds(seconds);
    }

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
  }

  /** A store that can be exchanged. */
  private static class Switched implements Followings {

    private Followings to;
    private int saves;

    Switched(Followings to) {
      this.to = to;
    }

    @Override
    public Map<Following.Key, Kept> find(Collection<Following.Key> keys) {
      return to.find(keys);
    }

    @Override
    public boolean save(List<Kept> changed) {
      saves++;
      return to.save(changed);
    }

    @Override
    public void each(Consumer<Following> use) {
      to.each(use);
    }

    @Override
    public long count() {
      return to.count();
    }

    @Override
    public Dropped drop(Instant notSeenSince, int most) {
      return to.drop(notSeenSince, most);
    }
  }

  /** Somebody else writes between reading and the first writing. */
  private static final class Meddled extends Switched {

    private Runnable meddle;

    Meddled(Followings to, Runnable meddle) {
      super(to);
      this.meddle = meddle;
    }

    @Override
    public boolean save(List<Kept> changed) {
      meddle.run();
      meddle = () -> {};
      return super.save(changed);
    }
  }
}
