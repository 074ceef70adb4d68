package vn.gdnn.newswire.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka broker in this JVM, shared by all tests, and a look at its topics from outside. */
final class RealBroker {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final EmbeddedKafkaKraftBroker BROKER = start();

  private RealBroker() {}

  private static EmbeddedKafkaKraftBroker start() {
    // For machines that do much else meanwhile.
    Awaitility.setDefaultTimeout(PATIENCE);
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    // Its default is a system property that every service in this JVM would obey.
    broker.brokerListProperty("test.kafka.brokers");
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
    Instant end = Instant.now().plus(PATIENCE);
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
      throw new AssertionError("%d of %d records in %s".formatted(found.size(), count, topic));
    }
    return found;
  }

  /** Whether a group has committed all that a topic holds. */
  static boolean isCaughtUp(String group, String topic, int partitions) {
    return BROKER.<Boolean>doWithAdminFunction(
        admin -> {
          try {
            var committed =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            for (int i = 0; i < partitions; i++) {
              TopicPartition partition = new TopicPartition(topic, i);
              long end =
                  admin
                      .listOffsets(Map.of(partition, OffsetSpec.latest()))
                      .partitionResult(partition)
                      .get()
                      .offset();
              var at = committed.get(partition);
              if ((at == null ? 0 : at.offset()) < end) {
                return false;
              }
            }
            return true;
          } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
          }
        });
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
