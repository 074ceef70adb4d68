package vn.gdnn.newswire.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.InvalidEvent;
import vn.gdnn.newswire.events.Place;

/**
 * An event as a binding hands it over, its data not yet read.
 *
 * @param topic where it was read
 * @param partition partition it was read from
 * @param offset its offset there
 * @param key id of the article
 * @param type CloudEvents type
 * @param id CloudEvents id
 * @param time when it was made
 * @param place its place: carried along, or where it stands in {@code articles.ingested.v1}; absent
 *     for an event that never had one
 * @param traceparent W3C trace it belongs to
 * @param headers its CloudEvents and trace headers, under their names in Kafka
 * @param value its data, as it stands in the record
 */
public record ReceivedEvent(
    String topic,
    int partition,
    long offset,
    UUID key,
    String type,
    String id,
    Instant time,
    @Nullable Place place,
    @Nullable String traceparent,
    Map<String, String> headers,
    byte[] value) {

  private static final Pattern TRACE_PARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
  private static final Set<String> WIRE =
      Set.of(EventHeaders.CONTENT_TYPE, EventHeaders.TRACE_PARENT, "tracestate");

  /**
   * Reads what stands beside the data.
   *
   * @throws InvalidEvent when the key or a header that every event has is missing or unreadable
   */
  public static ReceivedEvent of(Message<?> message) {
    Object payload = message.getPayload();
    if (!(payload instanceof byte[] value)) {
      throw new InvalidEvent(InvalidEvent.Reason.UNREADABLE, "a record without a value");
    }
    Map<String, String> headers = wireHeaders(message);
    String topic = message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC, String.class);
    Integer partition = message.getHeaders().get(KafkaHeaders.RECEIVED_PARTITION, Integer.class);
    Long offset = message.getHeaders().get(KafkaHeaders.OFFSET, Long.class);
    if (topic == null || partition == null || offset == null) {
      throw new IllegalArgumentException("not a message from Kafka");
    }
    return new ReceivedEvent(
        topic,
        partition,
        offset,
        key(message.getHeaders().get(KafkaHeaders.RECEIVED_KEY)),
        required(headers, EventHeaders.TYPE),
        required(headers, EventHeaders.ID),
        time(required(headers, EventHeaders.TIME)),
        place(topic, offset, headers),
        headers.get(EventHeaders.TRACE_PARENT),
        Map.copyOf(headers),
        value);
  }

  /** Headers of the wire only: the framework adds its own, which must not go out again. */
  private static Map<String, String> wireHeaders(Message<?> message) {
    Map<String, String> headers = new LinkedHashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("ce_") && !WIRE.contains(name)) {
                return;
              }
              headers.put(
                  name,
                  value instanceof byte[] bytes
                      ? new String(bytes, StandardCharsets.UTF_8)
                      : value.toString());
            });
    return headers;
  }

  private static UUID key(@Nullable Object key) {
    String text =
        key instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "" + key;
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidEvent(InvalidEvent.Reason.BREAKS_SCHEMA, "the key is no article id");
    }
    throw new InvalidEvent(InvalidEvent.Reason.BREAKS_SCHEMA, "the key is no article id");
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null || value.isEmpty()) {
      throw new InvalidEvent(InvalidEvent.Reason.UNKNOWN_TYPE, "no header " + name);
    }
    return value;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidEvent(
          InvalidEvent.Reason.BREAKS_SCHEMA, EventHeaders.TIME + " is no time in UTC");
    }
  }

  private static @Nullable Place place(String topic, long offset, Map<String, String> headers) {
    return Places.of(
        topic, offset, headers.get(EventHeaders.PLACE), headers.get(EventHeaders.EPOCH));
  }

  /** The trace it belongs to, 32 hex digits; null where there is none. */
  public @Nullable String traceId() {
    return traceIdOf(traceparent);
  }

  /**
   * The trace id in a W3C {@code traceparent} of any version.
   *
   * @return 32 hex digits; null where the text is none or absent
   */
  public static @Nullable String traceIdOf(@Nullable String traceparent) {
    if (traceparent == null) {
      return null;
    }
    Matcher matcher = TRACE_PARENT.matcher(traceparent);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The rule of places, which dead letters follow as well. */
  public static final class Places {
    private Places() {}

    /**
     * The place of a record.
     *
     * @param carried value of the header {@link EventHeaders#PLACE}
     * @param epoch value of the header {@link EventHeaders#EPOCH}
     * @throws InvalidEvent when one of them is unreadable, or both miss on the topic that makes
     *     places
     */
    public static @Nullable Place of(
        String topic, long offset, @Nullable String carried, @Nullable String epoch) {
      try {
        if (carried != null) {
          return Place.parse(carried);
        }
        if (!topic.equals(Topics.INGESTED)) {
          return null;
        }
        if (epoch != null) {
          return new Place(Integer.parseInt(epoch), offset);
        }
      } catch (IllegalArgumentException e) {
        throw new InvalidEvent(InvalidEvent.Reason.BREAKS_SCHEMA, "its place is unreadable");
      }
      throw new InvalidEvent(InvalidEvent.Reason.UNKNOWN_TYPE, "no header " + EventHeaders.EPOCH);
    }
  }
}
