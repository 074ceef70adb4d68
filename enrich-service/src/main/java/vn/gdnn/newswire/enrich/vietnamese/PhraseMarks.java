package vn.gdnn.newswire.enrich.vietnamese;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** Which of several word lists have a phrase that begins at a token: a bit for each list. */
public final class PhraseMarks {

  private final PhraseTree tree = new PhraseTree();
  private int[] bits = new int[8];

  /** No lists. */
  public PhraseMarks() {}

  /**
   * Takes a list in that stands beside a class, see {@link Phrases}.
   *
   * @param bit the bits of a phrase, by its value
   * @throws IllegalStateException when there is no such file
   */
  public void add(Class<?> rule, String file, ToIntFunction<String> bit) {
    Phrases.eachLine(
        rule,
        file,
        (phrase, value) -> {
          int node = tree.grow(phrase);
          if (tree.size() > bits.length) {
            bits = Arrays.copyOf(bits, tree.size() * 2);
          }
          bits[node] |= bit.applyAsInt(value);
        });
  }

  /** The bits of every phrase that begins at a token and stays on its line. */
  public int at(Tokens tokens, int token) {
    int node = tree.after(0, tokens.number(token));
    int found = 0;
    for (int i = token + 1; node != 0; i++) {
      found |= bits[node];
      node = i >= tokens.count() || tokens.startsLine(i) ? 0 : tree.after(node, tokens.number(i));
    }
    return found;
  }
}
