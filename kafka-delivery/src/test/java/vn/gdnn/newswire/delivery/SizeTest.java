package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import vn.gdnn.newswire.delivery.DeskService.Desk;
import vn.gdnn.newswire.delivery.fault.DeadLetterHeaders;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventHeaders;

/** The largest event there is goes all the way; one byte more is refused. */
class SizeTest {

  private static final int LIMIT = 8 * 1024 * 1024;
  private static final String SERVICE = "size-service";

  private static ConfigurableApplicationContext service;

  private final UUID key = UUID.randomUUID();

  @BeforeAll
  static void start() {
    service = DeskService.start(RealBroker.address(), SERVICE, Topics.ENRICHED);
    await().until(() -> service.getBean(TopicGate.class).isReading());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theLargestEventIsHandedOver_andItsDeadLetterFits() {
    Desk desk = service.getBean(Desk.class);
    desk.when(
        key,
        event -> {
          throw new IllegalStateException("x".repeat(10_000));
        });
    ProducerRecord<byte[], byte[]> largest = event(LIMIT);
    assertThat(RecordSize.of(largest)).isEqualTo(LIMIT);

    service.getBean(LogWriter.class).append(largest);

    await().until(() -> desk.seen(key).size() == 5);
    assertThat(desk.seen(key)).allMatch(e -> Arrays.equals(e.value(), largest.value()));
    ConsumerRecord<byte[], byte[]> letter =
        RealBroker.await(
                Topics.deadLetters(Topics.ENRICHED, SERVICE), 1, record -> isMine(record.key()))
            .get(0);
    assertThat(letter.value()).isEqualTo(largest.value());
    assertThat(letter.headers().lastHeader(EventHeaders.ID)).isNotNull();
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.STACK_TRACE)).isNotNull();
  }

  @Test
  void oneByteMoreIsRefusedClearly_beforeItIsSent() {
    assertThatThrownBy(() -> service.getBean(LogWriter.class).append(event(LIMIT + 1)))
        .isInstanceOf(EventTooLarge.class)
        .hasMessage(
            "an event of %d bytes does not fit into %s, which takes %d",
            LIMIT + 1, Topics.ENRICHED, LIMIT);
  }

  @Test
  void theTopicItselfRefusesWhatOtherProducersSend() {
    // Kafka counts some bytes less than our upper bound.
    assertThatThrownBy(() -> RealBroker.append(event(LIMIT + 200)))
        .hasCauseInstanceOf(RecordTooLargeException.class);
  }

  private ProducerRecord<byte[], byte[]> event(int bytes) {
    ProducerRecord<byte[], byte[]> empty = record(new byte[0]);
    byte[] value = new byte[bytes - (int) RecordSize.of(empty)];
    Arrays.fill(value, (byte) 'x');
    return record(value);
  }

  private ProducerRecord<byte[], byte[]> record(byte[] value) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.ENRICHED, bytes(key.toString()), value);
    record.headers().add(EventHeaders.ID, bytes("large"));
    record.headers().add(EventHeaders.TYPE, bytes("any"));
    record.headers().add(EventHeaders.TIME, bytes("2020-06-11T03:24:15Z"));
    return record;
  }

  private boolean isMine(byte[] other) {
    return Arrays.equals(other, bytes(key.toString()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
