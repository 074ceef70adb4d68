package vn.gdnn.newswire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedReportTest {

  private static final Machine IDLE = new Machine("cpu", 2, "java", 0, 2);

  @Test
  void comparesRoundByRound() {
    FeedReport.Beside beside =
        FeedReport.Beside.of(List.of(100.0, 200.0, 400.0), List.of(90.0, 100.0, 400.0));
    assertThat(beside.ratio()).isEqualTo(new Samples(0.9, 0.5, 1.0));
    assertThat(beside.nginx().median()).isEqualTo(200);
    FeedReport report = new FeedReport(IDLE, "both", 3, 5, "all.atom", 2_000, 500, beside, beside);
    assertThat(report.table())
        .contains("0.90 (0.50…1.00)", "goal 0.35", "all.atom, 2,000 bytes, gzipped 500")
        .doesNotContain("OTHER PROGRAMS RAN");
  }

  @Test
  void tellsHowCostsGrow() {
    ArchiveReport report =
        new ArchiveReport(
            IDLE,
            "a store",
            1,
            List.of(
                cost("Render", 1_000, 2, 9, 0),
                cost("Render", 10_000, 3, 9, 0),
                cost("Keep", 1_000, 5, 4, 6)));
    assertThat(report.table())
        .containsSubsequence("Render", "1,000 articles", "9 reads  × 1.0", "× 1.5", "Keep")
        .contains("4 reads, 6 writes");
  }

  private static ArchiveReport.Cost cost(
      String what, int articles, double millis, double reads, double writes) {
    return new ArchiveReport.Cost(
        what,
        articles,
        Samples.of(List.of(millis)),
        Samples.of(List.of(reads)),
        Samples.of(List.of(writes)));
  }
}
