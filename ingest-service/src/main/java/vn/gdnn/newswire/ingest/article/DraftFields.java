package vn.gdnn.newswire.ingest.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Image;

/**
 * A draft's fields as they were sent, in whatever format; nothing is checked but types.
 *
 * @param externalId the source's own id of the article
 * @param source who speaks
 * @param version a whole number or an ISO 8601 time
 * @param title the headline
 * @param body plain text
 * @param html HTML in place of {@code body}
 * @param byline who wrote it
 * @param note what a correction corrects
 * @param publishedAt ISO 8601 time with a zone
 * @param embargoUntil the same, or absent
 * @param embargoGiven whether {@code embargoUntil} was sent, if only as null
 * @param images pictures
 * @param attachments official documents
 */
public record DraftFields(
    @Nullable String externalId,
    @Nullable String source,
    @Nullable String version,
    @Nullable String title,
    @Nullable String body,
    @Nullable String html,
    @Nullable String byline,
    @Nullable String note,
    @Nullable String publishedAt,
    @Nullable String embargoUntil,
    boolean embargoGiven,
    List<Image> images,
    List<Attachment> attachments) {

  /** Copies the lists. */
  public DraftFields {
    images = List.copyOf(images);
    attachments = List.copyOf(attachments);
  }
}
