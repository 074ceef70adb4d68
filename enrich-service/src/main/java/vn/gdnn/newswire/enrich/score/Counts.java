package vn.gdnn.newswire.enrich.score;

/**
 * How many spans were right. For relaxed scoring the right ones of the predicted and of the marked
 * spans are counted apart, since one may overlap two.
 *
 * @param predicted spans predicted
 * @param right predicted spans that are right
 * @param gold spans marked
 * @param found marked spans that were found
 */
public record Counts(int predicted, int right, int gold, int found) {

  /** Nothing counted. */
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(
        predicted + other.predicted, right + other.right, gold + other.gold, found + other.found);
  }

  /** Share of the predicted that is right; 1 when nothing was predicted. */
  public double precision() {
    return predicted == 0 ? 1 : (double) right / predicted;
  }

  /** Share of the marked that was found; 1 when nothing was marked. */
  public double recall() {
    return gold == 0 ? 1 : (double) found / gold;
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
