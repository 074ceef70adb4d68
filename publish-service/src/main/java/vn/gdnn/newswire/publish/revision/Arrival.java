package vn.gdnn.newswire.publish.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Place;

/**
 * An event as it arrived at the writer.
 *
 * @param event what happened
 * @param eventId its CloudEvents id
 * @param place its place in {@code articles.ingested.v1}
 * @param origin its record in {@code articles.enriched.v1}
 * @param traceId the trace it belongs to, 32 hex digits
 */
public record Arrival(
    ArticleEvent event,
    String eventId,
    Place place,
    Entry.Origin origin,
    @Nullable String traceId) {

  /** When ingest received it. */
  public Instant at() {
    return event.receivedAt();
  }
}
