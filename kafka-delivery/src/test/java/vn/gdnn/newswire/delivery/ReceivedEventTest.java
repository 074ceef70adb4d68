package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.InvalidEvent;
import vn.gdnn.newswire.events.Place;

class ReceivedEventTest {

  private static final UUID KEY = UUID.fromString("20bbb9f7-8c9a-5fd5-8f62-459116149f35");

  private final Map<String, Object> headers = new HashMap<>();

  ReceivedEventTest() {
    headers.put(KafkaHeaders.RECEIVED_TOPIC, Topics.INGESTED);
    headers.put(KafkaHeaders.RECEIVED_PARTITION, 7);
    headers.put(KafkaHeaders.OFFSET, 42L);
    headers.put(KafkaHeaders.RECEIVED_KEY, KEY.toString().getBytes(StandardCharsets.UTF_8));
    headers.put(EventHeaders.TYPE, "a type");
    headers.put(EventHeaders.ID, "an id");
    headers.put(EventHeaders.TIME, "2020-06-11T03:24:15Z");
    headers.put(EventHeaders.EPOCH, "2");
    headers.put("contentType", "the framework's own");
  }

  @Test
  void takesItsPlaceFromWhereItStandsInTheFirstTopic() {
    assertThat(read().place()).isEqualTo(new Place(2, 42));
    assertThat(read().time()).isEqualTo(Instant.parse("2020-06-11T03:24:15Z"));
    assertThat(read().key()).isEqualTo(KEY);
    assertThat(read().partition()).isEqualTo(7);
  }

  @Test
  void keepsAPlaceThatItBringsAlong() {
    headers.put(EventHeaders.PLACE, "1-5");

    assertThat(read().place()).isEqualTo(new Place(1, 5));
  }

  @Test
  void hasNoPlaceElsewhereWhenItBringsNone() {
    headers.put(KafkaHeaders.RECEIVED_TOPIC, Topics.OUTCOMES);

    assertThat(read().place()).isNull();
  }

  @Test
  void readsHeadersThatAreBytes() {
    headers.put(EventHeaders.ID, "Nguyễn".getBytes(StandardCharsets.UTF_8));

    assertThat(read().id()).isEqualTo("Nguyễn");
  }

  @Test
  void leavesTheFrameworksHeadersBehind() {
    assertThat(read().headers())
        .containsOnlyKeys(
            EventHeaders.TYPE, EventHeaders.ID, EventHeaders.TIME, EventHeaders.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_type,  '',             UNKNOWN_TYPE",
    "ce_id,    '',             UNKNOWN_TYPE",
    "ce_time,  '',             UNKNOWN_TYPE",
    "ce_time,  yesterday,      BREAKS_SCHEMA",
    "ce_epoch, one,            BREAKS_SCHEMA",
    "ce_epoch, 0,              BREAKS_SCHEMA",
    "ce_place, 42,             BREAKS_SCHEMA",
    "kafka_receivedMessageKey, 20BBB9F7-8C9A-5FD5-8F62-459116149F35, BREAKS_SCHEMA",
    "kafka_receivedMessageKey, 1-1-1-1-1, BREAKS_SCHEMA",
    "kafka_receivedMessageKey, words, BREAKS_SCHEMA"
  })
  void refusesWhatNoEventMayLookLike(String header, String value, InvalidEvent.Reason reason) {
    headers.put(header, value);

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            InvalidEvent.class, fault -> assertThat(fault.reason()).isEqualTo(reason));
  }

  @Test
  void refusesAFirstTopicsEventWithoutAnEpoch() {
    headers.remove(EventHeaders.EPOCH);

    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidEvent.class)
        .hasMessageContaining("ce_epoch");
  }

  private ReceivedEvent read() {
    Message<byte[]> message =
        MessageBuilder.withPayload(new byte[] {1}).copyHeaders(headers).build();
    return ReceivedEvent.of(message);
  }

  @ParameterizedTest
  @CsvSource({
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 4bf92f3577b34da6a3ce929d0e0e4736",
    "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-later, 4bf92f3577b34da6a3ce929d0e0e4736",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7,",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01,",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01,",
    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01,",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x,",
    "nonsense,",
    ","
  })
  void readsTheTraceIdOfATraceparent(String traceparent, String traceId) {
    assertThat(ReceivedEvent.traceIdOf(traceparent)).isEqualTo(traceId);
  }
}
