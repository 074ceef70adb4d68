package vn.gdnn.newswire.delivery.autoconfigure;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import vn.gdnn.newswire.delivery.DeliveryProperties;
import vn.gdnn.newswire.delivery.topic.Topics;

/** Settings of the producer that a service must not choose otherwise. */
final class ProducerSettings {

  private ProducerSettings() {}

  static Map<String, Object> of(DeliveryProperties properties) {
    // A send waits first for metadata, then for the acknowledgement: half the time each.
    int half = (int) (properties.sendTimeout().toMillis() / 2);
    int linger = 1;
    return Map.of(
        ProducerConfig.CLIENT_ID_CONFIG,
        properties.service(),
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.LINGER_MS_CONFIG,
        linger,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        half,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        half,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        half - linger,
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        Topics.maxRecordBytes());
  }
}
