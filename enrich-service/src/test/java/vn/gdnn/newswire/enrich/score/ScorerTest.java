package vn.gdnn.newswire.enrich.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static Score score(String gold, String predicted) {
    return Scorer.score(
        List.of(MarkedFile.parse("a", gold)), file -> MarkedFile.parse("a", predicted).gold());
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

  @Test
  void namesTheCauseOfEachError() {
    Score score =
        score(
            "{{U|Viện Mẫu}}, {{U|Sở Mẫu}}, {{P|Hà Lan}}, Cục",
            "{{U|Viện}} Mẫu, Sở Mẫu, {{U|Hà Lan}}, {{U|Cục}}");

    assertThat(score.errors())
        .extracting(Score.Miss::kind, Score.Miss::cause)
        .containsExactlyInAnyOrder(
            tuple("UNIT", "boundary"),
            tuple("UNIT", "missed"),
            tuple("PERSON", "kind"),
            tuple("UNIT", "spurious"));
  }

  @Test
  void givesTheSameIntervalsEachTime_andWiderOnesForArticlesThatDiffer() {
    List<MarkedFile> files =
        List.of(
            MarkedFile.parse("a", "{{U|Viện Mẫu}} và {{U|Sở Mẫu}}"),
            MarkedFile.parse("b", "{{U|Cục Mẫu}}"));
    RawTagger half = file -> file.name().equals("a") ? file.gold() : List.of();

    Score.Row row = Scorer.score(files, half).row("strict", "UNIT");

    assertThat(row).isEqualTo(Scorer.score(files, half).row("strict", "UNIT"));
    assertThat(row.recall().low()).isZero();
    assertThat(row.recall().high()).isEqualTo(1);
    assertThat(row.counts().recall()).isCloseTo(2.0 / 3, within(1e-9));
  }

  @Test
  void printsATable() {
    String table = score("{{U|Viện Mẫu}}", "{{U|Viện Mẫu}}").table();
    assertThat(table).contains("1 articles", "95 % intervals").contains("1.000 (1.000 to 1.000)");
  }
}
