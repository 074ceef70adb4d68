package vn.gdnn.newswire.enrich.sequence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Which syllables make words with one another ({@code thiết bị}, {@code vận tải}): Vietnamese
 * writes a blank between them all. Learned from plain text by mutual information: syllables that
 * stand side by side far more often than chance has it.
 */
final class Words {

  /** How much more often than by chance. */
  private static final double TIMES = 30;

  /** A pair seen less often may be chance. */
  private static final int SELDOM = 3;

  /** Hashes of pairs, rising. */
  private final int[] pairs;

  private Words(int[] pairs) {
    this.pairs = pairs;
  }

  /** Counts plain text. */
  static final class Count {
    private final Map<String, Integer> singles = new TreeMap<>();
    private final Map<String, Integer> doubles = new TreeMap<>();
    private long all;

    void add(Tokens tokens) {
      for (int i = 0; i < tokens.count(); i++) {
        if (!tokens.isWord(i)) {
          continue;
        }
        all++;
        singles.merge(tokens.key(i), 1, Integer::sum);
        if (tokens.isWord(i - 1) && !tokens.startsSentence(i)) {
          doubles.merge(tokens.key(i - 1) + ' ' + tokens.key(i), 1, Integer::sum);
        }
      }
    }

    Words words() {
      int[] pairs = new int[doubles.size()];
      int size = 0;
      for (Map.Entry<String, Integer> pair : doubles.entrySet()) {
        int blank = pair.getKey().indexOf(' ');
        String first = pair.getKey().substring(0, blank);
        String second = pair.getKey().substring(blank + 1);
        double chance = (double) singles.get(first) * singles.get(second) / all;
        if (pair.getValue() >= SELDOM && pair.getValue() >= TIMES * chance) {
          pairs[size++] = hash(first.hashCode(), second.hashCode());
        }
      }
      int[] rising = Arrays.copyOf(pairs, size);
      Arrays.sort(rising);
      return new Words(rising);
    }
  }

  private static int hash(int first, int second) {
    int hash = (first * 0x85EBCA6B ^ second) * 0xC2B2AE35;
    return hash ^ hash >>> 15;
  }

  /** Whether a token makes a word with the one before it. */
  boolean join(Tokens tokens, int token) {
    return tokens.isWord(token)
        && tokens.isWord(token - 1)
        && Arrays.binarySearch(
                pairs, hash(tokens.key(token - 1).hashCode(), tokens.key(token).hashCode()))
            >= 0;
  }

  static Words read(DataInputStream in) throws IOException {
    int[] pairs = new int[in.readInt()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = in.readInt();
    }
    return new Words(pairs);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(pairs.length);
    for (int pair : pairs) {
      out.writeInt(pair);
    }
  }
}
