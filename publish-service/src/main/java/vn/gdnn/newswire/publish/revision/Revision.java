package vn.gdnn.newswire.publish.revision;

import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.publish.document.Document;

/**
 * A revision as it is archived.
 *
 * @param document what it says
 * @param place the event that made it
 * @param eventId that event's CloudEvents id
 * @param origin that event's record in {@code articles.enriched.v1}
 * @param raw the draft as it was sent, where the revision is of a draft
 */
public record Revision(
    Document document, Place place, String eventId, Entry.Origin origin, @Nullable RawDraft raw) {}
