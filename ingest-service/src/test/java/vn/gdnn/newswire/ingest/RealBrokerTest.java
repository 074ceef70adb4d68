package vn.gdnn.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;
import vn.gdnn.newswire.ingest.RunningService.Answer;

/** What stands in a real Kafka after an answer, and what is answered without one. */
class RealBrokerTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final EventCodec CODEC = new EventCodec();

  @TempDir static Path directory;

  private static EmbeddedKafkaKraftBroker broker;
  private static RunningService service;

  @BeforeAll
  static void start() throws IOException {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperty("auto.create.topics.enable", "false");
    broker.afterPropertiesSet();
    service =
        RunningService.start(
            directory,
            List.of(),
            "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
            "--TOPIC_PARTITIONS=3",
            "--LOG_EPOCH=4");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> service.getManagement("/actuator/health/news").status() == 200);
  }

  @AfterAll
  static void stop() {
    service.close();
    broker.destroy();
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String topic, UUID article) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.getBrokersAsString(),
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                9 << 20),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo partition : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, partition.partition()));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (article.toString().equals(new String(record.key(), StandardCharsets.UTF_8))) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Test
  void answers202OnceKafkaHasTheEvent_withItsPlaceHeadersAndTrace() throws Exception {
    Answer answer =
        service.send(
            service
                .request("/api/articles")
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .POST(BodyPublishers.ofString("{\"title\":\"Tiêu đề\",\"body\":\"Một\"}")));

    assertThat(answer.status()).isEqualTo(202);
    UUID id = UUID.fromString(answer.json().path("id").asString());
    List<ConsumerRecord<byte[], byte[]>> records = records("articles.ingested.v1", id);
    assertThat(records).hasSize(1);
    ConsumerRecord<byte[], byte[]> record = records.get(0);
    assertThat(answer.json().path("place").asString()).isEqualTo("4-" + record.offset());
    ArticleIngested event = CODEC.decode(record.value(), ArticleIngested.class);
    assertThat(event.id()).isEqualTo(id);
    assertThat(event.externalId()).isEqualTo(event.contentHash());
    assertThat(header(record, EventHeaders.SPEC_VERSION)).isEqualTo("1.0");
    assertThat(header(record, EventHeaders.TYPE)).isEqualTo(EventType.INGESTED.ceType());
    assertThat(header(record, EventHeaders.SOURCE)).isEqualTo("/ingest-service");
    assertThat(header(record, EventHeaders.SUBJECT)).isEqualTo(id.toString());
    assertThat(header(record, EventHeaders.TIME)).isEqualTo(event.receivedAt().toString());
    assertThat(header(record, EventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
    assertThat(header(record, EventHeaders.EPOCH)).isEqualTo("4");
    assertThat(header(record, EventHeaders.TRACE_PARENT)).startsWith("00-" + TRACE + "-");
    assertThat(UUID.fromString(header(record, EventHeaders.ID)).version()).isEqualTo(4);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> records("articles.outcomes.v1", id).size() == 1);
    Outcome outcome =
        CODEC.decode(records("articles.outcomes.v1", id).get(0).value(), Outcome.class);
    assertThat(outcome.step()).isEqualTo(Step.RECEIVED);
    assertThat(outcome.state()).isEqualTo(State.PENDING);
    assertThat(outcome.place()).hasToString("4-" + record.offset());
    assertThat(outcome.eventId()).isEqualTo(header(record, EventHeaders.ID));
    assertThat(outcome.traceId()).isEqualTo(TRACE);
  }

  @Test
  void withdrawalStandsAfterTheCorrection_inOnePartition() throws Exception {
    String draft = "{\"externalId\":\"order\",\"title\":\"Tiêu đề\",\"body\":\"%s\"}";
    UUID id =
        UUID.fromString(service.postJson(draft.formatted("Một")).json().path("id").asString());
    service.postJson(draft.formatted("Hai"));
    assertThat(service.withdraw(id.toString(), "?reason=x").status()).isEqualTo(202);
    assertThat(service.reinstate(id.toString()).status()).isEqualTo(202);

    List<ConsumerRecord<byte[], byte[]>> records = records("articles.ingested.v1", id);
    assertThat(records)
        .extracting(record -> header(record, EventHeaders.TYPE))
        .containsExactly(
            EventType.INGESTED.ceType(),
            EventType.INGESTED.ceType(),
            EventType.WITHDRAWN.ceType(),
            EventType.REINSTATED.ceType());
    assertThat(records)
        .extracting(ConsumerRecord::partition)
        .containsOnly(records.get(0).partition());
  }

  @Test
  void largestDraftFits() throws Exception {
    String start = "Tiêu đề\n\n";
    int rest = 2 * 1024 * 1024 - start.getBytes(StandardCharsets.UTF_8).length;
    Answer answer = service.postText("", start + "\"".repeat(rest));
    assertThat(answer.status()).isEqualTo(202);
    UUID id = UUID.fromString(answer.json().path("id").asString());
    assertThat(records("articles.ingested.v1", id)).hasSize(1);
  }

  @Test
  void answers503WithoutABroker_withinTheTimeLimit_andLivesOn() throws Exception {
    try (RunningService alone =
        RunningService.start(
            directory,
            List.of(),
            "--spring.kafka.bootstrap-servers=127.0.0.1:1",
            "--SEND_TIMEOUT=2s")) {
      long start = System.nanoTime();
      Answer answer = alone.postJson(RunningService.DRAFT);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.problem()).isEqualTo("not-known");
      assertThat(answer.header("Retry-After")).isNotEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      await().until(() -> alone.count("articles.ingest.unavailable", "kind", "draft") == 1);
      assertThat(alone.getManagement("/actuator/health/liveness").status()).isEqualTo(200);
      assertThat(alone.getManagement("/actuator/health/news").status()).isEqualTo(503);
    }
  }
}
