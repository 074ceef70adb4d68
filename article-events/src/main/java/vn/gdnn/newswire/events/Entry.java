package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/**
 * What readers may see changed. Entries stand in one partition; their order is the order that
 * everyone sees.
 *
 * @param id id of the article
 * @param revision the revision it is about, from 1
 * @param tagging the tagging of that revision, from 1
 * @param what what changed
 * @param at when, from the event it stands for
 * @param from the record in {@code articles.enriched.v1} it stands for
 */
public record Entry(UUID id, int revision, int tagging, What what, Instant at, Origin from) {

  /**
   * A record's address.
   *
   * @param partition partition of {@code articles.enriched.v1}
   * @param offset offset in it
   */
  public record Origin(int partition, long offset) {}

  /** The kinds of change. */
  public enum What {
    /** Waits for the end of an embargo. */
    SCHEDULED("scheduled"),
    /** Readers see it for the first time. */
    PUBLISHED("published"),
    /** A new revision took the place of an older one. */
    CORRECTED("corrected"),
    /** It was taken back. */
    WITHDRAWN("withdrawn"),
    /** The withdrawal was taken back. */
    REINSTATED("reinstated"),
    /** The embargo is over. */
    RELEASED("released"),
    /** The tags changed and nothing else. */
    RETAGGED("retagged"),
    /** The notice of a withdrawal has stood long enough. */
    NOTICE_ENDED("notice-ended"),
    /** Its text is gone for good. */
    ERASED("erased");

    private final String wire;

    What(String wire) {
      this.wire = wire;
    }

    /** The name on the wire. */
    @JsonValue
    public String wire() {
      return wire;
    }
  }
}
