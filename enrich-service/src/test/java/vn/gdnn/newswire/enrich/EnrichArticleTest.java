package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.LogWriter;
import vn.gdnn.newswire.delivery.Outgoing;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.enrich.live.LiveTagger;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.InvalidEvent;

class EnrichArticleTest {

  private static final LiveTagger TAGGER =
      new LiveTagger(Optional.empty(), new SimpleMeterRegistry());

  private final EventCodec codec = new EventCodec();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Sent sent = new Sent(codec);
  private final EnrichArticle function =
      new EnrichArticle(codec, TAGGER, sent, new EnrichMetrics(meters));

  /** Takes events, or is away. */
  private static final class Sent extends EventSender {
    private final List<Outgoing> events = new ArrayList<>();
    private boolean away;

    Sent(EventCodec codec) {
      super(
          new LogWriter(
              new DefaultKafkaProducerFactory<>(Map.of()), Duration.ofSeconds(1), Optional::empty),
          codec,
          Optional::empty);
    }

    @Override
    public List<RecordMetadata> sendAll(List<Outgoing> outgoing) {
      if (away) {
        throw new WorldFault("Kafka is away", null);
      }
      events.addAll(outgoing);
      return List.of();
    }
  }

  private Message<byte[]> draft() throws IOException {
    try (InputStream in =
        EventCodec.class.getResourceAsStream(
            "/contract/examples/article-ingested.seed-with-date-line.json")) {
      return message(in.readAllBytes());
    }
  }

  private Message<byte[]> message(byte[] value) {
    return MessageBuilder.withPayload(value)
        .setHeader(KafkaHeaders.RECEIVED_TOPIC, Topics.INGESTED)
        .setHeader(KafkaHeaders.RECEIVED_PARTITION, 2)
        .setHeader(KafkaHeaders.OFFSET, 41L)
        .setHeader(
            KafkaHeaders.RECEIVED_KEY,
            "20bbb9f7-8c9a-5fd5-8f62-459116149f35".getBytes(StandardCharsets.UTF_8))
        .setHeader(EventHeaders.TYPE, EventType.of(ArticleIngested.class).ceType())
        .setHeader(EventHeaders.ID, "e-1")
        .setHeader(EventHeaders.TIME, "2026-01-05T02:00:00Z")
        .setHeader(EventHeaders.EPOCH, "1")
        .build();
  }

  private double count(String result) {
    return meters.get("articles.enrich.events").tag("result", result).counter().count();
  }

  @Test
  void sendsADraftAndItsOutcomeInOneRoundTrip() throws IOException {
    function.accept(draft());

    assertThat(sent.events)
        .extracting(Outgoing::topic)
        .containsExactly(Topics.ENRICHED, Topics.OUTCOMES);
    assertThat(sent.events)
        .allSatisfy(event -> assertThat(event.context().place()).hasToString("1-41"));
    assertThat(count("tagged")).isEqualTo(1);
    assertThat(count("passed-on")).isZero();
  }

  @Test
  void rejectsWhatBreaksTheSchema_andSendsNothing() {
    assertThatExceptionOfType(InvalidEvent.class)
        .isThrownBy(() -> function.accept(message("{}".getBytes(StandardCharsets.UTF_8))));
    assertThat(sent.events).isEmpty();
    assertThat(count("tagged")).isZero();
  }

  @Test
  void failsWhileKafkaIsAway_andCountsNothing() throws IOException {
    sent.away = true;
    Message<byte[]> draft = draft();
    assertThatExceptionOfType(WorldFault.class).isThrownBy(() -> function.accept(draft));
    assertThat(count("tagged")).isZero();

    sent.away = false;
    function.accept(draft);
    assertThat(count("tagged")).isEqualTo(1);
  }
}
