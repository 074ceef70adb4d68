package vn.gdnn.newswire.enrich.sequence;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the likeliest labels of a sentence and how likely each name is. Used by one thread. {@link
 * StrictMath} and {@link #exp}: what is said of an article must be the same in every process, and
 * {@link Math#exp} differs in its last digit between interpreted and compiled code.
 */
final class Decoder {

  private static final int L = Label.COUNT;

  private final Weights weights;
  private final float trust;
  private final Calibration calibration;
  private final float[] moves = new float[L * L];
  private float[] scores = new float[L * 64];
  private byte[] back = new byte[L * 64];
  private float[] forward = new float[L * 64];
  private float[] backward = new float[L * 64];
  private final int[] features = new int[Evidence.COUNT];
  private int[] labels = new int[64];

  Decoder(Weights weights, float trust, Calibration calibration) {
    this.weights = weights;
    this.trust = trust;
    this.calibration = calibration;
    for (int before = 0; before < L; before++) {
      for (int label = 0; label < L; label++) {
        moves[before * L + label] =
            Label.follows(before, label)
                ? (float) StrictMath.exp(weights.transition(before, label))
                : 0;
      }
    }
  }

  /** Reads the tokens from one up to another and adds the names it finds. */
  void read(Evidence evidence, int from, int to, List<SequenceModel.Span> spans) {
    int length = to - from;
    reserve(length);
    for (int i = 0; i < length; i++) {
      evidence.features(from + i, features, 0);
      weights.score(features, scores, i * L);
      scores[i * L + evidence.label(from + i)] += trust;
      exponentiate(i * L);
    }
    if (!decode(length)) {
      return;
    }
    sum(length);
    int i = 0;
    while (i < length) {
      int label = labels[i];
      int end = i + 1;
      if (label != Label.NONE) {
        while (end < length && labels[end] == Label.continuation(label)) {
          end++;
        }
        spans.add(
            new SequenceModel.Span(
                Label.sort(label),
                from + i,
                from + end,
                calibration.of(probability(i, end, length))));
      }
      i = end;
    }
  }

  private void reserve(int length) {
    if (labels.length < length) {
      int most = Math.max(length, labels.length * 2);
      labels = new int[most];
      scores = new float[L * most];
      back = new byte[L * most];
      forward = new float[L * most];
      backward = new float[L * most];
    }
  }

  /** Of a token only differences between labels count, so the largest becomes 1. */
  private void exponentiate(int at) {
    float largest = scores[at];
    for (int k = 1; k < L; k++) {
      largest = Math.max(largest, scores[at + k]);
    }
    for (int k = 0; k < L; k++) {
      scores[at + k] = exp(scores[at + k] - largest);
    }
  }

  /**
   * The exponential of a number that is not above 0, to six digits, and 0 below -80: the power of
   * two by its bits, what is left between -½ and ½ by the series up to the sixth power. Nothing but
   * additions and multiplications, which are the same on every machine.
   */
  static float exp(float x) {
    if (x < -80) {
      return 0;
    }
    float scaled = x * 1.44269504f;
    int whole = (int) (scaled - 0.5f);
    float r = (scaled - whole) * 0.69314718f;
    float series =
        1 + r * (1 + r * (1 / 2f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r / 720f)))));
    return series * Float.intBitsToFloat(whole + 127 << 23);
  }

  /** The likeliest labels (Viterbi); false when no token belongs to a name. */
  private boolean decode(int length) {
    float[] best = forward;
    for (int label = 0; label < L; label++) {
      best[label] = Label.follows(Label.NONE, label) ? moves[label] * scores[label] : 0;
    }
    for (int i = 1; i < length; i++) {
      float largest = 0;
      for (int label = 0; label < L; label++) {
        float most = -1;
        int which = 0;
        for (int before = 0; before < L; before++) {
          float value = best[(i - 1) * L + before] * moves[before * L + label];
          if (value > most) {
            most = value;
            which = before;
          }
        }
        back[i * L + label] = (byte) which;
        best[i * L + label] = most * scores[i * L + label];
        largest = Math.max(largest, best[i * L + label]);
      }
      scale(best, i * L, largest);
    }
    int label = 0;
    for (int k = 1; k < L; k++) {
      label = best[(length - 1) * L + k] > best[(length - 1) * L + label] ? k : label;
    }
    boolean any = false;
    for (int i = length - 1; i >= 0; i--) {
      labels[i] = label;
      any |= label != Label.NONE;
      label = i > 0 ? back[i * L + label] : label;
    }
    return any;
  }

  private static void scale(float[] values, int at, float by) {
    float factor = by > 0 ? 1 / by : 1;
    for (int k = 0; k < L; k++) {
      values[at + k] *= factor;
    }
  }

  /** Forward and backward sums, each token's scaled to at most 1. */
  private void sum(int length) {
    for (int label = 0; label < L; label++) {
      forward[label] = Label.follows(Label.NONE, label) ? moves[label] * scores[label] : 0;
    }
    for (int i = 1; i < length; i++) {
      float largest = 0;
      for (int label = 0; label < L; label++) {
        float sum = 0;
        for (int before = 0; before < L; before++) {
          sum += forward[(i - 1) * L + before] * moves[before * L + label];
        }
        forward[i * L + label] = sum * scores[i * L + label];
        largest = Math.max(largest, forward[i * L + label]);
      }
      scale(forward, i * L, largest);
    }
    Arrays.fill(backward, (length - 1) * L, length * L, 1);
    for (int i = length - 2; i >= 0; i--) {
      float largest = 0;
      for (int before = 0; before < L; before++) {
        float sum = 0;
        for (int label = 0; label < L; label++) {
          sum +=
              moves[before * L + label]
                  * scores[(i + 1) * L + label]
                  * backward[(i + 1) * L + label];
        }
        backward[i * L + before] = sum;
        largest = Math.max(largest, sum);
      }
      scale(backward, i * L, largest);
    }
  }

  /** How likely exactly this name is: its labels, and no continuation behind it. */
  private double probability(int start, int end, int length) {
    int first = labels[start];
    int later = Label.continuation(first);
    double all = 0;
    for (int label = 0; label < L; label++) {
      all += forward[start * L + label] * backward[start * L + label];
    }
    double given = forward[start * L + first] * backward[start * L + first] / all;
    for (int i = start + 1; i < end; i++) {
      given *= goesOn(i, i == start + 1 ? first : later, later);
    }
    return end < length
        ? given * (1 - goesOn(end, end - 1 == start ? first : later, later))
        : given;
  }

  /** How likely the label is at {@code i} when the token before it has {@code before}. */
  private double goesOn(int i, int before, int later) {
    double all = 0;
    double that = 0;
    for (int label = 0; label < L; label++) {
      double value = moves[before * L + label] * scores[i * L + label] * backward[i * L + label];
      all += value;
      that = label == later ? value : that;
    }
    return all == 0 ? 0 : that / all;
  }
}
