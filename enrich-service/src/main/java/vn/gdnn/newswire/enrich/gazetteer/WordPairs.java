package vn.gdnn.newswire.enrich.gazetteer;

import java.util.HashSet;
import java.util.Set;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Which syllables follow one another in the names that the registry knows. A name's words in lower
 * case ({@code Giáo dục nghề nghiệp}) can be told from the sentence around it by little else.
 */
public final class WordPairs {

  private final Set<String> pairs = new HashSet<>();

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
    Tokens tokens = Tokens.of(name);
    for (int i = 1; i < tokens.count(); i++) {
      pairs.add(tokens.key(i - 1) + ' ' + tokens.key(i));
    }
  }

  /** Whether some name has this token right behind the one before it. */
  public boolean follow(Tokens tokens, int token) {
    return pairs.contains(tokens.key(token - 1) + ' ' + tokens.key(token));
  }
}
