package vn.gdnn.newswire.quickstart.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.quickstart.child.ChildMain;
import vn.gdnn.newswire.quickstart.process.Ports;
import vn.gdnn.newswire.quickstart.process.TestChild;

@SuppressWarnings("try") // Some children are only there to be talked to.
class BrokerProcessTest {

  private static final String TOPIC = "articles.ingested.v1";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  @TempDir Path directory;
  private int port;

  @BeforeEach
  void choosePort() {
    port = Ports.free();
  }

  @Test
  void keepsRecordsAndCommittedPlaces_whenKilledAndStartedAgain() throws Exception {
    try (TestChild broker = start()) {
      createTopic();
      assertThat(send("một")).isZero();
      assertThat(send("hai")).isEqualTo(1);
      try (KafkaConsumer<byte[], byte[]> reader = reader()) {
        reader.assign(List.of(PARTITION));
        reader.commitSync(Map.of(PARTITION, new OffsetAndMetadata(1)));
      }
      broker.kill();
    }
    try (TestChild broker = start()) {
      await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> send("ba") == 2);
      assertThat(readFromCommitted(2)).containsExactly("hai", "ba");
    }
  }

  @Test
  void takesTheLargestDeadLetter_andMakesNoTopicByItself() throws Exception {
    try (TestChild broker = start();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      createTopic();
      byte[] deadLetter = new byte[9 * 1024 * 1024];
      assertThat(producer.send(new ProducerRecord<>(TOPIC, deadLetter)).get().serializedValueSize())
          .isEqualTo(deadLetter.length);
      try (Admin admin = admin()) {
        assertThat(admin.describeTopics(List.of("no-such-topic")).allTopicNames())
            .failsWithin(Duration.ofSeconds(20))
            .withThrowableOfType(ExecutionException.class)
            .withCauseInstanceOf(UnknownTopicOrPartitionException.class);
      }
    }
  }

  @Test
  void endsWithItsLauncher_soThatTheNextStartFindsThePortFree() throws Exception {
    try (TestChild broker = start()) {
      assertThat(broker.orphan()).isEqualTo(ChildMain.ORPHANED);
    }
    start().close();
  }

  private TestChild start() {
    return TestChild.broker(directory, port);
  }

  private void createTopic() throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private long send(String text) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      return producer
          .send(new ProducerRecord<>(TOPIC, text.getBytes(StandardCharsets.UTF_8)))
          .get()
          .offset();
    }
  }

  private List<String> readFromCommitted(int count) {
    List<String> texts = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> reader = reader()) {
      reader.assign(List.of(PARTITION));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                reader
                    .poll(Duration.ofMillis(200))
                    .forEach(found -> texts.add(new String(found.value(), StandardCharsets.UTF_8)));
                return texts.size() >= count;
              });
    }
    return texts;
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", address()));
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            address(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            20_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            10 * 1024 * 1024),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private KafkaConsumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            address(),
            ConsumerConfig.GROUP_ID_CONFIG,
            "test"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private String address() {
    return "127.0.0.1:" + port;
  }
}
