package vn.gdnn.newswire.enrich.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * The province that an article speaks of, and its body of a kind: {@code UBND tỉnh} is that of the
 * province named last before it, if the registry has it.
 */
final class ProvincesNamed {

  private static final List<String> TYPES = List.of(keysOf("tỉnh"), keysOf("thành phố"));

  /** So many different places are tried, nearest first. */
  private static final int MOST = 6;

  /** So many mentions of places are looked back over. */
  private static final int FARTHEST = 50;

  private record Mention(int token, String place, boolean opening) {}

  private final UnitRegister register;
  private final LocalDate asOf;
  private final Map<Passage, NavigableMap<Integer, Mention>> mentions = new HashMap<>();

  ProvincesNamed(UnitRegister register, LocalDate asOf) {
    this.register = register;
    this.asOf = asOf;
  }

  /** The body, with a name that begins so, of the province named last. */
  Optional<Entry.Unit> nearest(NamedSpan span, String keys) {
    return body(span, keys, 0, false);
  }

  /**
   * The body, with a name that begins so, of the province that a sentence last began with, or that
   * a colon stood behind: it is what the text from there is about.
   *
   * @param from a token from which on it must stand
   */
  Optional<Entry.Unit> opening(NamedSpan span, String keys, int from) {
    return body(span, keys, from, true);
  }

  private Optional<Entry.Unit> body(NamedSpan span, String keys, int from, boolean opening) {
    if (!register.isBeginning(keys)) {
      return Optional.empty();
    }
    Map<String, Optional<Entry.Unit>> tried = new HashMap<>();
    int steps = 0;
    for (Mention mention :
        mentions
            .computeIfAbsent(span.passage(), ProvincesNamed::read)
            .headMap(span.candidate().start(), false)
            .descendingMap()
            .values()) {
      if (mention.token() < from || steps++ == FARTHEST || tried.size() == MOST) {
        break;
      }
      if (mention.opening() || !opening) {
        Optional<Entry.Unit> unit =
            tried.computeIfAbsent(mention.place(), place -> body(keys, place));
        if (unit.isPresent()) {
          return unit;
        }
      }
    }
    return Optional.empty();
  }

  private static NavigableMap<Integer, Mention> read(Passage passage) {
    NavigableMap<Integer, Mention> found = new TreeMap<>();
    Tokens tokens = passage.tokens();
    int i = 0;
    while (i < tokens.count()) {
      int end = passage.placeEnd(i);
      if (end > i) {
        boolean opening = tokens.startsSentence(i) || tokens.is(end, ":");
        found.put(i, new Mention(i, withoutType(tokens.keys(i, end)), opening));
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  private static String withoutType(String place) {
    for (String type : TYPES) {
      if (place.startsWith(type + " ")) {
        return place.substring(type.length() + 1);
      }
    }
    return place;
  }

  private static String keysOf(String words) {
    Tokens tokens = Tokens.of(words);
    return tokens.keys(0, tokens.count());
  }

  /** The name goes on with the province, with its type between unless that is said already. */
  private Optional<Entry.Unit> body(String keys, String place) {
    List<String> names = new ArrayList<>();
    for (String type : TYPES) {
      names.add(keys.endsWith(" " + type) ? keys + " " + place : keys + " " + type + " " + place);
    }
    for (String name : names) {
      for (Entry.Unit unit : register.named(name)) {
        if (UnitRegister.existed(unit, asOf)) {
          return Optional.of(unit);
        }
      }
    }
    return Optional.empty();
  }
}
