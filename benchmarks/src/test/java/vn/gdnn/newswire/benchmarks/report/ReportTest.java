package vn.gdnn.newswire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static Samples just(double value) {
    return Samples.of(List.of(value));
  }

  private static Report report(Machine machine) {
    return new Report(
        machine,
        5,
        2,
        1_000,
        new Report.Speed(just(2e6), just(1.9e6), just(2e5), just(1.9e5), just(10)),
        List.of(new Report.Growth(1_000, just(0.5)), new Report.Growth(10_000, just(0.4))),
        List.of(
            new Report.OfRegistry(1_900, just(2e6), just(400), just(300), just(30)),
            new Report.OfRegistry(100_000, just(1e6), just(900), just(800), just(100))));
  }

  @Test
  void takesTheMiddleOne() {
    assertThat(Samples.of(List.of(5.0, 1.0, 9.0))).isEqualTo(new Samples(5, 1, 9));
    assertThat(Samples.of(List.of(4.0, 1.0))).isEqualTo(new Samples(2.5, 1, 4));
  }

  @Test
  void comparesWithTheShortestTextAndTodaysRegistry() {
    Report report = report(new Machine("cpu", 2, "java", 0, 1));
    assertThat(report.largestDeviation()).isCloseTo(0.2, within(1e-9));
    assertThat(report.slowdown()).isEqualTo(2);
    assertThat(report.table())
        .contains("2,000,000 (2,000,000…2,000,000)", "× 0.80", "20 %", "1,900 entries (today's)");
  }

  @Test
  void saysWhenOthersRan() {
    assertThat(report(new Machine("cpu", 2, "java", 0.1, 1.2)).table())
        .doesNotContain("OTHER PROGRAMS RAN");
    assertThat(report(new Machine("cpu", 2, "java", 0.1, 2.5)).table())
        .contains("OTHER PROGRAMS RAN");
    assertThat(report(new Machine("cpu", 2, "java", 1.4, 1.0)).table())
        .contains("OTHER PROGRAMS RAN");
  }
}
