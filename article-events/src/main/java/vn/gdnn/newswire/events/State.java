package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** What has become of an event, or of an article. */
public enum State {
  /** On its way. */
  PENDING("pending"),
  /** Written; readers see it when the embargo is over. */
  SCHEDULED("scheduled"),
  /** Readers see it. */
  PUBLISHED("published"),
  /** Readers see that it was taken back. */
  WITHDRAWN("withdrawn"),
  /** Said nothing new. */
  REPEATED("repeated"),
  /** Something newer was there already. */
  SUPERSEDED("superseded"),
  /** May not be, for the reason given. */
  REFUSED("refused"),
  /** Stands in a dead-letter topic, for the reason given. */
  DEAD_LETTERED("dead-lettered"),
  /** Its text is gone for good. */
  ERASED("erased");

  private final String wire;

  State(String wire) {
    this.wire = wire;
  }

  /** The name on the wire. */
  @JsonValue
  public String wire() {
    return wire;
  }
}
