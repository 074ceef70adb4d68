package vn.gdnn.newswire.enrich.sequence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Hashes of pairs, rising; no zero. */
  private final int[] pairs;

  /** The same as a hash table; 0 is no pair. */
  private final int[] table;

  private Words(int[] pairs) {
    this.pairs = pairs;
    this.table = new int[Math.max(64, Integer.highestOneBit(pairs.length) * 4)];
    for (int pair : pairs) {
      int at = slot(pair);
      while (table[at] != 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = pair;
    }
  }

  private int slot(int pair) {
    return (pair ^ pair >>> 16) & (table.length - 1);
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
      TreeSet<Integer> pairs = new TreeSet<>();
      for (Map.Entry<String, Integer> pair : doubles.entrySet()) {
        int blank = pair.getKey().indexOf(' ');
        String first = pair.getKey().substring(0, blank);
        String second = pair.getKey().substring(blank + 1);
        double chance = (double) singles.get(first) * singles.get(second) / all;
        if (pair.getValue() >= SELDOM && pair.getValue() >= TIMES * chance) {
          pairs.add(hash(first.hashCode(), second.hashCode()));
        }
      }
      return new Words(pairs.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** A number for a pair; never 0. */
  private static int hash(int first, int second) {
    int hash = (first * 0x85EBCA6B ^ second) * 0xC2B2AE35;
    hash ^= hash >>> 15;
    return hash == 0 ? 1 : hash;
  }

  /**
   * Whether a syllable makes a word with the one before it.
   *
   * @param first the hash of the key before it
   * @param second the hash of its key
   */
  boolean join(int first, int second) {
    int pair = hash(first, second);
    int at = slot(pair);
    while (table[at] != 0 && table[at] != pair) {
      at = (at + 1) & (table.length - 1);
    }
    return table[at] != 0;
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
