package vn.gdnn.newswire.publish.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;

/**
 * What {@code status} tells.
 *
 * @param id id of the article
 * @param place the event it is about
 * @param state what has become of it
 * @param reason why it was refused or dead-lettered
 * @param revision the revision it became or repeats
 * @param traceId the trace it belongs to
 * @param steps the steps taken, in order
 * @param revisions the events of the article that became revisions, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JourneyAnswer(
    UUID id,
    Place place,
    State state,
    @Nullable String reason,
    @Nullable Integer revision,
    @Nullable String traceId,
    List<Journey.Taken> steps,
    List<RevisionAt> revisions) {

  static JourneyAnswer of(UUID id, Journey.Travel travel, List<RevisionAt> revisions) {
    return of(id, travel, travel.state(), revisions);
  }

  static JourneyAnswer of(UUID id, Journey.Travel travel, State state, List<RevisionAt> revisions) {
    return new JourneyAnswer(
        id,
        travel.place(),
        state,
        travel.reason(),
        travel.revision(),
        travel.traceId(),
        travel.steps(),
        revisions);
  }

  /**
   * A revision and the event that made it.
   *
   * @param revision from 1
   * @param place the event
   * @param state what became of it
   */
  record RevisionAt(int revision, Place place, State state) {}
}
