package vn.gdnn.newswire.enrich.gazetteer;

import vn.gdnn.newswire.enrich.vietnamese.SyllablePairs;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Which syllables follow one another in the names that the registry knows. A name's words in lower
 * case ({@code Giáo dục nghề nghiệp}) can be told from the sentence around it by little else.
 */
public final class WordPairs {

  private final SyllablePairs pairs = new SyllablePairs();

  private WordPairs() {}

  /** The pairs in the names of units. */
  static WordPairs ofUnits(Registry registry) {
    WordPairs pairs = new WordPairs();
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Unit unit) {
        pairs.pairs.learn(unit.name());
        unit.aliases().forEach(pairs.pairs::learn);
      }
    }
    return pairs;
  }

  /** The pairs in the names of units and the titles of plans. */
  static WordPairs ofUnitsAndPlans(Registry registry) {
    WordPairs pairs = ofUnits(registry);
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Plan plan) {
        pairs.pairs.learn(plan.title());
      }
    }
    return pairs;
  }

  /** Whether some name has this token right behind the one before it. */
  public boolean follow(Tokens tokens, int token) {
    return pairs.has(tokens, token);
  }
}
