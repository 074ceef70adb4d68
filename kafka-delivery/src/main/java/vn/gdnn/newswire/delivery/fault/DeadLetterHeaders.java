package vn.gdnn.newswire.delivery.fault;

/**
 * Names of the headers that a dead letter has beside those of the record it was. Values are UTF-8
 * text.
 */
public final class DeadLetterHeaders {

  /** {@code unreadable}, {@code breaks-schema}, {@code unknown-type} or {@code failed}. */
  public static final String REASON = "dlq_reason";

  /** Topic it was read from. */
  public static final String TOPIC = "dlq_topic";

  /** Partition it was read from. */
  public static final String PARTITION = "dlq_partition";

  /** Its offset there. */
  public static final String OFFSET = "dlq_offset";

  /** The record's time stamp, ISO 8601 in UTC. */
  public static final String TIMESTAMP = "dlq_timestamp";

  /** The service that gave up. */
  public static final String SERVICE = "dlq_service";

  /** When, ISO 8601 in UTC. */
  public static final String AT = "dlq_at";

  /** How often it was tried. */
  public static final String ATTEMPTS = "dlq_attempts";

  /** Class and message of the exception, at most 500 characters. */
  public static final String ERROR = "dlq_error";

  /** Its stack trace, at most 2 KiB. */
  public static final String STACK_TRACE = "dlq_stacktrace";

  private DeadLetterHeaders() {}
}
