package vn.gdnn.newswire.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Place;

/**
 * What goes with an event besides its data: the CloudEvents attributes, its place and its trace.
 *
 * @param eventId CloudEvents id
 * @param time when it was made
 * @param source the service that made it, as {@code /ingest-service}
 * @param place the event's place, from the first reader on
 * @param epoch the epoch of {@code articles.ingested.v1}; only ingest gives it
 * @param traceparent W3C trace that it belongs to; without one, the trace of the moment
 */
public record EventContext(
    String eventId,
    Instant time,
    String source,
    @Nullable Place place,
    @Nullable Integer epoch,
    @Nullable String traceparent) {

  /** For an event that follows from no other: a random id, made now. */
  public static EventContext fresh(String service) {
    return new EventContext(
        UUID.randomUUID().toString(), Instant.now(), "/" + service, null, null, null);
  }

  /** For what a service makes of an event: it keeps the event's id, place and trace. */
  public static EventContext following(ReceivedEvent event, String service) {
    return new EventContext(
        event.id(), Instant.now(), "/" + service, event.place(), null, event.traceparent());
  }
}
