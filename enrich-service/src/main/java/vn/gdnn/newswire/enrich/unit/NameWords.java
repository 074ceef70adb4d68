package vn.gdnn.newswire.enrich.unit;

import java.util.HashSet;
import java.util.Set;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Which words follow one another inside the units' names that the registry knows. A name's words in
 * lower case ({@code Giáo dục nghề nghiệp}) can be told from the sentence around it by nothing
 * else.
 */
final class NameWords {

  private final Set<String> pairs = new HashSet<>();

  NameWords(Registry registry) {
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Unit unit) {
        learn(unit.name());
        unit.aliases().forEach(this::learn);
      }
    }
  }

  private void learn(String name) {
    Tokens tokens = Tokens.of(name);
    for (int i = 1; i < tokens.count(); i++) {
      pairs.add(tokens.key(i - 1) + ' ' + tokens.key(i));
    }
  }

  /** Whether some name has this token right behind the one before it. */
  boolean follow(Tokens tokens, int token) {
    return pairs.contains(tokens.key(token - 1) + ' ' + tokens.key(token));
  }
}
