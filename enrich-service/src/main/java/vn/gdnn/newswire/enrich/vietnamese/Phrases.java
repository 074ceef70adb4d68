package vn.gdnn.newswire.enrich.vietnamese;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A word list of a rule: phrases with a value each, found by the keys of their syllables. A list is
 * a text file beside the rule: a phrase a line, a tab and its value where it has one; {@code #}
 * begins a comment line.
 */
public final class Phrases {

  /** A phrase that begins at a token: the token after its end, and its value. */
  public record Match(int end, String value) {}

  private final Map<String, Phrases> next = new HashMap<>();
  private @Nullable String value;

  /** An empty list. */
  public Phrases() {}

  /**
   * Reads a list that stands beside a class.
   *
   * @throws IllegalStateException when there is no such file
   */
  public static Phrases beside(Class<?> rule, String file) {
    try (InputStream in = rule.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no word list " + file + " beside " + rule.getName());
      }
      Phrases phrases = new Phrases();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int tab = line.indexOf('\t');
                phrases.add(
                    tab < 0 ? line : line.substring(0, tab),
                    tab < 0 ? "" : line.substring(tab + 1).strip());
              });
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Surnames of Vietnam's peoples. */
  public static Phrases surnames() {
    return beside(Phrases.class, "surnames.txt");
  }

  /** Adds a phrase. */
  public void add(String phrase, String phraseValue) {
    Tokens tokens = Tokens.of(phrase);
    Phrases node = this;
    for (int i = 0; i < tokens.count(); i++) {
      node = node.next.computeIfAbsent(tokens.key(i), key -> new Phrases());
    }
    node.value = phraseValue;
  }

  /** The longest phrase that begins at a token and stays on its line, or null. */
  public @Nullable Match longest(Tokens tokens, int from) {
    Match found = null;
    Phrases node = this;
    for (int i = from; i < tokens.count(); i++) {
      if (i > from && tokens.startsLine(i)) {
        break;
      }
      node = node.next.get(tokens.key(i));
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
        node = i > from && tokens.startsLine(i) ? null : node.next.get(tokens.key(i));
      }
      if (node != null && node.value != null) {
        return from;
      }
    }
    return to;
  }
}
