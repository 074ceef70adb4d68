package vn.gdnn.newswire.enrich.vietnamese;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A word list of a rule: phrases with a value each, found by the keys of their syllables. A list is
 * a text file beside the rule: a phrase a line, a tab and its value where it has one; {@code #}
 * begins a comment line.
 */
public final class Phrases {

  /** A phrase that begins at a token: the token after its end, and its value. */
  public record Match(int end, String value) {

    /** Whether the value, words with commas between, has a word. */
    public boolean has(String word) {
      int at = value.indexOf(word);
      while (at >= 0) {
        int end = at + word.length();
        if ((at == 0 || value.charAt(at - 1) == ',')
            && (end == value.length() || value.charAt(end) == ',')) {
          return true;
        }
        at = value.indexOf(word, at + 1);
      }
      return false;
    }
  }

  private final PhraseTree tree = new PhraseTree();

  /** The value of the phrase that ends at a node. */
  private @Nullable String[] values = new String[8];

  /** An empty list. */
  public Phrases() {}

  /**
   * Reads a list that stands beside a class.
   *
   * @throws IllegalStateException when there is no such file
   */
  public static Phrases beside(Class<?> rule, String file) {
    Phrases phrases = new Phrases();
    eachLine(rule, file, phrases::add);
    return phrases;
  }

  /**
   * Reads a list that stands beside a class, phrase by phrase with its value.
   *
   * @throws IllegalStateException when there is no such file
   */
  public static void eachLine(Class<?> rule, String file, BiConsumer<String, String> take) {
    try (InputStream in = rule.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no word list " + file + " beside " + rule.getName());
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int tab = line.indexOf('\t');
                take.accept(
                    tab < 0 ? line : line.substring(0, tab),
                    tab < 0 ? "" : line.substring(tab + 1).strip());
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Surnames of Vietnam's peoples. */
  public static Phrases surnames() {
    return beside(Phrases.class, "surnames.txt");
  }

  /** Words that stand right before a personal name; {@code weak} marks common words. */
  public static Phrases honorifics() {
    return beside(Phrases.class, "honorifics.txt");
  }

  /** Countries. */
  public static Phrases countries() {
    return beside(Phrases.class, "countries.txt");
  }

  /** Adds a phrase. */
  public void add(String phrase, String phraseValue) {
    int node = tree.grow(phrase);
    if (tree.size() > values.length) {
      values = Arrays.copyOf(values, tree.size() * 2);
    }
    values[node] = phraseValue;
  }

  /** The longest phrase that begins at a token and stays on its line, or null. */
  public @Nullable Match longest(Tokens tokens, int from) {
    int node = 0;
    int found = 0;
    int end = from;
    for (int i = from; i < tokens.count() && !(i > from && tokens.startsLine(i)); i++) {
      node = tree.after(node, tokens.number(i));
      if (node == 0) {
        break;
      }
      if (values[node] != null) {
        found = node;
        end = i + 1;
      }
    }
    String value = values[found];
    return value == null || found == 0 ? null : new Match(end, value);
  }

  /** Where the longest phrase that begins at a token ends; {@code from} itself when none does. */
  public int endOf(Tokens tokens, int from) {
    Match match = longest(tokens, from);
    return match == null ? from : match.end();
  }

  /** Whether a phrase begins at a token. */
  public boolean beginsAt(Tokens tokens, int from) {
    return endOf(tokens, from) > from;
  }

  /** Whether a phrase ends right before a token: looks back up to {@code most} tokens. */
  public boolean endsBefore(Tokens tokens, int to, int most) {
    return startBefore(tokens, to, most) < to;
  }

  /** Where the longest phrase that ends right before a token begins; {@code to} when none does. */
  public int startBefore(Tokens tokens, int to, int most) {
    for (int from = Math.max(0, to - most); from < to; from++) {
      int node = tree.after(0, tokens.number(from));
      for (int i = from + 1; i < to && node != 0; i++) {
        node = tokens.startsLine(i) ? 0 : tree.after(node, tokens.number(i));
      }
      if (node != 0 && values[node] != null) {
        return from;
      }
    }
    return to;
  }
}
