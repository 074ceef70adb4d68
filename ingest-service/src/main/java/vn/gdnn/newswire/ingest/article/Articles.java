package vn.gdnn.newswire.ingest.article;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.ingest.structure.Draft;
import vn.gdnn.newswire.ingest.structure.StructuredDraft;
import vn.gdnn.newswire.ingest.text.HtmlText;
import vn.gdnn.newswire.ingest.text.OldEncodings;
import vn.gdnn.newswire.ingest.text.Slip;

/** Turns a draft's fields into the event that it was accepted, or refuses them. */
public final class Articles {

  private Articles() {}

  /**
   * A draft that can be accepted.
   *
   * @param event what goes into the log
   * @param slips what its text was cleaned of
   */
  public record Accepted(ArticleIngested event, Map<Slip, Integer> slips) {}

  /**
   * Decides about a draft.
   *
   * @param fields what was sent
   * @param ownSource the source of a draft that names none
   * @param raw the draft as it was sent
   * @param receivedAt when
   * @throws DraftRefused naming each field that is wrong
   * @throws vn.gdnn.newswire.ingest.text.UnreadableText when its text is no Unicode text
   */
  public static Accepted accept(
      DraftFields fields, String ownSource, RawDraft raw, Instant receivedAt) {
    CheckedDraft draft = DraftChecks.check(fields);
    StructuredDraft structure = structure(draft, fields.title());
    if (structure.title().isEmpty() && structure.body().isEmpty()) {
      throw new DraftRefused(
          draft.isHtml() ? "html" : "body", "There is neither a title nor any text in it.");
    }
    PublicationDate date =
        PublicationDate.of(draft.publishedAt(), draft.embargo(), structure, receivedAt);
    String contentHash = ContentHash.of(draft);
    String source = draft.source() == null ? ownSource : draft.source();
    String externalId = draft.externalId() == null ? contentHash : draft.externalId();
    UUID id = ArticleIds.of(source, externalId);
    return new Accepted(
        new ArticleIngested(
            id,
            source,
            externalId,
            draft.version(),
            contentHash,
            structure.title(),
            structure.body(),
            draft.byline(),
            draft.note(),
            date.at(),
            date.from(),
            draft.embargo(),
            receivedAt,
            structure.parts(),
            draft.images(),
            draft.attachments(),
            raw),
        structure.slips());
  }

  private static StructuredDraft structure(CheckedDraft draft, @Nullable String titleAsSent) {
    String text = draft.isHtml() ? HtmlText.of(draft.text()) : draft.text();
    OldEncodings.refuse(text);
    if (draft.title() == null || titleAsSent == null) {
      return draft.isHtml() ? Draft.readBlocks(text) : Draft.read(text);
    }
    OldEncodings.refuse(titleAsSent);
    return draft.isHtml() ? Draft.readBlocks(titleAsSent, text) : Draft.read(titleAsSent, text);
  }
}
