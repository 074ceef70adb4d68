package vn.gdnn.newswire.publish;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.publish.revision.Arrival;

/** What enrich-service writes, for tests with a real broker. */
final class EnrichedTopic {

  private EnrichedTopic() {}

  /** Appends an event; returns when the broker has it. */
  static void send(EmbeddedKafkaKraftBroker kafka, Arrival arrival) throws Exception {
    byte[] key = bytes(arrival.event().id().toString());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.ENRICHED, key, new EventCodec().encode(arrival.event()));
    Map.of(
            EventHeaders.SPEC_VERSION, "1.0",
            EventHeaders.ID, arrival.eventId(),
            EventHeaders.TYPE, EventType.of(arrival.event().getClass()).ceType(),
            EventHeaders.SOURCE, "/enrich-service",
            EventHeaders.TIME, Events.START.toString(),
            EventHeaders.PLACE, arrival.place().toString())
        .forEach((name, text) -> record.headers().add(name, bytes(text)));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
