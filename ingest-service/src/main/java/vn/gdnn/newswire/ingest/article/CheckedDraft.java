package vn.gdnn.newswire.ingest.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Embargo;
import vn.gdnn.newswire.events.Image;

/**
 * A draft whose fields hold what they should.
 *
 * @param externalId the source's own id, NFC; without one the content stands for it
 * @param source who speaks, NFC; absent: the key's own
 * @param version a whole number without leading zeros, or an ISO 8601 time
 * @param title the headline, clean
 * @param text body or html, as it was sent
 * @param isHtml whether {@code text} is HTML
 * @param byline who wrote it, clean
 * @param note what a correction corrects, clean
 * @param publishedAt the draft's own date
 * @param embargo what the draft says of an embargo
 * @param images pictures
 * @param attachments official documents
 */
record CheckedDraft(
    @Nullable String externalId,
    @Nullable String source,
    @Nullable String version,
    @Nullable String title,
    String text,
    boolean isHtml,
    @Nullable String byline,
    @Nullable String note,
    @Nullable Instant publishedAt,
    @Nullable Embargo embargo,
    List<Image> images,
    List<Attachment> attachments) {}
