package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an article's date was taken from, in the order of preference. */
public enum DateSource {
  /** The draft's field publishedAt. */
  FIELD("field"),
  /** The date line above or below the headline. */
  DATELINE("dateline"),
  /** The first full date in the lead, at 00:00 +07:00. */
  LEAD("lead"),
  /** The moment the draft was received. */
  RECEIPT("receipt");

  private final String wire;

  DateSource(String wire) {
    this.wire = wire;
  }

  /** The name on the wire. */
  @JsonValue
  public String wire() {
    return wire;
  }
}
