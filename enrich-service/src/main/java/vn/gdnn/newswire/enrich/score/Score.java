package vn.gdnn.newswire.enrich.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well a tagger did on marked files.
 *
 * @param articles how many files
 * @param rows strict, relaxed and document level, by kind and for all kinds
 * @param errors what went wrong, in reading order
 */
public record Score(int articles, List<Row> rows, List<Miss> errors) {

  /** Copies the lists. */
  public Score {
    rows = List.copyOf(rows);
    errors = List.copyOf(errors);
  }

  /**
   * One line of the table.
   *
   * @param level {@code strict}, {@code relaxed} or {@code document}
   * @param kind {@code PERSON}, {@code UNIT}, {@code PLAN} or {@code ALL}
   * @param counts the counts
   * @param precision 95 % interval of precision
   * @param recall 95 % interval of recall
   * @param f1 95 % interval of F1
   */
  public record Row(
      String level, String kind, Counts counts, Interval precision, Interval recall, Interval f1) {}

  /**
   * A 95 % interval by bootstrap over articles: 2.5th and 97.5th percentile of 2,000 resamples with
   * a fixed seed.
   */
  public record Interval(double low, double high) {}

  /**
   * An error.
   *
   * @param file the file
   * @param kind the kind marked, or predicted where nothing is marked
   * @param cause {@code missed}, {@code spurious}, {@code boundary} or {@code kind}
   * @param gold the words marked, empty for a spurious span
   * @param predicted the words predicted, empty for a missed span
   */
  public record Miss(String file, String kind, String cause, String gold, String predicted) {}

  /** The row of a level and kind. */
  public Row row(String level, String kind) {
    return rows.stream()
        .filter(row -> row.level().equals(level) && row.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** How many errors of each cause a kind has. */
  public Map<String, Long> causes(String kind) {
    return errors.stream()
        .filter(error -> error.kind().equals(kind))
        .collect(Collectors.groupingBy(Miss::cause, TreeMap::new, Collectors.counting()));
  }

  /** A table for people. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            "%d articles; 95 %% intervals by bootstrap over articles (2,000 resamples)\n"
                .formatted(articles));
    table.append(
        "%-9s %-7s %6s %6s  %-22s %-22s %-22s\n"
            .formatted("level", "kind", "marked", "found", "precision", "recall", "F1"));
    for (Row row : rows) {
      Counts counts = row.counts();
      table.append(
          "%-9s %-7s %6d %6d  %s %s %s\n"
              .formatted(
                  row.level(),
                  row.kind(),
                  counts.gold(),
                  counts.found(),
                  cell(counts.precision(), row.precision()),
                  cell(counts.recall(), row.recall()),
                  cell(counts.f1(), row.f1())));
    }
    for (String kind : List.of("PERSON", "UNIT", "PLAN")) {
      table.append("errors %-7s %s\n".formatted(kind, causes(kind)));
    }
    return table.toString();
  }

  private static String cell(double value, Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", value, interval.low(), interval.high());
  }
}
