package vn.gdnn.newswire.delivery.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * Kafka's headers as UTF-8 text under their own names. Spring's mapper leaves bytes and adds a
 * header that names Java types.
 */
final class TextHeaders implements KafkaHeaderMapper {

  @Override
  public void toHeaders(Headers source, Map<String, Object> target) {
    for (Header header : source) {
      if (header.value() != null) {
        target.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
  }

  /** Nothing is sent through a binding; what is must bring its own headers. */
  @Override
  public void fromHeaders(MessageHeaders headers, Headers target) {
    headers.forEach(
        (name, value) -> {
          if (name.startsWith("ce_") && value instanceof String text) {
            target.add(name, text.getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
