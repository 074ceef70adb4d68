package vn.gdnn.newswire.events;

/**
 * Names of the Kafka headers that go with an event: CloudEvents 1.0 in binary mode, two extensions
 * of ours, and W3C Trace Context. Values are UTF-8 text.
 */
public final class EventHeaders {

  /** CloudEvents version, {@code 1.0}. */
  public static final String SPEC_VERSION = "ce_specversion";

  /** Id of the event: the same for the same request sent again with its Idempotency-Key. */
  public static final String ID = "ce_id";

  /** {@link EventType#ceType()}. */
  public static final String TYPE = "ce_type";

  /** The service that made it, for example {@code /ingest-service}. */
  public static final String SOURCE = "ce_source";

  /** When it was made, ISO 8601 in UTC. */
  public static final String TIME = "ce_time";

  /** The article's id; of a record of the registry its key. */
  public static final String SUBJECT = "ce_subject";

  /** {@code application/json}. */
  public static final String CONTENT_TYPE = "content-type";

  /** Extension: the epoch of {@code articles.ingested.v1}, stamped by ingest. */
  public static final String EPOCH = "ce_epoch";

  /** Extension: the event's {@link Place}, stamped by the first reader and kept ever after. */
  public static final String PLACE = "ce_place";

  /** W3C Trace Context. */
  public static final String TRACE_PARENT = "traceparent";

  private EventHeaders() {}
}
