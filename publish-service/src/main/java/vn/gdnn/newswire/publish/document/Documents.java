package vn.gdnn.newswire.publish.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Term;

/** Makes documents of events. The document's date decides which holder of an office is meant. */
public final class Documents {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private Documents() {}

  /**
   * A new revision from a tagged draft.
   *
   * @param dates the article's date and embargo as they stand after this draft
   */
  public static Document of(
      ArticleEnriched enriched,
      int revision,
      Document.Status status,
      Dates dates,
      @Nullable String traceId) {
    ArticleIngested article = enriched.article();
    LocalDate day = LocalDate.ofInstant(dates.publishedAt(), VIETNAM);
    return new Document(
        article.id(),
        article.source(),
        article.externalId(),
        revision,
        1,
        status,
        article.title(),
        article.body(),
        article.byline(),
        article.note(),
        dates.publishedAt(),
        dates.publishedAtFrom(),
        dates.embargoUntil(),
        article.receivedAt(),
        article.structure(),
        enriched.tags().stream().map(tag -> tagOn(day, tag)).toList(),
        officesOn(day, enriched.offices()),
        article.images(),
        article.attachments(),
        null,
        traceId);
  }

  /** The revision that says that the article was taken back; the text stays in the archive. */
  public static Document withdrawn(
      Document last, int revision, String reason, Instant at, @Nullable String traceId) {
    // An embargo that still runs is of a revision that nobody saw; a notice has no date in the
    // future.
    Instant embargoUntil =
        last.embargoUntil() == null || last.embargoUntil().isAfter(at) ? null : last.embargoUntil();
    return next(
        last,
        revision,
        Document.Status.WITHDRAWN,
        embargoUntil,
        at,
        new Document.Notice(reason, at),
        traceId);
  }

  /** The revision that brings the article back. */
  public static Document reinstated(
      Document last,
      int revision,
      Document.Status status,
      @Nullable Instant embargoUntil,
      Instant at,
      @Nullable String traceId) {
    return next(last, revision, status, embargoUntil, at, null, traceId);
  }

  private static Document next(
      Document last,
      int revision,
      Document.Status status,
      @Nullable Instant embargoUntil,
      Instant at,
      Document.@Nullable Notice notice,
      @Nullable String traceId) {
    return new Document(
        last.id(),
        last.source(),
        last.externalId(),
        revision,
        1,
        status,
        last.title(),
        last.body(),
        last.byline(),
        last.note(),
        last.publishedAt(),
        last.publishedAtFrom(),
        embargoUntil,
        at,
        last.structure(),
        last.tags(),
        last.offices(),
        last.images(),
        last.attachments(),
        notice,
        traceId);
  }

  private static Document.Tag tagOn(LocalDate day, vn.gdnn.newswire.events.Tag tag) {
    Document.RegistryOffice registry =
        tag.terms().stream()
            .filter(term -> term.covers(day))
            .findFirst()
            .map(Documents::office)
            .orElse(null);
    Document.Role role =
        tag.stated() == null && registry == null ? null : new Document.Role(tag.stated(), registry);
    return new Document.Tag(tag.kind(), tag.id(), tag.name(), tag.known(), role, tag.mentions());
  }

  private static Document.RegistryOffice office(Term term) {
    return new Document.RegistryOffice(term.title(), term.unitId(), term.from(), term.to());
  }

  private static List<Document.Office> officesOn(LocalDate day, List<OfficeMention> mentions) {
    List<Document.Office> offices = new ArrayList<>();
    for (OfficeMention mention : mentions) {
      List<Holder> holders =
          mention.holders().stream().filter(holder -> holder.covers(day)).toList();
      if (holders.size() == 1) {
        offices.add(
            new Document.Office(
                mention.field(),
                mention.start(),
                mention.end(),
                mention.surface(),
                mention.title(),
                holders.get(0).personId(),
                holders.get(0).name(),
                mention.unitId(),
                day));
      }
    }
    return offices;
  }

  /**
   * The dates of an article.
   *
   * @param publishedAt its date
   * @param publishedAtFrom where that was taken from
   * @param embargoUntil when readers may see it, if an embargo was set
   */
  public record Dates(
      Instant publishedAt, DateSource publishedAtFrom, @Nullable Instant embargoUntil) {

    /** Whether readers have to wait at that moment. */
    public boolean embargoedAt(Instant moment) {
      return embargoUntil != null && embargoUntil.isAfter(moment);
    }
  }
}
