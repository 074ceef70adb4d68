package vn.gdnn.newswire.publish.prose;

import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;

/**
 * A stretch of shown text that stands for an entity.
 *
 * @param number 1, 2, 3 … in reading order
 * @param kind the entity's kind
 * @param entityId the entity's id
 * @param office the office when these words name one that stands for the person, not the person
 */
public record Mark(int number, Kind kind, String entityId, Document.@Nullable Office office) {}
