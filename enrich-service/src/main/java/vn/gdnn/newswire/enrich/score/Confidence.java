package vn.gdnn.newswire.enrich.score;

import java.util.List;
import java.util.Locale;

/**
 * Whether confidence keeps its word: of the names given 0.9 nine of ten are to be right (strictly).
 *
 * @param bins from the least sure to the surest; only those that hold names
 * @param gap how far said and right are apart, over all names: the bins' gaps by their names
 *     (expected calibration error)
 */
public record Confidence(List<Bin> bins, double gap) {

  /** Copies the list. */
  public Confidence {
    bins = List.copyOf(bins);
  }

  /**
   * Names of about one confidence.
   *
   * @param from the least confidence in it
   * @param to the confidence where the next one begins; 1 belongs to the last
   * @param names how many names
   * @param said their mean confidence
   * @param right the share of them that is right
   * @param interval 95 % interval of that share
   */
  public record Bin(
      double from, double to, int names, double said, double right, Score.Interval interval) {}

  /** A table for people. */
  String table() {
    StringBuilder table = new StringBuilder("confidence   names   said  right\n");
    for (Bin bin : bins) {
      table.append(
          String.format(
              Locale.ROOT,
              "%.2f to %.2f %5d  %.3f  %.3f (%.3f to %.3f)%n",
              bin.from(),
              bin.to(),
              bin.names(),
              bin.said(),
              bin.right(),
              bin.interval().low(),
              bin.interval().high()));
    }
    return table
        .append(String.format(Locale.ROOT, "said and right are %.3f apart in the mean%n", gap))
        .toString();
  }
}
