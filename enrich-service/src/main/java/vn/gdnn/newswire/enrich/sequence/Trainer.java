package vn.gdnn.newswire.enrich.sequence;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.gdnn.newswire.enrich.gazetteer.WordPairs;
import vn.gdnn.newswire.enrich.tag.Candidate;
import vn.gdnn.newswire.enrich.tag.Passage;

/**
 * Learns a {@link SequenceModel} from marked passages: the likelihood of the marks, by stochastic
 * gradients with step sizes of each weight's own (AdaGrad: Duchi, Hazan, Singer 2011), the weights
 * averaged over the last passes. The same passages in the same order give the same model, on every
 * machine: {@link StrictMath} and a fixed seed.
 */
public final class Trainer {

  private static final int L = Label.COUNT;
  private static final int F = Evidence.COUNT;

  /**
   * How to learn.
   *
   * @param passes how often the text is gone through
   * @param rate the step size before it adapts
   * @param shrink how strongly weights are pulled to zero
   * @param seldom a feature seen less often teaches nothing but its own sentence and is left out
   * @param trust what the label that the rules chose is worth beside what was learned: much of what
   *     the rules know of (generic names, places, events) is seldom in the marked text
   */
  public record Settings(int passes, double rate, double shrink, int seldom, double trust) {
    /** What proved best on text that neither rules nor model had seen. */
    public static final Settings USUAL = new Settings(10, 0.03, 0.005, 3, 0.2);
  }

  private record Sentence(int[] features, byte[] labels) {}

  private final Settings settings;
  private final Lists lists = new Lists();
  private final List<Marked> passages = new ArrayList<>();

  /** Learns in the usual way. */
  public Trainer() {
    this(Settings.USUAL);
  }

  /** Learns by some settings. */
  public Trainer(Settings settings) {
    this.settings = settings;
  }

  private record Marked(
      Passage passage, List<Candidate> found, List<Candidate> marked, WordPairs pairs) {}

  /**
   * Takes a marked passage in.
   *
   * @param found what the rules found in it
   * @param marked the names it has, in reading order, none within another
   */
  public void add(Passage passage, List<Candidate> found, List<Candidate> marked, WordPairs pairs) {
    passages.add(new Marked(passage, found, marked, pairs));
  }

  private void cut(Marked of, Words words, List<Sentence> sentences) {
    Passage passage = of.passage();
    int count = passage.tokens().count();
    byte[] labels = new byte[count];
    for (Candidate name : of.marked()) {
      for (int i = name.start(); i < name.end(); i++) {
        labels[i] =
            (byte) (i == name.start() ? Label.first(name.sort()) : Label.later(name.sort()));
      }
    }
    Evidence evidence = new Evidence(passage, of.found(), lists, of.pairs(), words);
    evidence.eachStretch(
        (from, to) -> {
          int[] features = new int[(to - from) * F];
          byte[] here = new byte[to - from];
          for (int i = from; i < to; i++) {
            evidence.features(i, features, (i - from) * F);
            here[i - from] = labels[i];
          }
          // A name cut in two by a wrong end of a sentence begins anew.
          if (here[0] != Label.NONE && !Label.isFirst(here[0])) {
            here[0] -= 1;
          }
          sentences.add(new Sentence(features, here));
        });
  }

  /** Learns. */
  public SequenceModel train() {
    Words.Count count = new Words.Count();
    passages.forEach(marked -> count.add(marked.passage().tokens()));
    Words words = count.words();
    List<Sentence> sentences = new ArrayList<>();
    passages.forEach(marked -> cut(marked, words, sentences));
    Index index = new Index(sentences, settings.seldom());
    int size = index.size();
    double[] weights = new double[size * L];
    double[] squares = new double[size * L];
    double[] moves = new double[L * L];
    double[] moveSquares = new double[L * L];
    double[] average = new double[size * L];
    double[] moveAverage = new double[L * L];
    int averaged = 0;
    List<Sentence> order =
        sentences.stream().map(index::numbered).collect(toCollection(ArrayList::new));
    Random random = new Random(20_200_611L);
    Chain chain = new Chain(weights, moves, settings);
    for (int pass = 0; pass < settings.passes(); pass++) {
      shuffle(order, random);
      for (Sentence sentence : order) {
        chain.step(sentence, squares, moveSquares);
      }
      if (pass >= settings.passes() / 2) {
        averaged++;
        for (int i = 0; i < weights.length; i++) {
          average[i] += weights[i];
        }
        for (int i = 0; i < moves.length; i++) {
          moveAverage[i] += moves[i];
        }
      }
    }
    for (int i = 0; i < average.length; i++) {
      average[i] /= averaged;
    }
    for (int i = 0; i < moveAverage.length; i++) {
      moveAverage[i] /= averaged;
    }
    return new SequenceModel(
        Weights.of(index.features(), average, moveAverage),
        (float) settings.trust(),
        Calibration.none(),
        words);
  }

  private static void shuffle(List<Sentence> order, Random random) {
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Sentence other = order.get(i);
      order.set(i, order.get(j));
      order.set(j, other);
    }
  }

  /** Numbers the features that are seen often enough: 0, 1, 2 … */
  private static final class Index {
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

    Index(List<Sentence> sentences, int seldom) {
      Map<Integer, Integer> seen = new LinkedHashMap<>();
      for (Sentence sentence : sentences) {
        for (int feature : sentence.features()) {
          seen.merge(feature, 1, Integer::sum);
        }
      }
      seen.forEach(
          (feature, times) -> {
            if (times >= seldom) {
              numbers.put(feature, numbers.size());
            }
          });
    }

    /** The sentence with numbers in place of its features; -1 for one that is seldom seen. */
    Sentence numbered(Sentence sentence) {
      int[] of = new int[sentence.features().length];
      for (int i = 0; i < of.length; i++) {
        of[i] = numbers.getOrDefault(sentence.features()[i], -1);
      }
      return new Sentence(of, sentence.labels());
    }

    int size() {
      return numbers.size();
    }

    int[] features() {
      return numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** One sentence's gradient at a time. */
  private static final class Chain {
    private final Settings settings;
    private final double[] weights;
    private final double[] moves;

    Chain(double[] weights, double[] moves, Settings settings) {
      this.settings = settings;
      this.weights = weights;
      this.moves = moves;
    }

    void step(Sentence sentence, double[] squares, double[] moveSquares) {
      int length = sentence.labels().length;
      int[] numbers = sentence.features();
      double[] scores = new double[length * L];
      for (int i = 0; i < length; i++) {
        for (int f = 0; f < F; f++) {
          int number = numbers[i * F + f];
          for (int label = 0; number >= 0 && label < L; label++) {
            scores[i * L + label] += weights[number * L + label];
          }
        }
        double largest = scores[i * L];
        for (int label = 1; label < L; label++) {
          largest = Math.max(largest, scores[i * L + label]);
        }
        for (int label = 0; label < L; label++) {
          scores[i * L + label] = StrictMath.exp(scores[i * L + label] - largest);
        }
      }
      double[] exp = new double[L * L];
      for (int before = 0; before < L; before++) {
        for (int label = 0; label < L; label++) {
          exp[before * L + label] =
              Label.follows(before, label) ? StrictMath.exp(moves[before * L + label]) : 0;
        }
      }
      double[] forward = forward(scores, exp, length);
      double[] backward = backward(scores, exp, length);
      update(sentence, numbers, forward, backward, squares);
      updateMoves(sentence, scores, exp, forward, backward, moveSquares);
    }

    private static double[] forward(double[] scores, double[] exp, int length) {
      double[] forward = new double[length * L];
      for (int i = 0; i < length; i++) {
        double all = 0;
        for (int label = 0; label < L; label++) {
          double sum = 0;
          for (int before = 0; before < L; before++) {
            double was = i > 0 ? forward[(i - 1) * L + before] : before == Label.NONE ? 1 : 0;
            sum += was * exp[before * L + label];
          }
          forward[i * L + label] = sum * scores[i * L + label];
          all += forward[i * L + label];
        }
        for (int label = 0; label < L; label++) {
          forward[i * L + label] /= all;
        }
      }
      return forward;
    }

    private static double[] backward(double[] scores, double[] exp, int length) {
      double[] backward = new double[length * L];
      Arrays.fill(backward, (length - 1) * L, length * L, 1.0);
      for (int i = length - 2; i >= 0; i--) {
        double all = 0;
        for (int before = 0; before < L; before++) {
          double sum = 0;
          for (int label = 0; label < L; label++) {
            sum +=
                exp[before * L + label]
                    * scores[(i + 1) * L + label]
                    * backward[(i + 1) * L + label];
          }
          backward[i * L + before] = sum;
          all += sum;
        }
        for (int label = 0; label < L; label++) {
          backward[i * L + label] /= all;
        }
      }
      return backward;
    }

    private void update(
        Sentence sentence, int[] numbers, double[] forward, double[] backward, double[] squares) {
      int length = sentence.labels().length;
      double[] gradient = new double[L];
      for (int i = 0; i < length; i++) {
        double all = 0;
        for (int label = 0; label < L; label++) {
          gradient[label] = forward[i * L + label] * backward[i * L + label];
          all += gradient[label];
        }
        for (int label = 0; label < L; label++) {
          gradient[label] = -gradient[label] / all;
        }
        gradient[sentence.labels()[i]] += 1;
        for (int f = 0; f < F; f++) {
          int number = numbers[i * F + f];
          for (int label = 0; number >= 0 && label < L; label++) {
            int at = number * L + label;
            double slope = gradient[label] - settings.shrink() * weights[at];
            squares[at] += slope * slope;
            weights[at] += settings.rate() * slope / (Math.sqrt(squares[at]) + 0.1);
          }
        }
      }
    }

    private void updateMoves(
        Sentence sentence,
        double[] scores,
        double[] exp,
        double[] forward,
        double[] backward,
        double[] squares) {
      int length = sentence.labels().length;
      double[] slope = new double[L * L];
      double[] pair = new double[L * L];
      for (int i = 0; i < length; i++) {
        double all = 0;
        for (int before = 0; before < L; before++) {
          double was = i > 0 ? forward[(i - 1) * L + before] : before == Label.NONE ? 1 : 0;
          for (int label = 0; label < L; label++) {
            pair[before * L + label] =
                was * exp[before * L + label] * scores[i * L + label] * backward[i * L + label];
            all += pair[before * L + label];
          }
        }
        for (int k = 0; k < L * L; k++) {
          slope[k] -= pair[k] / all;
        }
        int was = i > 0 ? sentence.labels()[i - 1] : Label.NONE;
        slope[was * L + sentence.labels()[i]] += 1;
      }
      for (int k = 0; k < L * L; k++) {
        squares[k] += slope[k] * slope[k];
        moves[k] += settings.rate() * slope[k] / (Math.sqrt(squares[k]) + 1);
      }
    }
  }
}
