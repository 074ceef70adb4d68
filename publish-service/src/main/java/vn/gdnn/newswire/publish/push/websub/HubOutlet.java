package vn.gdnn.newswire.publish.push.websub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.gdnn.newswire.publish.push.Outlet;
import vn.gdnn.newswire.publish.push.outbound.Answer;
import vn.gdnn.newswire.publish.push.outbound.Answer.Result;
import vn.gdnn.newswire.publish.push.outbound.Destination;
import vn.gdnn.newswire.publish.push.outbound.Outbound;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.News;

/**
 * A WebSub hub. W3C's recommendation leaves open how a publisher tells it; all hubs in use take
 * what PubSubHubbub 0.3 said: a form with {@code hub.mode=publish} and {@code hub.url}, the feed.
 * Changes are gathered for a moment, so that a feed that changes often is told of once.
 *
 * <p>An article may change tens of thousands of feeds. Those are told of when nothing else is to be
 * told, and only then is that change done: after a stop they are told of again. Beyond 20,000 feeds
 * no further changes are read before some have been told of, so memory is bounded, and none is left
 * out.
 */
final class HubOutlet implements Outlet {

  /** Feeds of a change that take their turn before the feeds of larger ones. */
  private static final int USUAL = 100;

  private static final int MOST_PENDING = 20_000;
  private static final int READ = 100;

  private final Destination hub;
  private final Outbound outbound;
  private final News news;
  private final TouchedFeeds touched;
  private final int topicsPerPing;
  private final long window;
  private final PendingFeeds urgent;
  private final PendingFeeds patient;

  private long upTo;
  private long readUpTo;
  private long patientSince;
  private boolean gathering;
  private long gatheringSince;

  HubOutlet(
      Destination hub,
      Outbound outbound,
      News news,
      TouchedFeeds touched,
      FeedTopics topics,
      int topicsPerPing,
      Duration window) {
    this.hub = hub;
    this.outbound = outbound;
    this.news = news;
    this.touched = touched;
    this.topicsPerPing = topicsPerPing;
    this.window = window.toNanos();
    this.urgent = new PendingFeeds(topics::of);
    this.patient = new PendingFeeds(topics::of);
  }

  /** Feeds tell it everyone. */
  @Override
  public String name() {
    return hub.uri().toString();
  }

  @Override
  public String id() {
    return "hub/" + hub.uri();
  }

  @Override
  public String fingerprint() {
    return hub.fingerprint();
  }

  @Override
  public String counter() {
    return "articles.push.pings";
  }

  @Override
  public String missing() {
    return "The hub's subscribers do not learn of changes until it looks at the feeds by itself.";
  }

  /** Hubs fetch feeds as they are now: what was before is no use to them. */
  @Override
  public long first(long newest, boolean known) {
    return newest;
  }

  @Override
  public void begin(long after) {
    urgent.clear();
    patient.clear();
    upTo = after;
    readUpTo = after;
    gathering = false;
  }

  @Override
  public Progress push(long after, long newest) throws InterruptedException {
    Duration rest = gather(newest);
    PendingFeeds pending = urgent.isEmpty() ? patient : urgent;
    List<String> topics = pending.next(topicsPerPing);
    if (topics.isEmpty()) {
      return Progress.waiting(doneUpTo(), rest);
    }
    Answer answer = ping(topics);
    if (answer.result() == Result.DELIVERED || answer.result() == Result.REFUSED) {
      pending.done(topics.size());
    }
    return Progress.of(doneUpTo(), readUpTo, answer);
  }

  /** Reads new changes when they have been gathered long enough; else says for how long yet. */
  private Duration gather(long newest) {
    if (newest <= readUpTo || urgent.size() + patient.size() >= MOST_PENDING) {
      return Duration.ZERO;
    }
    long now = System.nanoTime();
    if (!gathering) {
      gathering = true;
      gatheringSince = now;
    }
    long left = window - (now - gatheringSince);
    if (left > 0) {
      return Duration.ofNanos(left);
    }
    gathering = false;
    read(newest);
    return Duration.ofSeconds(1);
  }

  private void read(long newest) {
    while (readUpTo < newest && urgent.size() + patient.size() < MOST_PENDING) {
      List<Change> changes = news.changes(readUpTo, READ);
      if (changes.isEmpty()) {
        return;
      }
      for (Change change : changes) {
        add(change);
        readUpTo = change.number();
        if (urgent.size() + patient.size() >= MOST_PENDING) {
          return;
        }
      }
    }
  }

  private void add(Change change) {
    List<String> feeds = touched.by(change);
    urgent.addAll(List.of(FeedKey.ALL.path(), FeedTopics.CHANGES));
    if (feeds.size() <= USUAL) {
      urgent.addAll(feeds);
      return;
    }
    if (patient.isEmpty()) {
      patientSince = change.number();
    }
    patient.addAll(feeds.stream().filter(path -> !path.equals(FeedKey.ALL.path())).toList());
  }

  private long doneUpTo() {
    if (urgent.isEmpty()) {
      upTo = Math.max(upTo, patient.isEmpty() ? readUpTo : patientSince - 1);
    }
    return upTo;
  }

  private Answer ping(List<String> topics) throws InterruptedException {
    StringBuilder form = new StringBuilder("hub.mode=publish");
    for (String topic : topics) {
      form.append("&hub.url=").append(URLEncoder.encode(topic, StandardCharsets.UTF_8));
    }
    Answer answer =
        outbound.post(
            hub,
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            form.toString().getBytes(StandardCharsets.US_ASCII));
    // Hubs say 410 of a topic; that a hub is no more, its operator learns from the failures.
    return answer.result() == Result.GONE
        ? new Answer(Result.REFUSED, answer.status(), null, answer.words())
        : answer;
  }

  @Override
  public String toString() {
    return "hub " + hub;
  }
}
