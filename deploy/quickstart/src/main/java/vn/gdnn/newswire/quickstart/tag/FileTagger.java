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
import vn.gdnn.newswire.enrich.score.Said;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.ingest.structure.Draft;
import vn.gdnn.newswire.ingest.structure.StructuredDraft;

/** Reads drafts as ingest does and tags them as enrich does. */
public final class FileTagger {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final ArticleTagger tagger;
  private final Optional<LocalDate> asOf;
  private final Instant now;

  /**
   * @param tagger what tags
   * @param asOf the day by which offices are resolved; without it the draft's own, else that of
   *     {@code now}
   */
  public FileTagger(ArticleTagger tagger, Optional<LocalDate> asOf, Instant now) {
    this.tagger = tagger;
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

  /**
   * A marked file as it was read and tagged.
   *
   * @param said the names, in offsets of {@link MarkedFile#raw()}
   */
  record Read(String title, String body, Enrichment found, LocalDate day, List<Said> said) {}

  /** A file with headers has headline and body told apart already; any other is a raw draft. */
  Read read(MarkedFile file) {
    if (!file.isHeaded()) {
      StructuredDraft draft = Draft.read(file.raw());
      return read(draft.title(), draft.body(), day(draft), draft::rawOffset, draft::rawEnd);
    }
    LocalDate day = asOf.or(file::date).orElseGet(() -> LocalDate.ofInstant(now, VIETNAM));
    ToIntBiFunction<Field, Integer> shift =
        (field, offset) -> offset + (field == Field.TITLE ? file.titleStart() : file.bodyStart());
    return read(file.title(), file.body(), day, shift, shift);
  }

  private Read read(
      String title,
      String body,
      LocalDate day,
      ToIntBiFunction<Field, Integer> start,
      ToIntBiFunction<Field, Integer> end) {
    Enrichment found = tagger.enrich(title, body, day);
    List<Said> said = new ArrayList<>();
    for (Tag tag : found.tags()) {
      for (Mention mention : tag.mentions()) {
        RawSpan span =
            new RawSpan(
                tag.kind(),
                start.applyAsInt(mention.field(), mention.start()),
                end.applyAsInt(mention.field(), mention.end()));
        said.add(new Said(span, mention.confidence()));
      }
    }
    return new Read(title, body, found, day, said);
  }

  /** Whether the registry has a name of that kind. */
  boolean knows(Kind kind, String words) {
    return tagger.knows(kind, words);
  }
}
