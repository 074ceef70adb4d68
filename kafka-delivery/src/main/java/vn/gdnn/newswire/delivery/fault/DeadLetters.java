package vn.gdnn.newswire.delivery.fault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.delivery.EventContext;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.LogWriter;
import vn.gdnn.newswire.delivery.Outgoing;
import vn.gdnn.newswire.delivery.ReceivedEvent;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.InvalidEvent;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;

/**
 * Sets failed records aside: the original bytes and headers with the reason, in the dead-letter
 * topic of this service, and an outcome for the newsroom.
 */
public class DeadLetters {

  private static final int STACK_TRACE_BYTES = 2048;
  private static final int ERROR_CHARACTERS = 500;
  // A broken outcome says nothing about its article, nor does a draft that is no article yet.
  private static final Set<String> ABOUT_ARTICLES =
      Set.of(Topics.INGESTED, Topics.ENRICHED, Topics.PUBLISHED);

  private final LogWriter log;
  private final EventSender sender;
  private final String service;

  /**
   * Makes one.
   *
   * @param log where dead letters go
   * @param sender sends the outcomes
   * @param service name of this service
   */
  public DeadLetters(LogWriter log, EventSender sender, String service) {
    this.log = log;
    this.sender = sender;
    this.service = service;
  }

  /**
   * Sets a record aside. Returns only when Kafka has the dead letter and the outcome; until then
   * the record must not be committed.
   *
   * @throws vn.gdnn.newswire.delivery.WorldFault when Kafka does not take them
   */
  void add(ConsumerRecord<byte[], byte[]> record, Fault fault, int attempts) {
    Optional<Place> place = place(record);
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            Topics.deadLetters(record.topic(), service),
            null,
            record.key(),
            record.value(),
            record.headers());
    Headers headers = letter.headers();
    place.ifPresent(at -> put(headers, EventHeaders.PLACE, at.toString()));
    put(headers, DeadLetterHeaders.REASON, fault.reason());
    put(headers, DeadLetterHeaders.TOPIC, record.topic());
    put(headers, DeadLetterHeaders.PARTITION, String.valueOf(record.partition()));
    put(headers, DeadLetterHeaders.OFFSET, String.valueOf(record.offset()));
    put(headers, DeadLetterHeaders.TIMESTAMP, Instant.ofEpochMilli(record.timestamp()).toString());
    put(headers, DeadLetterHeaders.SERVICE, service);
    put(headers, DeadLetterHeaders.AT, Instant.now().toString());
    put(headers, DeadLetterHeaders.ATTEMPTS, String.valueOf(attempts));
    put(headers, DeadLetterHeaders.ERROR, cut(fault.cause().toString(), ERROR_CHARACTERS));
    put(headers, DeadLetterHeaders.STACK_TRACE, stackTrace(fault.cause()));
    log.append(letter);
    outcome(record, fault, place.orElse(null)).ifPresent(told -> sender.sendAll(List.of(told)));
  }

  private Optional<Outgoing> outcome(
      ConsumerRecord<byte[], byte[]> record, Fault fault, @Nullable Place place) {
    if (!ABOUT_ARTICLES.contains(record.topic())) {
      return Optional.empty();
    }
    return articleId(record.key())
        .map(
            id ->
                new Outgoing(
                    Topics.OUTCOMES,
                    id,
                    new Outcome(
                        id,
                        place,
                        header(record, EventHeaders.ID),
                        service,
                        Instant.now(),
                        null,
                        State.DEAD_LETTERED,
                        fault.reason(),
                        null,
                        ReceivedEvent.traceIdOf(header(record, EventHeaders.TRACE_PARENT))),
                    new EventContext(
                        UUID.randomUUID().toString(),
                        Instant.now(),
                        "/" + service,
                        place,
                        null,
                        header(record, EventHeaders.TRACE_PARENT))));
  }

  private static Optional<UUID> articleId(byte @Nullable [] key) {
    if (key == null) {
      return Optional.empty();
    }
    String text = new String(key, StandardCharsets.UTF_8);
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Place> place(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.ofNullable(
          ReceivedEvent.Places.of(
              record.topic(),
              record.offset(),
              header(record, EventHeaders.PLACE),
              header(record, EventHeaders.EPOCH)));
    } catch (InvalidEvent e) {
      return Optional.empty();
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String stackTrace(Throwable cause) {
    StringBuilder text = new StringBuilder(cause.toString());
    for (StackTraceElement frame : cause.getStackTrace()) {
      text.append("\n\tat ").append(frame);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    int end = Math.min(bytes.length, STACK_TRACE_BYTES);
    // Not in the middle of a character: a UTF-8 continuation byte starts with the bits 10.
    while (end < bytes.length && end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static String cut(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, characters);
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
