package vn.gdnn.newswire.events;

/**
 * An event that can't be read as the contract says. The event is at fault, so trying again is no
 * use.
 */
public class InvalidEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why an event is invalid. */
  public enum Reason {
    /** Not JSON, or not UTF-8. */
    UNREADABLE("unreadable"),
    /** JSON that breaks the schema. */
    BREAKS_SCHEMA("breaks-schema"),
    /** A type that the contract does not have, or a header is missing. */
    UNKNOWN_TYPE("unknown-type");

    private final String wire;

    Reason(String wire) {
      this.wire = wire;
    }

    /** The reason's name in dead letters, outcomes and counters. */
    public String wire() {
      return wire;
    }
  }

  private final Reason reason;

  /**
   * Makes one.
   *
   * @param reason why
   * @param detail where in the event; never the text of an article
   */
  public InvalidEvent(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Why the event is invalid. */
  public Reason reason() {
    return reason;
  }
}
