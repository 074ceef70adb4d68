package vn.gdnn.newswire.enrich.sequence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a model learned: for each feature a weight per label, and what one label behind another is
 * worth.
 *
 * <p>Every token asks for some forty features, so the table is made for that: a slot is two longs
 * of 16-bit lanes, seven for the labels' weights (a byte each, 128 added to have no sign) and the
 * eighth for the upper half of the feature, which tells it from its neighbours. Two additions add a
 * feature to all labels; forty bytes never leave their lane.
 */
final class Weights {

  private static final int MAGIC = 0x4E574C31;
  private static final int L = Label.COUNT;
  private static final int BIAS = 128;

  /** Lanes 4 to 6 of a slot's second long; above them stands the upper half of the feature. */
  private static final int UPPER = 48;

  /** With fewer slots the lower half of a feature would not be told by its slot. */
  private static final int FEWEST_SLOTS = 1 << 16;

  private final int[] features;
  private final byte[] values;
  private final float step;
  private final float[] transitions;
  private final int mask;
  private final long[] slots;

  /**
   * Builds the table.
   *
   * @param features no zero and none twice
   * @param values {@link Label#COUNT} steps for each feature, from -127 to 127
   * @param step what one step is worth
   * @param transitions {@code [before * COUNT + label]}
   */
  private Weights(int[] features, byte[] values, float step, float[] transitions) {
    this.features = features;
    this.values = values;
    this.step = step;
    this.transitions = transitions;
    int capacity = Math.max(FEWEST_SLOTS, Integer.highestOneBit(features.length) * 4);
    this.mask = capacity - 1;
    this.slots = new long[capacity * 2];
    for (int i = 0; i < features.length; i++) {
      put(features[i], i * L);
    }
  }

  private void put(int feature, int value) {
    int slot = feature & mask;
    while (slots[slot * 2] != 0) {
      slot = (slot + 1) & mask;
    }
    for (int k = 0; k < 4; k++) {
      slots[slot * 2] |= (long) (values[value + k] + BIAS) << (16 * k);
    }
    for (int k = 4; k < L; k++) {
      slots[slot * 2 + 1] |= (long) (values[value + k] + BIAS) << (16 * (k - 4));
    }
    slots[slot * 2 + 1] |= (long) (feature >>> 16) << UPPER;
  }

  /**
   * Weights rounded to a 127th of the largest; features with none left are dropped.
   *
   * @param features no zero and none twice
   * @param values {@link Label#COUNT} for each feature
   * @param transitions {@code [before * COUNT + label]}
   */
  static Weights of(int[] features, double[] values, double[] transitions) {
    double largest = 1e-9;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    float step = (float) (largest / 127);
    int[] kept = new int[features.length];
    byte[] rounded = new byte[values.length];
    int size = 0;
    for (int i = 0; i < features.length; i++) {
      boolean any = false;
      for (int label = 0; label < L; label++) {
        long steps = Math.round(values[i * L + label] / step);
        rounded[size * L + label] = (byte) Math.max(-127, Math.min(127, steps));
        any |= steps != 0;
      }
      if (any) {
        kept[size++] = features[i];
      }
    }
    float[] moves = new float[transitions.length];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = (float) transitions[i];
    }
    return new Weights(Arrays.copyOf(kept, size), Arrays.copyOf(rounded, size * L), step, moves);
  }

  /** Reads what {@link #write} wrote. */
  static Weights read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("no model, or of another version");
    }
    int[] features = new int[in.readInt()];
    byte[] values = new byte[features.length * L];
    float step = in.readFloat();
    float[] transitions = new float[L * L];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = in.readFloat();
    }
    for (int i = 0; i < features.length; i++) {
      features[i] = in.readInt();
    }
    in.readFully(values);
    return new Weights(features, values, step, transitions);
  }

  /** Writes them: the same weights, the same bytes. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(features.length);
    out.writeFloat(step);
    for (float transition : transitions) {
      out.writeFloat(transition);
    }
    for (int feature : features) {
      out.writeInt(feature);
    }
    out.write(values);
  }

  /** How many features have weights. */
  int size() {
    return features.length;
  }

  /** Adds up what a token's features say of each label, into {@code scores} from {@code at} on. */
  void score(int[] of, float[] scores, int at) {
    long low = 0;
    long high = 0;
    int found = 0;
    for (int feature : of) {
      int slot = (feature & mask) * 2;
      long upper = (long) (feature >>> 16) << UPPER;
      while (slots[slot] != 0) {
        long second = slots[slot + 1];
        if ((second >>> UPPER) << UPPER == upper) {
          low += slots[slot];
          high += second;
          found++;
          break;
        }
        slot = (slot + 2) & (2 * mask + 1);
      }
    }
    int bias = found * BIAS;
    for (int k = 0; k < 4; k++) {
      scores[at + k] = ((int) (low >>> (16 * k) & 0xFFFF) - bias) * step;
    }
    for (int k = 4; k < L; k++) {
      scores[at + k] = ((int) (high >>> (16 * (k - 4)) & 0xFFFF) - bias) * step;
    }
  }

  /** What one label behind another is worth. */
  float transition(int before, int label) {
    return transitions[before * L + label];
  }
}
