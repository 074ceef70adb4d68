package vn.gdnn.newswire.publish.keeper;

import java.time.Instant;
import vn.gdnn.newswire.events.Kind;

/**
 * An entity as the keeper keeps it.
 *
 * @param kind what it is
 * @param id its id
 * @param upTo offset of the entry that changed it last, -1 for none
 * @param name its name in the newest entry that names it
 * @param known whether the registry knows it
 * @param articles how many published articles name it
 * @param firstSeen earliest date of an article that named it
 * @param lastSeen latest date of an article that named it
 */
public record KeptEntity(
    Kind kind,
    String id,
    long upTo,
    String name,
    boolean known,
    int articles,
    Instant firstSeen,
    Instant lastSeen) {}
