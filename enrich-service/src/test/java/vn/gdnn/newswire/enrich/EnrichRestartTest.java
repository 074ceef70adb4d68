package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static vn.gdnn.newswire.enrich.RealLog.LONG;
import static vn.gdnn.newswire.enrich.RealLog.example;
import static vn.gdnn.newswire.enrich.RealLog.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.LogWriter;
import vn.gdnn.newswire.delivery.Outgoing;
import vn.gdnn.newswire.delivery.ReceivedEvent;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.Step;

/**
 * The service stopped between reading an event and committing its offset, on both sides of the one
 * step that others see: that Kafka has the tagged article and its outcome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrichRestartTest {

  private static final String GROUP = "enrich-service";

  private final RealLog log = new RealLog();
  private final EventCodec codec = new EventCodec();

  @BeforeAll
  void makeTopics() {
    log.start(List.of()).close();
  }

  @AfterAll
  void stop() {
    log.close();
  }

  /** Ends the reading as a lost process would: nothing after this line is done. */
  private static final class Stop extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Sends, and stops before or after it, once for the service's life. */
  private abstract static class StoppingSender extends EventSender {

    private volatile boolean stopped;

    StoppingSender(LogWriter log, EventCodec codec) {
      super(log, codec, Optional::empty);
    }

    void stop() {
      stopped = true;
      throw new Stop();
    }
  }

  static class StopsBeforeSending {
    @Bean
    StoppingSender sender(LogWriter log, EventCodec codec) {
      return new StoppingSender(log, codec) {
        @Override
        public List<RecordMetadata> sendAll(List<Outgoing> events) {
          stop();
          return super.sendAll(events);
        }
      };
    }
  }

  static class StopsOnceSent {
    @Bean
    StoppingSender sender(LogWriter log, EventCodec codec) {
      return new StoppingSender(log, codec) {
        @Override
        public List<RecordMetadata> sendAll(List<Outgoing> events) {
          List<RecordMetadata> sent = super.sendAll(events);
          stop();
          return sent;
        }

        @Override
        public List<RecordMetadata> passOn(
            String topic, ReceivedEvent event, List<Outgoing> others) {
          List<RecordMetadata> sent = super.passOn(topic, event, others);
          stop();
          return sent;
        }
      };
    }
  }

  private void runUntilItStops(Class<?> where) {
    try (ConfigurableApplicationContext service = log.start(List.of(where))) {
      await().atMost(LONG).until(() -> service.getBean(StoppingSender.class).stopped);
    }
  }

  private void runUntilCommitted(RecordMetadata last) {
    try (ConfigurableApplicationContext service = log.start(List.of())) {
      await().atMost(LONG).until(() -> log.committed(GROUP, last.partition()) == last.offset() + 1);
      assertThat(service.isActive()).isTrue();
    }
  }

  @Test
  void
      stoppedBetweenAcknowledgementAndCommit_theSameBytesComeAgainUnderTheSameIdAndPlace_andNothingIsLost()
          throws IOException {
    ArticleIngested draft = example("article-ingested.seed-with-date-line", ArticleIngested.class);
    ArticleWithdrawn withdrawn = example("article-withdrawn.with-reason", ArticleWithdrawn.class);
    assertThat(withdrawn.id()).isEqualTo(draft.id());
    RecordMetadata first =
        log.send(draft.id(), codec.encode(draft), EventType.INGESTED, "acknowledged-1");
    log.send(draft.id(), codec.encode(withdrawn), EventType.WITHDRAWN, "acknowledged-2");
    RecordMetadata last =
        log.send(draft.id(), codec.encode(draft), EventType.INGESTED, "acknowledged-3");

    runUntilItStops(StopsOnceSent.class);
    assertThat(log.withId(Topics.ENRICHED, "acknowledged-1")).hasSize(1);
    assertThat(log.committed(GROUP, first.partition())).isLessThanOrEqualTo(first.offset());
    runUntilCommitted(last);

    assertThat(idsOf(draft.id().toString(), "acknowledged-"))
        .containsExactly("acknowledged-1", "acknowledged-1", "acknowledged-2", "acknowledged-3");
    assertRepeated(log.withId(Topics.ENRICHED, "acknowledged-1"), "1-" + first.offset());
    assertThat(log.outcomes("acknowledged-1"))
        .hasSize(2)
        .extracting(Outcome::step, Outcome::place)
        .containsOnly(tuple(Step.ENRICHED, new Place(1, first.offset())));
    assertThat(log.outcomes("acknowledged-3")).hasSize(1);
  }

  @Test
  void stoppedBetweenAcknowledgementAndCommit_aWithdrawalComesAgainByteForByte()
      throws IOException {
    ArticleWithdrawn withdrawn = example("article-withdrawn.with-reason", ArticleWithdrawn.class);
    RecordMetadata only =
        log.send(withdrawn.id(), codec.encode(withdrawn), EventType.WITHDRAWN, "withdrawn");

    runUntilItStops(StopsOnceSent.class);
    runUntilCommitted(only);

    List<ConsumerRecord<byte[], byte[]>> sent = log.withId(Topics.ENRICHED, "withdrawn");
    assertRepeated(sent, "1-" + only.offset());
    assertThat(sent.get(0).value()).isEqualTo(codec.encode(withdrawn));
    assertThat(sent.get(1).headers().toArray()).containsExactly(sent.get(0).headers().toArray());
    assertThat(log.outcomes("withdrawn")).hasSize(2);
  }

  @Test
  void stoppedBeforeSending_theEventGoesOutExactlyOnce() throws IOException {
    ArticleIngested draft =
        example("article-ingested.seed-without-date-line", ArticleIngested.class);
    RecordMetadata only =
        log.send(draft.id(), codec.encode(draft), EventType.INGESTED, "never-sent");

    runUntilItStops(StopsBeforeSending.class);
    assertThat(log.withId(Topics.ENRICHED, "never-sent")).isEmpty();
    assertThat(log.outcomes("never-sent")).isEmpty();
    runUntilCommitted(only);

    assertThat(log.withId(Topics.ENRICHED, "never-sent")).hasSize(1);
    assertThat(log.outcomes("never-sent")).hasSize(1);
  }

  private List<String> idsOf(String key, String prefix) {
    return log.all(Topics.ENRICHED).stream()
        .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
        .map(record -> header(record, EventHeaders.ID))
        .filter(id -> id.startsWith(prefix))
        .toList();
  }

  /** By these the writer tells that it has seen the event before. */
  private static void assertRepeated(List<ConsumerRecord<byte[], byte[]>> sent, String place) {
    assertThat(sent).hasSize(2);
    assertThat(sent.get(1).key()).isEqualTo(sent.get(0).key());
    assertThat(sent.get(1).value()).isEqualTo(sent.get(0).value());
    assertThat(sent)
        .allSatisfy(record -> assertThat(header(record, EventHeaders.PLACE)).isEqualTo(place));
  }
}
