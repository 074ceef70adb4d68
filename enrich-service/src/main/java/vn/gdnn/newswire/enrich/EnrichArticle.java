package vn.gdnn.newswire.enrich;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.delivery.EventContext;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.Outgoing;
import vn.gdnn.newswire.delivery.ReceivedEvent;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.enrich.live.LiveTagger;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.InvalidEvent;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;

/**
 * Reads {@code articles.ingested.v1}: a draft is tagged, any other event passed on as it is, to
 * {@code articles.enriched.v1} with its outcome beside it. Returns only when Kafka has both, so
 * that an event is never committed before.
 */
@Component
final class EnrichArticle implements Consumer<Message<byte[]>> {

  private static final Logger LOG = LoggerFactory.getLogger(EnrichArticle.class);
  private static final String SERVICE = "enrich-service";
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final EventCodec codec;
  private final LiveTagger tagger;
  private final EventSender sender;
  private final EnrichMetrics metrics;

  EnrichArticle(EventCodec codec, LiveTagger tagger, EventSender sender, EnrichMetrics metrics) {
    this.codec = codec;
    this.tagger = tagger;
    this.sender = sender;
    this.metrics = metrics;
  }

  @Override
  public void accept(Message<byte[]> message) {
    long started = System.nanoTime();
    ReceivedEvent received = ReceivedEvent.of(message);
    ArticleEvent event = codec.decodeArticleEvent(received.value(), received.type());
    if (received.place() == null || !event.id().equals(received.key())) {
      throw new InvalidEvent(
          InvalidEvent.Reason.BREAKS_SCHEMA, "no place, or a key of another article");
    }
    String traceId = received.traceId();
    Outgoing outcome = outcome(received, traceId);
    String result;
    if (event instanceof ArticleIngested article) {
      ArticleEnriched enriched = enrich(article);
      sender.sendAll(List.of(outgoing(received, enriched), outcome));
      metrics.tagged(enriched, System.nanoTime() - started);
      result = "tagged";
    } else if (event instanceof ArticleEnriched) {
      throw new InvalidEvent(InvalidEvent.Reason.UNKNOWN_TYPE, "a draft that was tagged already");
    } else {
      sender.passOn(Topics.ENRICHED, received, List.of(outcome));
      metrics.passedOn();
      result = "passed on";
    }
    LOG.info(
        "article {} place {} trace {}: {} in {} ms",
        event.id(),
        received.place(),
        traceId,
        result,
        (System.nanoTime() - started) / 1_000_000);
  }

  private ArticleEnriched enrich(ArticleIngested article) {
    Enrichment found =
        tagger
            .now()
            .enrich(
                article.title(),
                article.body(),
                article.publishedAt().atZone(VIETNAM).toLocalDate());
    MentionLimit limited = MentionLimit.of(found);
    return new ArticleEnriched(
        article, limited.tags(), limited.offices(), found.registry(), limited.cut());
  }

  private static Outgoing outgoing(ReceivedEvent received, ArticleEnriched enriched) {
    return new Outgoing(
        Topics.ENRICHED, received.key(), enriched, EventContext.following(received, SERVICE));
  }

  private static Outgoing outcome(ReceivedEvent received, @Nullable String traceId) {
    Instant now = Instant.now();
    return new Outgoing(
        Topics.OUTCOMES,
        received.key(),
        new Outcome(
            received.key(),
            received.place(),
            received.id(),
            SERVICE,
            now,
            Step.ENRICHED,
            State.PENDING,
            null,
            null,
            traceId),
        new EventContext(
            UUID.randomUUID().toString(),
            now,
            "/" + SERVICE,
            received.place(),
            null,
            received.traceparent()));
  }
}
