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
 */
public final class Gazetteer {

  private static final char SEPARATOR = ' ';

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
        add(names, entry, unit.name(), false);
        unit.aliases().forEach(alias -> add(names, entry, alias, false));
        unit.shortForms().forEach(form -> add(names, entry, form, true));
      } else if (entry instanceof Entry.Plan plan) {
        if (plan.number().isEmpty() || plan.type().endsWith("luật")) {
          add(names, entry, plan.title(), false);
        }
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

  private static void add(Map<String, Name> names, Entry entry, String surface, boolean shortForm) {
    Tokens tokens = Tokens.of(surface);
    String key = SEPARATOR + tokens.keys(0, tokens.count()) + SEPARATOR;
    Name name = names.computeIfAbsent(key, k -> new Name(surface, tokens));
    name.shortForm &= shortForm;
    if (!name.entries.contains(entry)) {
      name.entries.add(entry);
    }
  }

  /** The registry it searches for. */
  public Registry registry() {
    return registry;
  }

  /** Every name in a text, by first token, longest first. A name never crosses a line break. */
  public List<Hit> hits(Tokens text) {
    List<Hit> hits = new ArrayList<>();
    if (empty || text.count() == 0) {
      return hits;
    }
    int[] offsets = new int[text.count()];
    StringBuilder joined = new StringBuilder(text.count() * 5).append(SEPARATOR);
    for (int i = 0; i < text.count(); i++) {
      if (text.startsLine(i) && i > 0) {
        joined.append('\n').append(SEPARATOR);
      }
      offsets[i] = joined.length() - 1;
      joined.append(text.key(i)).append(SEPARATOR);
    }
    automaton.parseText(
        joined,
        (begin, end, name) -> {
          int start = Arrays.binarySearch(offsets, begin);
          if (start >= 0) {
            hits.add(hit(text, start, name));
          }
        });
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
