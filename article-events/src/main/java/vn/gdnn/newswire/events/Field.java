package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** The text that an offset counts in. */
public enum Field {
  /** The headline. */
  TITLE("title"),
  /** Everything after the headline. */
  BODY("body");

  private final String wire;

  Field(String wire) {
    this.wire = wire;
  }

  /** The name on the wire. */
  @JsonValue
  public String wire() {
    return wire;
  }
}
