package vn.gdnn.newswire.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;

/**
 * Sends events of the contract as CloudEvents in binary mode, keyed by article. A send returns only
 * when Kafka has the event on all in-sync replicas. Safe for use by many threads.
 */
public class EventSender {

  private final LogWriter log;
  private final EventCodec codec;
  private final Supplier<Optional<String>> currentTrace;

  /**
   * Makes one.
   *
   * @param log where events go
   * @param codec writes them
   * @param currentTrace the W3C traceparent of the moment
   */
  public EventSender(LogWriter log, EventCodec codec, Supplier<Optional<String>> currentTrace) {
    this.log = log;
    this.codec = codec;
    this.currentTrace = currentTrace;
  }

  /**
   * Sends one event and waits for Kafka.
   *
   * @param topic where to
   * @param key id of the article
   * @param event a record of the contract
   * @param context what goes with it
   * @return where it stands
   * @throws WorldFault when Kafka has not acknowledged it in time; it may be there all the same
   * @throws EventTooLarge when the topic does not take an event of this size
   */
  public RecordMetadata send(String topic, UUID key, Object event, EventContext context) {
    return sendAll(List.of(new Outgoing(topic, key, event, context))).get(0);
  }

  /**
   * Sends several events in one round trip and waits for Kafka. Those of one article in one topic
   * keep the order given.
   *
   * @return where they stand, in the same order
   * @throws WorldFault when Kafka has not acknowledged all of them in time; some may be there
   * @throws EventTooLarge when a topic does not take an event of this size; others may be there
   */
  public List<RecordMetadata> sendAll(List<Outgoing> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    return log.appendAll(events.stream().map(this::record).toList());
  }

  /**
   * Passes an event on as it is: the same bytes and headers, with its place stamped.
   *
   * @return where it stands
   * @throws WorldFault when Kafka has not acknowledged it in time; it may be there all the same
   * @throws EventTooLarge when the topic does not take an event of this size
   */
  public RecordMetadata passOn(String topic, ReceivedEvent event) {
    return passOn(topic, event, List.of()).get(0);
  }

  /**
   * Passes an event on as it is, and sends others with it in the same round trip.
   *
   * @return where they stand, the one passed on first
   * @throws WorldFault when Kafka has not acknowledged all of them in time; some may be there
   * @throws EventTooLarge when a topic does not take an event of this size; others may be there
   */
  public List<RecordMetadata> passOn(String topic, ReceivedEvent event, List<Outgoing> others) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, bytes(event.key().toString()), event.value());
    event.headers().forEach((name, value) -> put(record.headers(), name, value));
    if (event.place() != null) {
      put(record.headers(), EventHeaders.PLACE, event.place().toString());
    }
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    records.add(record);
    others.forEach(other -> records.add(record(other)));
    return log.appendAll(records);
  }

  /**
   * The W3C traceparent of the moment, which an event sent now carries where its context names
   * none: for events that another thread sends later.
   */
  public Optional<String> currentTrace() {
    return currentTrace.get();
  }

  private ProducerRecord<byte[], byte[]> record(Outgoing event) {
    EventContext context = event.context();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            event.topic(), bytes(event.key().toString()), codec.encode(event.event()));
    Headers headers = record.headers();
    put(headers, EventHeaders.SPEC_VERSION, "1.0");
    put(headers, EventHeaders.ID, context.eventId());
    put(headers, EventHeaders.TYPE, EventType.of(event.event().getClass()).ceType());
    put(headers, EventHeaders.SOURCE, context.source());
    put(headers, EventHeaders.TIME, context.time().toString());
    put(headers, EventHeaders.SUBJECT, event.key().toString());
    put(headers, EventHeaders.CONTENT_TYPE, "application/json");
    put(headers, EventHeaders.EPOCH, context.epoch());
    put(headers, EventHeaders.PLACE, context.place());
    put(
        headers,
        EventHeaders.TRACE_PARENT,
        context.traceparent() != null ? context.traceparent() : currentTrace().orElse(null));
    return record;
  }

  private static void put(Headers headers, String name, @Nullable Object value) {
    if (value != null) {
      headers.remove(name).add(name, bytes(value.toString()));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
