package vn.gdnn.newswire.enrich.score;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * 95 % intervals by bootstrap over articles, since names of one article resemble one another:
 * articles are drawn anew, as many as there are, 2,000 times. The seed is fixed, so that the same
 * articles give the same intervals and all measures of them are of the same draws.
 */
final class Bootstrap {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_200_117L;

  /** For each resample how often each article was drawn. */
  private final short[][] draws;

  /** Draws from so many articles. */
  Bootstrap(int articles) {
    draws = new short[RESAMPLES][articles];
    Random random = new Random(SEED);
    for (short[] draw : draws) {
      for (int k = 0; k < articles; k++) {
        draw[random.nextInt(articles)]++;
      }
    }
  }

  /**
   * From the 2.5th to the 97.5th percentile of a measure. A resample that it can't be taken of
   * (NaN) is left out.
   *
   * @param each what was counted in each article
   */
  Score.Interval interval(List<Counts> each, ToDoubleFunction<Counts> measure) {
    double[] values =
        Arrays.stream(draws)
            .map(draw -> sum(draw, each))
            .mapToDouble(measure)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (values.length == 0) {
      return new Score.Interval(0, 1);
    }
    return new Score.Interval(
        values[(int) Math.floor(0.025 * (values.length - 1))],
        values[(int) Math.ceil(0.975 * (values.length - 1))]);
  }

  private static Counts sum(short[] draw, List<Counts> each) {
    int predicted = 0;
    int right = 0;
    int gold = 0;
    int found = 0;
    for (int i = 0; i < draw.length; i++) {
      Counts counts = each.get(i);
      predicted += draw[i] * counts.predicted();
      right += draw[i] * counts.right();
      gold += draw[i] * counts.gold();
      found += draw[i] * counts.found();
    }
    return new Counts(predicted, right, gold, found);
  }
}
