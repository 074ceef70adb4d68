package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;

/** The contract's tagged examples say what this service says of the drafts in them. */
class GoldenExamplesTest {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @ParameterizedTest
  @ValueSource(strings = {"seed-with-date-line", "seed-without-date-line"})
  void aDraftHasTheTagsAndOfficesOfItsExample(String name) throws IOException {
    ArticleIngested draft = RealLog.example("article-ingested." + name, ArticleIngested.class);
    ArticleEnriched expected = RealLog.example("article-enriched." + name, ArticleEnriched.class);

    LocalDate day = draft.publishedAt().atZone(VIETNAM).toLocalDate();
    Enrichment found = Sentences.tagger().enrich(draft.title(), draft.body(), day);

    assertThat(expected.article()).isEqualTo(draft);
    assertThat(said(found.tags())).isEqualTo(said(expected.tags()));
    assertThat(said(found.offices(), day)).isEqualTo(said(expected.offices(), day));
    assertThat(expected.cut()).isZero();
  }

  /**
   * What readers see. Which rule found a mention, and how sure it was, are the tagger's to change;
   * the registry may learn of more offices.
   */
  private static List<Tag> said(List<Tag> tags) {
    return tags.stream()
        .map(
            tag ->
                new Tag(
                    tag.kind(),
                    tag.id(),
                    tag.name(),
                    tag.known(),
                    tag.stated(),
                    List.of(),
                    tag.mentions().stream()
                        .map(m -> new Mention(m.field(), m.start(), m.end(), m.surface(), "", 0))
                        .toList()))
        .toList();
  }

  private static List<OfficeMention> said(List<OfficeMention> offices, LocalDate day) {
    return offices.stream()
        .map(
            office ->
                new OfficeMention(
                    office.field(),
                    office.start(),
                    office.end(),
                    office.surface(),
                    office.title(),
                    office.unitId(),
                    office.holders().stream()
                        .filter(holder -> holder.covers(day))
                        .map(holder -> new Holder(holder.personId(), holder.name(), null, null))
                        .toList()))
        .toList();
  }
}
