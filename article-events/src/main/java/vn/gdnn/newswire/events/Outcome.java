package vn.gdnn.newswire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step, refusal or failure of one event, for whoever sent it.
 *
 * @param id id of the article
 * @param place the event it is about; absent for one that never got a place
 * @param eventId the event's CloudEvents id
 * @param service who says so
 * @param at when
 * @param step the step taken, if one was
 * @param state what has become of the event so far
 * @param reason why it was refused or dead-lettered, from a small closed set
 * @param revision the revision it became or repeats
 * @param traceId trace that it belongs to, 32 hex digits
 */
public record Outcome(
    UUID id,
    @Nullable Place place,
    @Nullable String eventId,
    String service,
    Instant at,
    @Nullable Step step,
    State state,
    @Nullable String reason,
    @Nullable Integer revision,
    @Nullable String traceId) {}
