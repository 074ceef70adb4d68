package vn.gdnn.newswire.enrich.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.events.Kind;

class ScorerTest {

  private static final KnownNames NOTHING = (kind, words) -> false;

  private static List<Said> said(String marked) {
    return said(MarkedFile.parse("said", marked), 1);
  }

  private static List<Said> said(MarkedFile file, double confidence) {
    return file.gold().stream().map(span -> new Said(span, confidence)).toList();
  }

  private static Score score(String gold, String predicted) {
    return Scorer.score(List.of(MarkedFile.parse("a", gold)), file -> said(predicted), NOTHING);
  }

  @Test
  void countsStrictRelaxedAndDocument() {
    Score score =
        score(
            "{{U|Viện Mẫu}} và {{U|Sở Mẫu}}, {{U|Viện mẫu}} gặp {{P|Hà Lan}}.",
            "{{U|Viện Mẫu}} và {{U|Sở}} Mẫu, Viện mẫu gặp {{P|Hà Lan}}.");

    assertThat(score.row("strict", "UNIT").counts()).isEqualTo(new Counts(2, 1, 3, 1));
    assertThat(score.row("relaxed", "UNIT").counts()).isEqualTo(new Counts(2, 2, 3, 2));
    assertThat(score.row("document", "UNIT").counts()).isEqualTo(new Counts(2, 1, 2, 1));
    assertThat(score.row("strict", "ALL").counts()).isEqualTo(new Counts(3, 2, 4, 2));
    assertThat(score.row("strict", "ALL").counts().f1()).isCloseTo(4.0 / 7, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{{U|Sở Mẫu}} họp; Sở Mẫu họp; UNIT missed unknown Sở Mẫu > ",
        "{{U|Viện Mẫu}} họp; Viện Mẫu họp; UNIT missed known Viện Mẫu > ",
        "{{P|Viện Mẫu}} họp; Viện Mẫu họp; PERSON missed unknown Viện Mẫu > ",
        "Cục họp; {{U|Cục}} họp; UNIT spurious  > Cục",
        "{{U|Viện}} Mẫu họp; {{U|Viện Mẫu}} họp; UNIT too long Viện > Viện Mẫu",
        "Viện {{U|Mẫu}} họp; {{U|Viện Mẫu}} họp; UNIT too long Mẫu > Viện Mẫu",
        "{{U|Viện Mẫu}} họp; {{U|Viện}} Mẫu họp; UNIT too short Viện Mẫu > Viện",
        "{{U|Viện Mẫu}} họp; Viện {{U|Mẫu họp}}; UNIT shifted Viện Mẫu > Mẫu họp",
        "{{U|Vụ A Bộ B}} họp; {{U|Vụ A}} {{U|Bộ B}} họp; UNIT split Vụ A Bộ B > Vụ A|Bộ B",
        "{{P|Hà Lan}} họp; {{U|Hà Lan}} họp; PERSON wrong kind Hà Lan > Hà Lan",
        "{{P|Hà Lan}} họp; {{U|Hà}} Lan họp; PERSON wrong kind Hà Lan > Hà",
      })
  void namesTheCauseOfAnError(String gold, String predicted, String cause) {
    Score score =
        Scorer.score(
            List.of(MarkedFile.parse("a", gold)),
            file -> said(predicted),
            (kind, words) -> kind == Kind.UNIT && words.equals("Viện Mẫu"));

    assertThat(score.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(
                        "%s %s %s > %s"
                            .formatted(
                                error.kind(), error.cause(), error.gold(), error.predicted()))
                    .isEqualToIgnoringWhitespace(cause));
  }

  @Test
  void oneNameInPlaceOfTwo_joinsBoth() {
    Score score = score("{{U|Bộ Mẫu}} {{P|Hà Lan}} và {{U|Sở}}", "{{U|Bộ Mẫu Hà Lan}} và {{U|Sở}}");

    assertThat(score.errors())
        .extracting(Score.Miss::kind, Score.Miss::cause, Score.Miss::gold)
        .containsExactly(tuple("UNIT", "joined", "Bộ Mẫu"), tuple("PERSON", "joined", "Hà Lan"));
    assertThat(score.causes("UNIT")).containsOnlyKeys("joined");
  }

  @Test
  void givesTheSameIntervalsEachTime_andWiderOnesForArticlesThatDiffer() {
    List<MarkedFile> files =
        List.of(
            MarkedFile.parse("a", "{{U|Viện Mẫu}} và {{U|Sở Mẫu}}"),
            MarkedFile.parse("b", "{{U|Cục Mẫu}}"));
    RawTagger half = file -> file.name().equals("a") ? said(file, 1) : List.of();

    Score.Row row = Scorer.score(files, half, NOTHING).row("strict", "UNIT");

    assertThat(row).isEqualTo(Scorer.score(files, half, NOTHING).row("strict", "UNIT"));
    assertThat(row.recall().low()).isZero();
    assertThat(row.recall().high()).isEqualTo(1);
    assertThat(row.counts().recall()).isCloseTo(2.0 / 3, within(1e-9));
  }

  @Test
  void scoresEachSourceByItself_whereThereAreSeveral() {
    List<MarkedFile> files =
        List.of(
            MarkedFile.parse("1", "source: Báo Mẫu; trang 1\n\n{{U|Viện Mẫu}}"),
            MarkedFile.parse("2", "source: Báo Mẫu; trang 2\n\n{{U|Sở Mẫu}}"),
            MarkedFile.parse("khac/3", "{{U|Cục Mẫu}}"));
    RawTagger onlyInstitutes = file -> file.name().equals("1") ? said(file, 1) : List.of();

    Score score = Scorer.score(files, onlyInstitutes, NOTHING);

    assertThat(score.groups())
        .extracting(
            Score.Group::name,
            Score.Group::articles,
            group -> group.row("strict", "UNIT").counts().recall())
        .containsExactly(tuple("Báo Mẫu", 2, 0.5), tuple("khac", 1, 0.0));
    assertThat(score.table("source")).contains("Báo Mẫu        2  -   ").contains("khac    ");
    assertThat(Scorer.score(files.subList(0, 2), onlyInstitutes, NOTHING).groups()).isEmpty();
  }

  @Test
  void saysWhatConfidenceIsWorth() {
    List<MarkedFile> files = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> files.add(MarkedFile.parse("sure " + i, "{{U|Viện}}")));
    IntStream.range(0, 4).forEach(i -> files.add(MarkedFile.parse("unsure " + i, "{{U|Viện}} A")));
    RawTagger tagger =
        file ->
            file.name().startsWith("sure")
                ? said(file, 0.9375)
                : List.of(
                    new Said(new RawSpan(Kind.UNIT, 0, file.name().endsWith("3") ? 6 : 4), 0.625));

    Confidence confidence = Scorer.score(files, tagger, NOTHING).confidence();

    assertThat(confidence.bins())
        .extracting(
            Confidence.Bin::from,
            Confidence.Bin::to,
            Confidence.Bin::names,
            Confidence.Bin::said,
            Confidence.Bin::right)
        .containsExactly(tuple(0.6, 0.7, 4, 0.625, 0.75), tuple(0.9, 0.95, 10, 0.9375, 1.0));
    assertThat(confidence.bins().get(0).interval().low())
        .isLessThan(0.75)
        .isGreaterThanOrEqualTo(0);
    assertThat(confidence.bins().get(1).interval()).isEqualTo(new Score.Interval(1, 1));
    assertThat(confidence.gap()).isCloseTo((10 * 0.0625 + 4 * 0.125) / 14, within(1e-9));
    assertThat(confidence.table()).contains("0.60 to 0.70     4  0.625  0.750");
  }

  @Test
  void printsATable() {
    String table = score("{{U|Viện Mẫu}}", "{{U|Viện Mẫu}}").table("source");
    assertThat(table)
        .contains("1 articles", "95 % intervals")
        .contains("1.000 (1.000 to 1.000)")
        .contains("errors ", "0.98 to 1.00     1  1.000  1.000 (1.000 to 1.000)")
        .doesNotContain("source");
  }
}
