package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** The steps of an event on its way to readers, in order. */
public enum Step {
  /** Kafka has it. */
  RECEIVED("received"),
  /** It was tagged, or passed on. */
  ENRICHED("enriched"),
  /** Revision and head are in MongoDB. */
  WRITTEN("written"),
  /** Its entry stands in the order that everyone sees. */
  ANNOUNCED("announced"),
  /** Readers see it. */
  VISIBLE("visible");

  private final String wire;

  Step(String wire) {
    this.wire = wire;
  }

  /** The name on the wire. */
  @JsonValue
  public String wire() {
    return wire;
  }
}
