package vn.gdnn.newswire.enrich.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Field;

/**
 * The units that an article names in full, and which of them a shortened name means: one whose name
 * goes on where the short one ends ({@code Học viện}, {@code UBND tỉnh}, {@code Hội Khuyến học}).
 * Named in the same sentence, it is the last one named there; else the one most spoken of among
 * those named so far, the headline counting double; in front of them all, the one most spoken of.
 */
final class Antecedents {

  /** A place where a unit is named. */
  private record Place(NamedSpan span, int order, Entity unit) {}

  private final Map<NamedSpan, Integer> order = new IdentityHashMap<>();
  private final Map<String, List<Place>> places = new HashMap<>();
  private final Map<String, Long> weights = new HashMap<>();
  private final NavigableMap<String, Set<String>> unitsByName = new TreeMap<>();
  private final Predicate<Entity> existed;
  private final Map<String, Group> groups = new HashMap<>();

  /**
   * @param spans the article's spans of units, in reading order
   * @param existed whether a unit may be spoken of as of the article's day
   */
  Antecedents(List<NamedSpan> spans, Predicate<Entity> existed) {
    this.existed = existed;
    for (NamedSpan span : spans) {
      order.put(span, order.size());
    }
  }

  /**
   * Takes in that a span names a unit.
   *
   * @param names the keys of the names that it bears
   * @param bracketed whether the span only says what the unit before it is called for short
   */
  void add(NamedSpan span, Entity unit, List<String> names, boolean bracketed) {
    places
        .computeIfAbsent(unit.id(), key -> new ArrayList<>())
        .add(new Place(span, order.getOrDefault(span, 0), unit));
    long weight = bracketed ? 0 : span.passage().field() == Field.TITLE ? 2 : 1;
    weights.merge(unit.id(), weight, Long::sum);
    for (String name : names) {
      unitsByName.computeIfAbsent(name, key -> new TreeSet<>()).add(unit.id());
    }
  }

  /** How much a unit is spoken of. */
  long weight(String unit) {
    return weights.getOrDefault(unit, 0L);
  }

  /** Whether an article's unit bears a longer name that begins with this one. */
  boolean isBeginning(String keys) {
    String longer = unitsByName.ceilingKey(keys + " ");
    return longer != null && longer.startsWith(keys + " ");
  }

  /**
   * What a shortened name means, or null. Asking in reading order is fast.
   *
   * @param keys the name's keys, abbreviations written out
   */
  @Nullable Entity meant(NamedSpan span, String keys) {
    Group group = groups.computeIfAbsent(keys, this::group);
    return group.before(span, order.getOrDefault(span, 0));
  }

  /** Where a unit was named last before the span last asked about, in its text; 0 for nowhere. */
  int lastNamed(NamedSpan span, String keys) {
    Group group = groups.get(keys);
    Place before = group == null ? null : group.before;
    boolean here = before != null && before.span().passage() == span.passage();
    return here ? before.span().candidate().end() : 0;
  }

  private Group group(String keys) {
    Set<String> units = new TreeSet<>();
    unitsByName
        .subMap(keys + " ", keys + "!")
        .forEach(
            (name, named) -> {
              if (!isBeginning(name)) {
                units.addAll(named);
              }
            });
    List<Place> all = new ArrayList<>();
    units.forEach(unit -> all.addAll(places.getOrDefault(unit, List.of())));
    List<Place> then = all.stream().filter(place -> existed.test(place.unit())).toList();
    return new Group(then.isEmpty() ? all : then);
  }

  /** The places where units are named that one short name may mean. */
  private final class Group {
    private final List<Place> named;
    private int next;
    private @Nullable Place last;
    private @Nullable Place before;
    private @Nullable Entity most;

    Group(List<Place> named) {
      this.named = new ArrayList<>(named);
      this.named.sort((one, other) -> Integer.compare(one.order(), other.order()));
    }

    @Nullable Entity before(NamedSpan span, int at) {
      if (last != null && last.order() > at) {
        next = 0;
        last = null;
        most = null;
      }
      while (next < named.size() && named.get(next).order() < at) {
        last = named.get(next++);
        if (most == null || weight(last.unit().id()) >= weight(most.id())) {
          most = last.unit();
        }
      }
      before = last;
      if (last == null || most == null) {
        return mostOfAll();
      }
      Entity meant = isSameSentence(last.span(), span) ? last.unit() : most;
      last = new Place(span, at, meant);
      return meant;
    }

    private @Nullable Entity mostOfAll() {
      Entity first = null;
      for (Place place : named) {
        if (first == null || weight(place.unit().id()) > weight(first.id())) {
          first = place.unit();
        }
      }
      return first;
    }
  }

  /** Looks back a sentence's length at most. */
  private static boolean isSameSentence(NamedSpan before, NamedSpan span) {
    if (before.passage() != span.passage()) {
      return false;
    }
    int from = before.candidate().end();
    int to = span.candidate().start();
    for (int i = to; i >= from; i--) {
      if (to - i > 60 || span.passage().tokens().startsSentence(i)) {
        return false;
      }
    }
    return true;
  }
}
