package vn.gdnn.newswire.ingest.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.EventTooLarge;
import vn.gdnn.newswire.delivery.LogWriter;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.ArticleReinstated;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.Outcome;

class KafkaArticleLogTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String TRACE_PARENT = "00-" + TRACE + "-b7ad6b7169203331-00";
  private static final EventCodec CODEC = new EventCodec();

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Records records = new Records();

  /** Only of the request's thread, as a tracer's span is. */
  private final ThreadLocal<String> trace = new ThreadLocal<>();

  private final KafkaArticleLog log =
      new KafkaArticleLog(
          new EventSender(records, CODEC, () -> Optional.ofNullable(trace.get())),
          "ingest-service",
          1,
          Clock.systemUTC(),
          meters);

  /** A log in memory that takes no outcomes when told so. */
  private static final class Records extends LogWriter {
    private final List<ProducerRecord<byte[], byte[]>> taken = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException noOutcomes;

    Records() {
      super(new DefaultKafkaProducerFactory<>(Map.of()), Duration.ofSeconds(1), Optional::empty);
    }

    @Override
    public List<RecordMetadata> appendAll(List<ProducerRecord<byte[], byte[]>> records) {
      RuntimeException failure = noOutcomes;
      if (failure != null && records.get(0).topic().equals(Topics.OUTCOMES)) {
        throw failure;
      }
      taken.addAll(records);
      return List.of(
          new RecordMetadata(
              new TopicPartition(records.get(0).topic(), 0), taken.size() - 1, 0, 0, 0, 0));
    }
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void append() {
    log.append(new ArticleReinstated(UUID.randomUUID(), List.of("*"), Instant.EPOCH), "event");
  }

  private double unsent() {
    return meters.get("articles.ingest.outcomes.unsent").counter().count();
  }

  private static String trace(ProducerRecord<byte[], byte[]> record) {
    return new String(record.headers().lastHeader(EventHeaders.TRACE_PARENT).value(), UTF_8);
  }

  @Test
  void theOutcomeCarriesTheRequestsTrace_thoughAnotherThreadSendsIt() {
    trace.set(TRACE_PARENT);
    append();

    await().until(() -> records.taken.size() == 2);
    assertThat(records.taken)
        .extracting(ProducerRecord::topic)
        .containsExactly(Topics.INGESTED, Topics.OUTCOMES);
    assertThat(records.taken).extracting(KafkaArticleLogTest::trace).containsOnly(TRACE_PARENT);
    assertThat(CODEC.decode(records.taken.get(1).value(), Outcome.class).traceId())
        .isEqualTo(TRACE);
  }

  @Test
  void everyOutcomeThatIsNotThereIsCounted_whateverTheReason() {
    List<RuntimeException> reasons =
        List.of(
            new WorldFault("away", null),
            new EventTooLarge(Topics.OUTCOMES, 2, 1),
            new IllegalStateException("a bug"));
    for (int i = 0; i < reasons.size(); i++) {
      records.noOutcomes = reasons.get(i);
      append();
      double expected = i + 1;
      await().until(() -> unsent() == expected);
    }

    records.noOutcomes = null;
    append();
    await().until(() -> records.taken.stream().anyMatch(r -> r.topic().equals(Topics.OUTCOMES)));
    assertThat(unsent()).isEqualTo(3);
  }
}
