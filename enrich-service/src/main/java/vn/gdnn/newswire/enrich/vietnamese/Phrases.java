package vn.gdnn.newswire.enrich.vietnamese;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A word list of a rule: phrases with a value each, found by the keys of their syllables. A list is
 * a text file beside the rule: a phrase a line, a tab and its value where it has one; {@code #}
 * begins a comment line.
 */
public final class Phrases {

  /** A phrase that begins at a token: the token after its end, and its value. */
  public record Match(int end, String value) {}

  private int[] words = new int[4];
  private @Nullable Phrases[] next = new Phrases[4];
  private int size;
  private @Nullable String value;

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
    Tokens tokens = Tokens.ofName(phrase);
    Phrases node = this;
    for (int i = 0; i < tokens.count(); i++) {
      node = node.grow(tokens.number(i));
    }
    node.value = phraseValue;
  }

  /** Adds another list's phrases, each with a mark made from its value; marks add up. */
  public void addAll(Phrases other, UnaryOperator<String> mark) {
    if (other.value != null) {
      value = (value == null ? "" : value) + mark.apply(other.value);
    }
    for (int i = 0; i < other.next.length; i++) {
      Phrases node = other.next[i];
      if (node != null) {
        grow(other.words[i]).addAll(node, mark);
      }
    }
  }

  /** What follows a word, made when there is nothing yet. */
  private Phrases grow(int word) {
    Phrases known = after(word);
    if (known != null) {
      return known;
    }
    if (++size * 2 > words.length) {
      int[] oldWords = words;
      @Nullable Phrases[] old = next;
      words = new int[old.length * 2];
      next = new Phrases[old.length * 2];
      for (int i = 0; i < old.length; i++) {
        Phrases node = old[i];
        if (node != null) {
          put(oldWords[i], node);
        }
      }
    }
    Phrases grown = new Phrases();
    put(word, grown);
    return grown;
  }

  private void put(int word, Phrases node) {
    int at = word & (words.length - 1);
    while (next[at] != null) {
      at = (at + 1) & (words.length - 1);
    }
    words[at] = word;
    next[at] = node;
  }

  /** What follows a word, or null. */
  private @Nullable Phrases after(int word) {
    int at = word & (words.length - 1);
    Phrases node = next[at];
    while (node != null && words[at] != word) {
      at = (at + 1) & (words.length - 1);
      node = next[at];
    }
    return node;
  }

  /** The values of every phrase that begins at a token and stays on its line. */
  public void eachValue(Tokens tokens, int from, Consumer<String> take) {
    Phrases node = after(tokens.number(from));
    for (int i = from + 1; node != null; i++) {
      if (node.value != null) {
        take.accept(node.value);
      }
      node = i >= tokens.count() || tokens.startsLine(i) ? null : node.after(tokens.number(i));
    }
  }

  /** The longest phrase that begins at a token and stays on its line, or null. */
  public @Nullable Match longest(Tokens tokens, int from) {
    Match found = null;
    Phrases node = this;
    for (int i = from; i < tokens.count(); i++) {
      if (i > from && tokens.startsLine(i)) {
        break;
      }
      node = node.after(tokens.number(i));
      if (node == null) {
        break;
      }
      if (node.value != null) {
        found = new Match(i + 1, node.value);
      }
    }
    return found;
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
      Phrases node = this;
      for (int i = from; i < to && node != null; i++) {
        node = i > from && tokens.startsLine(i) ? null : node.after(tokens.number(i));
      }
      if (node != null && node.value != null) {
        return from;
      }
    }
    return to;
  }
}
