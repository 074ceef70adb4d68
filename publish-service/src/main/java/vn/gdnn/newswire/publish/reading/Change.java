package vn.gdnn.newswire.publish.reading;

import java.time.Instant;
import java.util.UUID;
import vn.gdnn.newswire.events.Entry;

/**
 * One numbered change of what readers see.
 *
 * @param number 1, 2, 3 …, without a gap
 * @param id id of the article
 * @param revision the revision it is about
 * @param tagging the tagging it is about
 * @param what what changed
 * @param at when the event was received
 */
public record Change(
    long number, UUID id, int revision, int tagging, Entry.What what, Instant at) {}
