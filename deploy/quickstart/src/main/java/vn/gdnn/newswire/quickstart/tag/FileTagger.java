package vn.gdnn.newswire.quickstart.tag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.DatedTags;
import vn.gdnn.newswire.enrich.Enrichment;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.enrich.score.RawTagger;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.ingest.structure.Draft;
import vn.gdnn.newswire.ingest.structure.StructuredDraft;

/** Reads drafts as ingest does and tags them as enrich does. */
public final class FileTagger implements RawTagger {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final ArticleTagger tagger;
  private final Optional<LocalDate> asOf;
  private final Instant now;

  /**
   * @param asOf the day by which offices are resolved; without it the draft's own, else that of
   *     {@code now}
   */
  public FileTagger(Optional<LocalDate> asOf, Instant now) {
    this.tagger = ArticleTagger.packaged();
    this.asOf = asOf;
    this.now = now;
  }

  /** Tags a raw draft. */
  public TaggedDraft tag(String file, String raw) {
    StructuredDraft draft = Draft.read(raw);
    LocalDate day = day(draft);
    Enrichment found = tagger.enrich(draft.title(), draft.body(), day);
    DatedTags dated = DatedTags.of(found.tags(), found.offices(), day);
    return new TaggedDraft(file, draft.title(), draft.body(), dated.tags(), dated.offices());
  }

  private LocalDate day(StructuredDraft draft) {
    Instant instant =
        draft
            .dateLine()
            .filter(date -> !date.isAfter(now))
            .or(() -> draft.leadDate(now))
            .orElse(now);
    return asOf.orElseGet(() -> LocalDate.ofInstant(instant, VIETNAM));
  }

  /** A marked file as it was read and tagged. */
  record Read(String title, String body, Enrichment found, LocalDate day) {}

  /** A file with headers has headline and body told apart already; any other is a raw draft. */
  Read read(MarkedFile file) {
    if (!file.isHeaded()) {
      StructuredDraft draft = Draft.read(file.raw());
      return read(draft.title(), draft.body(), day(draft));
    }
    LocalDate day = asOf.or(file::date).orElseGet(() -> LocalDate.ofInstant(now, VIETNAM));
    return read(file.title(), file.body(), day);
  }

  private Read read(String title, String body, LocalDate day) {
    return new Read(title, body, tagger.enrich(title, body, day), day);
  }

  @Override
  public List<RawSpan> tag(MarkedFile file) {
    Enrichment found = read(file).found();
    if (!file.isHeaded()) {
      StructuredDraft draft = Draft.read(file.raw());
      return spans(found, draft::rawOffset, draft::rawEnd);
    }
    ToIntBiFunction<Field, Integer> shift =
        (field, offset) -> offset + (field == Field.TITLE ? file.titleStart() : file.bodyStart());
    return spans(found, shift, shift);
  }

  private static List<RawSpan> spans(
      Enrichment found,
      ToIntBiFunction<Field, Integer> start,
      ToIntBiFunction<Field, Integer> end) {
    List<RawSpan> spans = new ArrayList<>();
    for (Tag tag : found.tags()) {
      for (Mention mention : tag.mentions()) {
        spans.add(
            new RawSpan(
                tag.kind(),
                start.applyAsInt(mention.field(), mention.start()),
                end.applyAsInt(mention.field(), mention.end())));
      }
    }
    return spans;
  }
}
