package vn.gdnn.newswire.enrich.gazetteer;

import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Which syllables follow one another in the names that the registry knows. A name's words in lower
 * case ({@code Giáo dục nghề nghiệp}) can be told from the sentence around it by little else.
 */
public final class WordPairs {

  /** Two words' numbers each, as a hash table; 0 is no pair. */
  private long[] pairs = new long[1 << 10];

  private int size;

  private WordPairs() {}

  /** The pairs in the names of units. */
  static WordPairs ofUnits(Registry registry) {
    WordPairs pairs = new WordPairs();
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Unit unit) {
        pairs.learn(unit.name());
        unit.aliases().forEach(pairs::learn);
      }
    }
    return pairs;
  }

  /** The pairs in the names of units and the titles of plans. */
  static WordPairs ofUnitsAndPlans(Registry registry) {
    WordPairs pairs = ofUnits(registry);
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Plan plan) {
        pairs.learn(plan.title());
      }
    }
    return pairs;
  }

  private void learn(String name) {
    Tokens tokens = Tokens.ofName(name);
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

  /** Whether some name has this token right behind the one before it. */
  public boolean follow(Tokens tokens, int token) {
    return tokens.number(token) != 0
        && tokens.number(token - 1) != 0
        && pairs[place(pair(tokens, token))] != 0;
  }
}
