package vn.gdnn.newswire.enrich;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Outcome;

/** A real broker: what ingest would put in, the service on it, and what comes out. */
final class RealLog implements AutoCloseable {

  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  static final Duration LONG = Duration.ofSeconds(60);

  private static final EventCodec CODEC = new EventCodec();

  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
  private final KafkaProducer<byte[], byte[]> producer;

  RealLog() {
    kafka.brokerProperty("auto.create.topics.enable", "false");
    kafka.afterPropertiesSet();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Starts the service on free ports and waits until it reads. */
  ConfigurableApplicationContext start(List<Class<?>> more, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--newswire.delivery.topic-partitions=3",
                "--newswire.delivery.back-off.initial=20ms",
                "--newswire.delivery.back-off.max=100ms",
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString()));
    arguments.addAll(List.of(settings));
    ConfigurableApplicationContext service =
        new SpringApplicationBuilder(EnrichService.class)
            .sources(more.toArray(Class<?>[]::new))
            .properties("spring.config.name=enrich-service")
            .run(arguments.toArray(String[]::new));
    // Topics are made by the service.
    await().atMost(LONG).until(() -> service.getBean(TopicGate.class).isReading());
    return service;
  }

  /** Puts an event where ingest puts it. */
  RecordMetadata send(UUID key, byte[] value, EventType type, String id) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.INGESTED, key.toString().getBytes(StandardCharsets.UTF_8), value);
    Map.of(
            EventHeaders.SPEC_VERSION,
            "1.0",
            EventHeaders.ID,
            id,
            EventHeaders.TYPE,
            type.ceType(),
            EventHeaders.SOURCE,
            "/ingest-service",
            EventHeaders.TIME,
            Instant.now().toString(),
            EventHeaders.SUBJECT,
            key.toString(),
            EventHeaders.CONTENT_TYPE,
            "application/json",
            EventHeaders.EPOCH,
            "1",
            EventHeaders.TRACE_PARENT,
            "00-" + TRACE + "-00f067aa0ba902b7-01")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      return producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** The first record of a topic with this id, as soon as there is one. */
  ConsumerRecord<byte[], byte[]> next(String topic, String eventId) {
    return await()
        .atMost(LONG)
        .until(() -> withId(topic, eventId), found -> !found.isEmpty())
        .get(0);
  }

  /** The first outcome that tells of this event, as soon as there is one. */
  Outcome outcome(String eventId) {
    return await().atMost(LONG).until(() -> outcomes(eventId), found -> !found.isEmpty()).get(0);
  }

  List<ConsumerRecord<byte[], byte[]>> withId(String topic, String eventId) {
    return all(topic).stream()
        .filter(record -> eventId.equals(header(record, EventHeaders.ID)))
        .toList();
  }

  List<Outcome> outcomes(String eventId) {
    return all(Topics.OUTCOMES).stream()
        .map(record -> CODEC.decode(record.value(), Outcome.class))
        .filter(outcome -> eventId.equals(outcome.eventId()))
        .toList();
  }

  /** Everything that stands in a topic now; each partition in its order. */
  List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
      return found;
    }
  }

  /** The offset that a consumer group has committed; 0 where it has none. */
  long committed(String group, int partition) {
    TopicPartition of = new TopicPartition(Topics.INGESTED, partition);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.getBrokersAsString()))) {
      OffsetAndMetadata offset =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(of);
      return offset == null ? 0 : offset.offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** An example of the contract. */
  static <T> T example(String name, Class<T> type) throws IOException {
    try (InputStream in =
        EventCodec.class.getResourceAsStream("/contract/examples/" + name + ".json")) {
      return CODEC.decode(in.readAllBytes(), type);
    }
  }

  @Override
  public void close() {
    producer.close();
    kafka.destroy();
  }
}
