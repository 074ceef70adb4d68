package vn.gdnn.newswire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft was accepted.
 *
 * @param id id of the article, from source and external id
 * @param source who speaks, for example {@code gdnn.gov.vn}
 * @param externalId the source's own id of the article
 * @param version the source's version: a whole number or an ISO 8601 time, as text
 * @param contentHash SHA-256 (hex) of what makes two drafts the same: title, body or html, byline,
 *     images, attachments, publishedAt, embargoUntil and note, after NFC, CRLF to LF and outer trim
 * @param title the headline, NFC
 * @param body everything after the headline, NFC, paragraphs joined by a blank line, without the
 *     date line
 * @param byline who wrote it, where the draft names one in a field of its own
 * @param note what a correction corrects, shown to readers
 * @param publishedAt the article's date
 * @param publishedAtFrom where that date was taken from
 * @param embargo what the draft says of an embargo, if anything
 * @param receivedAt when ingest received it
 * @param structure the parts that were found, in reading order
 * @param images pictures
 * @param attachments official documents
 * @param raw the draft as it was sent
 */
public record ArticleIngested(
    UUID id,
    String source,
    String externalId,
    @Nullable String version,
    String contentHash,
    String title,
    String body,
    @Nullable String byline,
    @Nullable String note,
    Instant publishedAt,
    DateSource publishedAtFrom,
    @Nullable Embargo embargo,
    Instant receivedAt,
    List<TextPart> structure,
    List<Image> images,
    List<Attachment> attachments,
    RawDraft raw)
    implements ArticleEvent {

  /** Copies the lists. */
  public ArticleIngested {
    structure = List.copyOf(structure);
    images = List.copyOf(images);
    attachments = List.copyOf(attachments);
  }

  /** The text that offsets of this field count in. */
  public String text(Field field) {
    return field == Field.TITLE ? title : body;
  }
}
