package vn.gdnn.newswire.publish.reading;

import java.time.Instant;
import vn.gdnn.newswire.events.Kind;

/**
 * A person, unit or plan that articles name.
 *
 * @param kind what it is
 * @param id its id
 * @param name its name in the newest entry that names it
 * @param known whether the registry knows it
 * @param articles how many articles that readers may see name it now
 * @param firstSeen earliest {@code published} of an article that named it
 * @param lastSeen latest {@code published} of an article that named it
 */
public record Entity(
    Kind kind,
    String id,
    String name,
    boolean known,
    int articles,
    Instant firstSeen,
    Instant lastSeen) {}
