package vn.gdnn.newswire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka broker in this JVM, shared by all tests, and a look at its topics from outside. */
final class RealBroker {

  private static final EmbeddedKafkaKraftBroker BROKER = start();

  private RealBroker() {}

  private static EmbeddedKafkaKraftBroker start() {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    // The broker's own limit stays at 1 MiB: what a topic takes is the topic's business.
    broker.brokerProperty("auto.create.topics.enable", "false");
    broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
    broker.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    return broker;
  }

  static String address() {
    return BROKER.getBrokersAsString();
  }

  static EmbeddedKafkaKraftBroker broker() {
    return BROKER;
  }

  /** Waits until so many records of the topic fit, and returns them. */
  static List<ConsumerRecord<byte[], byte[]>> await(
      String topic, int count, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    Instant end = Instant.now().plusSeconds(20);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.subscribe(List.of(topic));
      while (found.size() < count && Instant.now().isBefore(end)) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (wanted.test(record)) {
                    found.add(record);
                  }
                });
      }
    }
    if (found.size() < count) {
      throw new AssertionError(
          "%d of %d records in %s within 20 s".formatted(found.size(), count, topic));
    }
    return found;
  }

  static void append(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                64 * 1024 * 1024),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            address(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "test-" + UUID.randomUUID(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
