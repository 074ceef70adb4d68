package vn.gdnn.newswire.publish.writing;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.delivery.ReceivedEvent;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.InvalidEvent;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.revision.Head;

/** Reads {@code articles.enriched.v1}: one event, one decision, written before it returns. */
@Component
final class PublishArticle implements Consumer<Message<byte[]>> {

  private static final Logger LOG = LoggerFactory.getLogger(PublishArticle.class);

  private final EventCodec codec;
  private final ArticleWriter writer;
  private final WritingMetrics metrics;

  PublishArticle(EventCodec codec, ArticleWriter writer, WritingMetrics metrics) {
    this.codec = codec;
    this.writer = writer;
    this.metrics = metrics;
  }

  @Override
  public void accept(Message<byte[]> message) {
    long started = System.nanoTime();
    Arrival arrival = arrivalOf(ReceivedEvent.of(message));
    Head.Decision decision = writer.write(arrival);
    metrics.decided(decision.state());
    LOG.info(
        "article {} place {} revision {} trace {}: {}{} in {} ms",
        arrival.event().id(),
        arrival.place(),
        decision.revision(),
        arrival.traceId(),
        decision.state().wire(),
        decision.reason() == null ? "" : " (" + decision.reason() + ")",
        (System.nanoTime() - started) / 1_000_000);
  }

  private Arrival arrivalOf(ReceivedEvent received) {
    ArticleEvent event = codec.decodeArticleEvent(received.value(), received.type());
    Place place = received.place();
    if (event instanceof ArticleIngested) {
      throw new InvalidEvent(InvalidEvent.Reason.UNKNOWN_TYPE, "a draft that was not tagged");
    }
    if (place == null || !event.id().equals(received.key())) {
      throw new InvalidEvent(
          InvalidEvent.Reason.BREAKS_SCHEMA, "no place, or a key of another article");
    }
    return new Arrival(
        event,
        received.id(),
        place,
        new Entry.Origin(received.partition(), received.offset()),
        received.traceId());
  }
}
