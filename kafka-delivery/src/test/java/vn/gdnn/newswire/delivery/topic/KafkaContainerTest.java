package vn.gdnn.newswire.delivery.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The broker of deploy/compose.yaml, with its own defaults. Runs where Docker does. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class KafkaContainerTest {

  private static final List<String> NEEDED =
      List.of(Topics.INGESTED, Topics.deadLetters(Topics.INGESTED, "enrich-service"));

  @Container private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

  @Test
  void makesTheTopics_findsThemRightAgain_andRefusesOthers() throws Exception {
    try (Broker broker = new Broker(Map.of("bootstrap.servers", KAFKA.getBootstrapServers()))) {
      assertThat(new TopicCheck(broker, 12, (short) -1).run(NEEDED)).isEmpty();
      assertThat(new TopicCheck(broker, 12, (short) -1).run(NEEDED)).isEmpty();
      assertThat(new TopicCheck(broker, 3, (short) -1).run(NEEDED)).isPresent();
      takesARecordOfTheLargestSize(Topics.INGESTED);
    }
  }

  private static void takesARecordOfTheLargestSize(String topic) throws Exception {
    int largest = Topics.maxRecordBytes(topic);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                KAFKA.getBootstrapServers(),
                "acks",
                "all",
                "max.request.size",
                largest),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] value = new byte[largest - 1024];
      assertThat(producer.send(new ProducerRecord<>(topic, value)).get().hasOffset()).isTrue();
    }
  }
}
