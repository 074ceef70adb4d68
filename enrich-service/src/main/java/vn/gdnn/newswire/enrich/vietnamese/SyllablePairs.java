package vn.gdnn.newswire.enrich.vietnamese;

/** Pairs of words that stand side by side, by the words' numbers. Safe to read by many threads. */
public final class SyllablePairs {

  /** Two words' numbers each, as a hash table; 0 is no pair. */
  private long[] pairs = new long[1 << 10];

  private int size;

  /** No pairs. */
  public SyllablePairs() {}

  /** Whether a token and the one before it stand together in a compound. */
  public static boolean isCompound(Tokens tokens, int token) {
    return Compounds.PAIRS.has(tokens, token);
  }

  /** The pairs in words of two syllables or more; read once, when they are first asked for. */
  private static final class Compounds {
    static final SyllablePairs PAIRS = new SyllablePairs();

    static {
      Phrases.eachLine(SyllablePairs.class, "compounds.txt", (word, nothing) -> PAIRS.learn(word));
    }
  }

  /** Adds all pairs of a text. */
  public void learn(String text) {
    learn(Tokens.ofName(text));
  }

  /** Adds all pairs of a text whose words have numbers. */
  public void learn(Tokens tokens) {
    for (int i = 1; i < tokens.count(); i++) {
      add(pair(tokens, i));
    }
  }

  private static long pair(Tokens tokens, int token) {
    return (long) tokens.number(token - 1) << 32 | tokens.number(token);
  }

  private void add(long pair) {
    int at = place(pair);
    if (pairs[at] == pair) {
      return;
    }
    pairs[at] = pair;
    if (++size * 3 > pairs.length) {
      long[] old = pairs;
      pairs = new long[old.length * 4];
      for (long known : old) {
        if (known != 0) {
          pairs[place(known)] = known;
        }
      }
    }
  }

  /** Where a pair stands, or would stand. */
  private int place(long pair) {
    int at = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & (pairs.length - 1);
    while (pairs[at] != 0 && pairs[at] != pair) {
      at = (at + 1) & (pairs.length - 1);
    }
    return at;
  }

  /** Whether a token and the one before it are a pair. */
  public boolean has(Tokens tokens, int token) {
    return tokens.number(token) != 0
        && tokens.number(token - 1) != 0
        && pairs[place(pair(tokens, token))] != 0;
  }
}
