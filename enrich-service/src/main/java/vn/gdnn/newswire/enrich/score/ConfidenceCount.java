package vn.gdnn.newswire.enrich.score;

import java.util.ArrayList;
import java.util.List;

/** Counts names by their confidence, article by article. */
final class ConfidenceCount {

  private static final double[] EDGES = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1};
  private static final int BINS = EDGES.length - 1;

  private final List<List<Counts>> articles = new ArrayList<>();
  private final double[] said = new double[BINS];

  ConfidenceCount() {
    for (int bin = 0; bin < BINS; bin++) {
      articles.add(new ArrayList<>());
    }
  }

  /** Takes an article's names in. */
  void add(List<RawSpan> marked, List<Said> names) {
    int[] found = new int[BINS];
    int[] right = new int[BINS];
    for (Said name : names) {
      int bin = binOf(name.confidence());
      found[bin]++;
      right[bin] += marked.contains(name.span()) ? 1 : 0;
      said[bin] += name.confidence();
    }
    for (int bin = 0; bin < BINS; bin++) {
      articles.get(bin).add(new Counts(found[bin], right[bin], 0, 0));
    }
  }

  private static int binOf(double confidence) {
    int bin = BINS - 1;
    while (bin > 0 && confidence < EDGES[bin]) {
      bin--;
    }
    return bin;
  }

  /** What was counted, with intervals by these draws of the articles. */
  Confidence of(Bootstrap draws) {
    List<Confidence.Bin> bins = new ArrayList<>();
    double gaps = 0;
    int all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      Counts total = articles.get(bin).stream().reduce(Counts.NONE, Counts::plus);
      int names = total.predicted();
      if (names > 0) {
        double mean = said[bin] / names;
        bins.add(
            new Confidence.Bin(
                EDGES[bin],
                EDGES[bin + 1],
                names,
                mean,
                total.precision(),
                draws.interval(
                    articles.get(bin),
                    counts -> counts.predicted() == 0 ? Double.NaN : counts.precision())));
        gaps += Math.abs(said[bin] - total.right());
        all += names;
      }
    }
    return new Confidence(bins, all == 0 ? 0 : gaps / all);
  }
}
