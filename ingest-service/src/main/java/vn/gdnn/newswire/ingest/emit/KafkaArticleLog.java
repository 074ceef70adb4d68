package vn.gdnn.newswire.ingest.emit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.delivery.EventContext;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.EventTooLarge;
import vn.gdnn.newswire.delivery.ReceivedEvent;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;

/**
 * Appends events to {@code articles.ingested.v1}, and after each the outcome that it was received
 * to {@code articles.outcomes.v1}. The outcome is sent beside the answer: it is news about an event
 * that is safe already, so losing one is counted and harms nobody.
 */
class KafkaArticleLog implements ArticleLog, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaArticleLog.class);
  private static final int MOST_WAITING_OUTCOMES = 1_000;
  private static final long SECONDS_TO_DRAIN = 5;

  private final EventSender sender;
  private final String service;
  private final int epoch;
  private final Clock clock;
  private final Counter unsent;
  private final ExecutorService outcomes =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING_OUTCOMES),
          task -> new Thread(task, "outcomes"));

  KafkaArticleLog(
      EventSender sender, String service, int epoch, Clock clock, MeterRegistry meters) {
    this.sender = sender;
    this.service = service;
    this.epoch = epoch;
    this.clock = clock;
    this.unsent =
        Counter.builder("articles.ingest.outcomes.unsent")
            .description("Outcomes 'received' that did not reach the outcomes topic")
            .register(meters);
  }

  @Override
  public Place append(ArticleEvent event, String eventId) {
    String traceparent = sender.currentTrace().orElse(null);
    Place place;
    try {
      place =
          new Place(
              epoch,
              sender
                  .send(
                      Topics.INGESTED,
                      event.id(),
                      event,
                      new EventContext(
                          eventId, event.receivedAt(), "/" + service, null, epoch, traceparent))
                  .offset());
    } catch (WorldFault e) {
      throw new NotAcknowledged(e);
    } catch (EventTooLarge e) {
      throw new EventDoesNotFit(e);
    }
    Outcome received =
        new Outcome(
            event.id(),
            place,
            eventId,
            service,
            now(),
            Step.RECEIVED,
            State.PENDING,
            null,
            null,
            ReceivedEvent.traceIdOf(traceparent));
    tell(received, traceparent);
    return place;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void tell(Outcome outcome, @Nullable String traceparent) {
    try {
      outcomes.execute(() -> send(outcome, traceparent));
    } catch (RejectedExecutionException e) {
      unsent.increment();
    }
  }

  private void send(Outcome outcome, @Nullable String traceparent) {
    EventContext fresh = EventContext.fresh(service);
    try {
      sender.send(
          Topics.OUTCOMES,
          outcome.id(),
          outcome,
          new EventContext(
              fresh.eventId(), outcome.at(), fresh.source(), outcome.place(), null, traceparent));
    } catch (RuntimeException e) {
      // Outermost edge of this thread: whatever it was, the outcome is not there.
      unsent.increment();
      LOG.warn("Outcome of article {} was not sent: {}", outcome.id(), e.getMessage());
    }
  }

  /** Sends what is waiting, for a few seconds. */
  @Override
  public void close() {
    outcomes.shutdown();
    try {
      if (outcomes.awaitTermination(SECONDS_TO_DRAIN, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    unsent.increment(outcomes.shutdownNow().size());
  }
}
