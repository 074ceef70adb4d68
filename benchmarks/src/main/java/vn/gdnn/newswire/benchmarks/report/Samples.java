package vn.gdnn.newswire.benchmarks.report;

import java.util.Arrays;
import java.util.List;

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
}
