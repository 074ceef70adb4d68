package vn.gdnn.newswire.enrich.gazetteer;

import vn.gdnn.newswire.enrich.vietnamese.SyllablePairs;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Which syllables follow one another in the names that the registry knows. A name's words in lower
 * case ({@code Giáo dục nghề nghiệp}) can be told from the sentence around it by little else.
 */
public final class WordPairs {

  private final SyllablePairs pairs = new SyllablePairs();

  /** Learns the pairs of a name. */
  void learn(Tokens name) {
    pairs.learn(name);
  }

  /** Whether some name has this token right behind the one before it. */
  public boolean follow(Tokens tokens, int token) {
    return pairs.has(tokens, token);
  }
}
