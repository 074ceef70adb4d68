package vn.gdnn.newswire.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One thing measured several times.
 *
 * @param median the middle one
 * @param lowest the lowest
 * @param highest the highest
 */
public record Samples(double median, double lowest, double highest) {

  /** Sums up what was measured: one number at least. */
  public static Samples of(List<Double> measured) {
    double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Samples(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
  }

  /**
   * The median, and lowest and highest in brackets.
   *
   * @param format how to write each, as for {@link String#format}
   */
  String words(String format) {
    return String.format(
        Locale.ROOT, format + " (" + format + "…" + format + ")", median, lowest, highest);
  }
}
