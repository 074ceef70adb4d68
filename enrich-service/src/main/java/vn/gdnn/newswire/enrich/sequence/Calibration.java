package vn.gdnn.newswire.enrich.sequence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a model's probability is worth: a rising line through measured points, so that of the names
 * given 0.9 nine of ten are right. Fitted by isotonic regression (pool adjacent violators: Ayer et
 * al. 1955) on names found in text the model had not seen.
 */
public final class Calibration {

  /** Fewer names than this make no point of their own. */
  private static final int POINT = 40;

  private static final double SUREST = 0.995;

  private final float[] said;
  private final float[] worth;

  private Calibration(float[] said, float[] worth) {
    this.said = said;
    this.worth = worth;
  }

  /** Takes the model at its word. */
  public static Calibration none() {
    return new Calibration(new float[] {0, 1}, new float[] {0, 1});
  }

  /**
   * A name that a model found in text it had not seen.
   *
   * @param said the model's probability
   * @param right whether it was marked just so
   */
  public record Trial(double said, boolean right) {}

  /** Fits to trials; too few leave the model at its word. */
  public static Calibration of(List<Trial> trials) {
    List<Trial> rising = new ArrayList<>(trials);
    rising.sort(Comparator.comparingDouble(Trial::said));
    List<double[]> pools = new ArrayList<>();
    for (int from = 0; from + POINT <= rising.size(); from += POINT) {
      boolean last = from + 2 * POINT > rising.size();
      double[] pool = {0, 0, 0};
      for (Trial trial : rising.subList(from, last ? rising.size() : from + POINT)) {
        pool[0] += trial.said();
        pool[1] += trial.right() ? 1 : 0;
        pool[2]++;
      }
      pools.add(pool);
      while (pools.size() > 1 && falls(pools)) {
        double[] upper = pools.remove(pools.size() - 1);
        double[] lower = pools.get(pools.size() - 1);
        for (int k = 0; k < 3; k++) {
          lower[k] += upper[k];
        }
      }
    }
    if (pools.isEmpty()) {
      return none();
    }
    float[] said = new float[pools.size() + 2];
    float[] worth = new float[pools.size() + 2];
    for (int i = 0; i < pools.size(); i++) {
      double[] pool = pools.get(i);
      said[i + 1] = (float) (pool[0] / pool[2]);
      // One right and one wrong more: nothing is certain by a handful of names.
      worth[i + 1] = (float) Math.min(SUREST, (pool[1] + 1) / (pool[2] + 2));
    }
    said[said.length - 1] = 1;
    worth[worth.length - 1] = worth[worth.length - 2];
    return new Calibration(said, worth);
  }

  private static boolean falls(List<double[]> pools) {
    double[] lower = pools.get(pools.size() - 2);
    double[] upper = pools.get(pools.size() - 1);
    return lower[1] / lower[2] >= upper[1] / upper[2];
  }

  /** How many of ten thousand names with this probability are right, as a share: no more digits. */
  public double of(double probability) {
    return Math.round(between(probability) * 10_000) / 10_000.0;
  }

  private double between(double probability) {
    int at = Arrays.binarySearch(said, (float) probability);
    if (at >= 0) {
      return worth[at];
    }
    int above = Math.min(Math.max(1, -at - 1), said.length - 1);
    double width = said[above] - said[above - 1];
    double part = width <= 0 ? 1 : Math.min(1, (probability - said[above - 1]) / width);
    return worth[above - 1] + part * (worth[above] - worth[above - 1]);
  }

  static Calibration read(DataInputStream in) throws IOException {
    int points = in.readInt();
    if (points < 2 || points > 10_000) {
      throw new IOException("no calibration");
    }
    float[] said = new float[points];
    float[] worth = new float[points];
    for (int i = 0; i < points; i++) {
      said[i] = in.readFloat();
      worth[i] = in.readFloat();
    }
    return new Calibration(said, worth);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(said.length);
    for (int i = 0; i < said.length; i++) {
      out.writeFloat(said[i]);
      out.writeFloat(worth[i]);
    }
  }
}
