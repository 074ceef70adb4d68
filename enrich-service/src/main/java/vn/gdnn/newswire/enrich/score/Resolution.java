package vn.gdnn.newswire.enrich.score;

import java.util.List;
import java.util.Locale;

/**
 * How many names and offices a tagger resolved to what they stand for.
 *
 * @param articles how many articles
 * @param rows by kind, those asked about
 * @param errors what went wrong, in the order of the files
 */
public record Resolution(int articles, List<Row> rows, List<Miss> errors) {

  /** Copies the lists. */
  public Resolution {
    rows = List.copyOf(rows);
    errors = List.copyOf(errors);
  }

  /**
   * One line of the table.
   *
   * @param kind {@code UNIT}, {@code PERSON}, {@code OFFICE} or {@code ALL}
   * @param right how many were right
   * @param asked how many were asked
   * @param share right of asked
   * @param interval the share's 95 % interval
   */
  public record Row(String kind, int right, int asked, double share, Score.Interval interval) {}

  /**
   * An error.
   *
   * @param file the file that asks
   * @param kind what kind was asked for
   * @param surface the words asked about
   * @param nth which of those words
   * @param expected the id asked for, {@code x} or {@code -}
   * @param given the id given, with its words where they are others; {@code -} for none
   */
  public record Miss(
      String file, String kind, String surface, int nth, String expected, String given) {}

  /** The row of a kind. */
  public Row row(String kind) {
    return rows.stream().filter(row -> row.kind().equals(kind)).findFirst().orElseThrow();
  }

  /** A table for people. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            "resolution, %d articles; what names and offices stand for\n".formatted(articles));
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-7s %5d of %5d  %.3f (%.3f to %.3f)%n",
              row.kind(),
              row.right(),
              row.asked(),
              row.share(),
              row.interval().low(),
              row.interval().high()));
    }
    return table.toString();
  }
}
