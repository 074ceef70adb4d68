package vn.gdnn.newswire.enrich.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/** The registry's units by their names, with abbreviated words written out. */
final class UnitRegister {

  private final Registry registry;
  private final Phrases abbreviated = Phrases.beside(UnitRegister.class, "abbreviated.txt");
  private final NavigableMap<String, List<Entry.Unit>> byName = new TreeMap<>();
  private final Map<String, String> keysByName = new HashMap<>();

  UnitRegister(Registry registry) {
    this.registry = registry;
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Unit unit) {
        keep(unit, unit.name());
        unit.aliases().forEach(alias -> keep(unit, alias));
      }
    }
  }

  private void keep(Entry.Unit unit, String name) {
    String keys = keys(name);
    keysByName.put(name, keys);
    List<Entry.Unit> units = byName.computeIfAbsent(keys, key -> new ArrayList<>());
    if (!units.contains(unit)) {
      units.add(unit);
    }
  }

  /** A name's keys with {@code CĐ}, {@code ĐH} and the like written out. */
  String keys(String name) {
    String known = keysByName.get(name);
    if (known != null) {
      return known;
    }
    Tokens tokens = Tokens.of(name);
    StringBuilder keys = new StringBuilder();
    int i = 0;
    while (i < tokens.count()) {
      Phrases.Match match = abbreviated.longest(tokens, i);
      String part = match == null ? tokens.key(i) : plainKeys(match.value());
      keys.append(keys.isEmpty() ? "" : " ").append(part);
      i = match == null ? i + 1 : match.end();
    }
    return keys.toString();
  }

  private static String plainKeys(String words) {
    Tokens tokens = Tokens.of(words);
    return tokens.keys(0, tokens.count());
  }

  /** The unit with an id. */
  Optional<Entry.Unit> find(String id) {
    return registry.find(Entry.Unit.class, id);
  }

  /** The units of a name, as far as the registry has it. */
  List<Entry.Unit> named(String keys) {
    return byName.getOrDefault(keys, List.of());
  }

  /** Whether some unit's name goes on where these words end. */
  boolean isBeginning(String keys) {
    String longer = byName.ceilingKey(keys + " ");
    return longer != null && longer.startsWith(keys + " ");
  }

  /** What the tagger says that a span may be, else the units of its name. */
  List<Entry.Unit> of(NamedSpan span, String keys) {
    List<Entry.Unit> units = units(span.candidate().entries());
    return units.isEmpty() ? named(keys) : units;
  }

  /** The units that a span is a short form of, where the article makes that clear. */
  static List<Entry.Unit> shortened(NamedSpan span) {
    for (Hit hit : span.passage().hitsAt(span.candidate().start())) {
      if (hit.end() == span.candidate().end() && hit.shortForm()) {
        return units(hit.entries());
      }
    }
    return List.of();
  }

  private static List<Entry.Unit> units(List<Entry> entries) {
    List<Entry.Unit> units = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (entry instanceof Entry.Unit unit) {
        units.add(unit);
      }
    }
    return units;
  }

  /** Those that there were on a day; if none, those that ended last before it; if none, all. */
  static List<Entry.Unit> on(LocalDate day, List<Entry.Unit> units) {
    if (units.size() < 2) {
      return units;
    }
    List<Entry.Unit> then = units.stream().filter(unit -> existed(unit, day)).toList();
    if (!then.isEmpty()) {
      return then;
    }
    return units.stream()
        .filter(unit -> unit.to().latest().map(to -> to.isBefore(day)).orElse(false))
        .max(Comparator.comparing(unit -> unit.to().latest().orElse(LocalDate.MIN)))
        .map(List::of)
        .orElse(units);
  }

  /** Whether there was a unit on a day, as far as the registry knows. */
  static boolean existed(Entry.Unit unit, LocalDate day) {
    return unit.from().earliest().map(from -> !from.isAfter(day)).orElse(true)
        && unit.to().latest().map(to -> !to.isBefore(day)).orElse(true);
  }

  /** Whether there was a unit at some time of a year. */
  static boolean existed(Entry.Unit unit, int year) {
    return unit.from().earliest().map(from -> from.getYear() <= year).orElse(true)
        && unit.to().latest().map(to -> to.getYear() >= year).orElse(true);
  }

  /** Whether one unit is above another, at any height. */
  boolean isAbove(String upper, Entry.Unit unit) {
    Optional<Entry.Unit> at = Optional.of(unit);
    for (int i = 0; i < 10 && at.isPresent() && at.get().parent() != null; i++) {
      if (at.get().parent().equals(upper)) {
        return true;
      }
      at = find(at.get().parent());
    }
    return false;
  }
}
