package vn.gdnn.newswire.enrich.gazetteer;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Finds every name of the registry in a text at once, by the keys of its syllables: tone placement,
 * capitals, kinds of dashes and white space make no difference. Time is proportional to the text.
 *
 * <p>The automaton's letters are syllables, not characters: each syllable of a name is given one
 * character. That makes it smaller and quicker to build, and positions are tokens.
 */
public final class Gazetteer {

  /** Stands for every syllable that no name has, and for a line break. */
  private static final char NONE = 1;

  /** A name and everything that has it. */
  private static final class Name {
    final Tokens tokens;
    final String surface;
    boolean shortForm = true;
    final List<Entry> entries = new ArrayList<>();

    Name(String surface, Tokens tokens) {
      this.surface = surface;
      this.tokens = tokens;
    }
  }

  private final Registry registry;
  private final AhoCorasickDoubleArrayTrie<Name> automaton = new AhoCorasickDoubleArrayTrie<>();
  private char[] symbols = new char[1 << 12];
  private char lastSymbol = NONE;
  private final WordPairs unitPairs = new WordPairs();
  private final WordPairs pairs = new WordPairs();
  private final boolean empty;

  /** Prepares the search. */
  public Gazetteer(Registry registry) {
    this.registry = registry;
    Map<String, Name> names = new LinkedHashMap<>();
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Person person) {
        add(names, entry, person.name(), false);
        person.aliases().forEach(alias -> add(names, entry, alias, false));
      } else if (entry instanceof Entry.Unit unit) {
        learn(add(names, entry, unit.name(), false));
        unit.aliases().forEach(alias -> learn(add(names, entry, alias, false)));
        unit.shortForms().forEach(form -> add(names, entry, form, true));
      } else if (entry instanceof Entry.Plan plan) {
        boolean named = plan.number().isEmpty() || plan.type().endsWith("luật");
        pairs.learn(named ? add(names, entry, plan.title(), false) : Tokens.ofName(plan.title()));
        plan.names().forEach(name -> add(names, entry, name, false));
      } else if (entry instanceof Entry.Place place) {
        add(names, entry, place.name(), false);
        place.aliases().forEach(alias -> add(names, entry, alias, false));
      }
    }
    empty = names.isEmpty();
    if (!empty) {
      automaton.build(new TreeMap<>(names));
    }
  }

  private void learn(Tokens name) {
    unitPairs.learn(name);
    pairs.learn(name);
  }

  private Tokens add(Map<String, Name> names, Entry entry, String surface, boolean shortForm) {
    Tokens tokens = Tokens.ofName(surface);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      word.append(symbol(tokens.number(i)));
    }
    Name name = names.computeIfAbsent(word.toString(), key -> new Name(surface, tokens));
    name.shortForm &= shortForm;
    // An entry's names come one after another: it may be the last one here, but none before.
    if (name.entries.isEmpty() || name.entries.get(name.entries.size() - 1) != entry) {
      name.entries.add(entry);
    }
    return tokens;
  }

  private char symbol(int number) {
    if (number >= symbols.length) {
      symbols = Arrays.copyOf(symbols, number * 2);
    }
    if (symbols[number] == 0) {
      if (lastSymbol == Character.MAX_VALUE) {
        throw new IllegalStateException("the registry's names have too many syllables");
      }
      symbols[number] = ++lastSymbol;
    }
    return symbols[number];
  }

  /** Which syllables follow one another in the names of units. */
  public WordPairs unitPairs() {
    return unitPairs;
  }

  /** Which syllables follow one another in the names of units and the titles of plans. */
  public WordPairs pairs() {
    return pairs;
  }

  /** The registry it searches for. */
  public Registry registry() {
    return registry;
  }

  /**
   * Whether these words, all of them, are a name of an entry of that class, or the number of a plan
   * with its type.
   */
  public boolean names(Class<? extends Entry> kind, String words) {
    Tokens text = Tokens.of(words);
    boolean named =
        hits(text).stream()
            .filter(hit -> hit.start() == 0 && hit.end() == text.count())
            .anyMatch(hit -> hit.entries().stream().anyMatch(kind::isInstance));
    return named
        || kind == Entry.Plan.class
            && registry.entries().stream()
                .filter(Entry.Plan.class::isInstance)
                .map(Entry.Plan.class::cast)
                .anyMatch(plan -> !plan.number().isEmpty() && words.endsWith(" " + plan.number()));
  }

  /** Every name in a text, by first token, longest first. A name never crosses a line break. */
  public List<Hit> hits(Tokens text) {
    List<Hit> hits = new ArrayList<>();
    if (empty || text.count() == 0) {
      return hits;
    }
    StringBuilder letters = new StringBuilder(text.count() + 64);
    int[] tokenAt = new int[text.count() * 2];
    for (int i = 0; i < text.count(); i++) {
      if (text.startsLine(i)) {
        letters.append(NONE);
      }
      tokenAt[letters.length()] = i;
      int number = text.number(i);
      boolean known = number < symbols.length && symbols[number] != 0;
      letters.append(known ? symbols[number] : NONE);
    }
    AhoCorasickDoubleArrayTrie.IHit<Name> taken =
        (begin, end, name) -> hits.add(hit(text, tokenAt[begin], name));
    automaton.parseText(letters, taken);
    hits.sort(
        Comparator.comparingInt(Hit::start)
            .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
    return hits;
  }

  private static Hit hit(Tokens text, int start, Name name) {
    Tokens written = name.tokens;
    boolean same = true;
    for (int i = 0; i < written.count(); i++) {
      same &= agrees(text, start + i, written, i);
    }
    return new Hit(
        start,
        start + written.count(),
        name.surface,
        name.shortForm,
        same,
        agrees(text, start, written, 0),
        name.entries);
  }

  /** An abbreviation has to be written as one: {@code Tin} is no {@code TIN}. */
  private static boolean agrees(Tokens text, int at, Tokens name, int i) {
    return switch (name.shape(i)) {
      case UPPER -> text.shape(at) == Tokens.Shape.UPPER;
      case CAPITAL, MIXED -> text.isCapital(at);
      default -> true;
    };
  }
}
