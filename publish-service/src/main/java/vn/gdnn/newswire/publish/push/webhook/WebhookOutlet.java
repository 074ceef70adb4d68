package vn.gdnn.newswire.publish.push.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import vn.gdnn.newswire.publish.api.ChangeEntry;
import vn.gdnn.newswire.publish.push.Outlet;
import vn.gdnn.newswire.publish.push.PushProperties.Receiver;
import vn.gdnn.newswire.publish.push.outbound.Answer;
import vn.gdnn.newswire.publish.push.outbound.Answer.Result;
import vn.gdnn.newswire.publish.push.outbound.Destination;
import vn.gdnn.newswire.publish.push.outbound.Outbound;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.News;

/**
 * A receiver of webhooks: a request for each change, its body the entry that {@code /api/changes}
 * has for it. A change keeps its {@code webhook-id} however often it is sent, from whichever
 * instance.
 */
final class WebhookOutlet implements Outlet {

  private static final int READ_AHEAD = 50;

  private final Receiver receiver;
  private final Destination destination;
  private final SigningSecrets secrets;
  private final Outbound outbound;
  private final News news;
  private final ChangeEntry entries;
  private final Clock clock;
  private final Deque<Change> ahead = new ArrayDeque<>();

  WebhookOutlet(Receiver receiver, Outbound outbound, News news, ChangeEntry entries, Clock clock) {
    this.receiver = receiver;
    this.destination =
        Destination.of(
            "newswire.push.receivers: url of " + receiver.name(),
            receiver.url(),
            receiver.privateAddress());
    this.secrets = new SigningSecrets(receiver.name(), receiver.secretFile());
    this.outbound = outbound;
    this.news = news;
    this.entries = entries;
    this.clock = clock;
    checkFrom();
  }

  private void checkFrom() {
    try {
      first(0, false);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "newswire.push.receivers: from of %s is newest, start, or a cursor of this log's changes"
              .formatted(receiver.name()),
          e);
    }
  }

  @Override
  public String name() {
    return receiver.name();
  }

  @Override
  public String id() {
    return "webhook/" + receiver.name();
  }

  @Override
  public String fingerprint() {
    return destination.fingerprint();
  }

  @Override
  public String counter() {
    return "articles.push.deliveries";
  }

  @Override
  public String missing() {
    return "The receiver does not learn of changes unless it asks /api/changes.";
  }

  @Override
  public long first(long newest, boolean known) {
    if (known) {
      // Of another log it has nothing: as whoever comes to /api/changes with an old cursor.
      return 0;
    }
    return switch (receiver.from()) {
      case "newest" -> newest;
      case "start" -> 0;
      default -> entries.number(receiver.from());
    };
  }

  @Override
  public void begin(long after) {
    ahead.clear();
  }

  @Override
  public Progress push(long after, long newest) throws InterruptedException {
    if (ahead.isEmpty()) {
      ahead.addAll(news.changes(after, READ_AHEAD));
    }
    Change change = ahead.peek();
    if (change == null) {
      return Progress.waiting(after, Duration.ofSeconds(1));
    }
    Answer answer = send(change);
    boolean done = answer.result() == Result.DELIVERED || answer.result() == Result.REFUSED;
    if (done) {
      ahead.remove();
    }
    return Progress.of(done ? change.number() : after, change.number(), answer);
  }

  private Answer send(Change change) throws InterruptedException {
    byte[] body = entries.json(change);
    String id = entries.id(change);
    long seconds = clock.instant().getEpochSecond();
    try {
      return outbound.post(
          destination,
          Map.of(
              "Content-Type",
              "application/json",
              "webhook-id",
              id,
              "webhook-timestamp",
              Long.toString(seconds),
              "webhook-signature",
              secrets.sign(id, seconds, body)),
          body);
    } catch (SigningSecrets.Unsigned e) {
      return Answer.none(Result.UNSIGNED, "can't be signed for: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return receiver.name() + " at " + destination;
  }
}
