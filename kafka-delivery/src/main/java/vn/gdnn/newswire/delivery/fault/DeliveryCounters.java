package vn.gdnn.newswire.delivery.fault;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.Stream;
import vn.gdnn.newswire.events.InvalidEvent;

/**
 * Counts what becomes of each delivery of a record. For every topic: deliveries = handled + retries
 * + dead letters.
 */
public class DeliveryCounters {

  private final MeterRegistry meters;

  /** Makes one. */
  public DeliveryCounters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Starts a topic's counters at nought, so that an alert sees the first step. */
  void startAtNought(String topic) {
    handled(topic, 0);
    Stream.of(InvalidEvent.Reason.values())
        .map(InvalidEvent.Reason::wire)
        .forEach(reason -> deadLetters(topic, reason, 0));
    deadLetters(topic, Fault.FAILED, 0);
    retries(topic, Fault.Blame.WORLD, 0);
    retries(topic, Fault.Blame.EVENT, 0);
  }

  void handled(String topic) {
    handled(topic, 1);
  }

  void deadLetter(String topic, String reason) {
    deadLetters(topic, reason, 1);
  }

  void retry(String topic, Fault.Blame blame) {
    retries(topic, blame, 1);
  }

  void handled(String topic, int by) {
    meters.counter("articles.handled", "topic", topic).increment(by);
  }

  private void deadLetters(String topic, String reason, int by) {
    meters.counter("articles.dead.letters", "topic", topic, "reason", reason).increment(by);
  }

  void retries(String topic, Fault.Blame blame, int by) {
    meters
        .counter("articles.retries", "topic", topic, "fault", blame.name().toLowerCase(Locale.ROOT))
        .increment(by);
  }
}
