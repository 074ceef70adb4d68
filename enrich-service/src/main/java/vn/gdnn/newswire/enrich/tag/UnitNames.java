package vn.gdnn.newswire.enrich.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Hit;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Kind;

/**
 * Which unit a name stands for in one article: by the registry and the article's date, by a unit
 * named in full elsewhere in it ({@code Tổng cục}), by the units it belongs with ({@code Bộ}).
 */
final class UnitNames {

  private final Registry registry;
  private final Phrases abbreviated = Phrases.beside(UnitNames.class, "abbreviated.txt");
  private final Map<String, List<Entry.Unit>> byFullKeys = new HashMap<>();

  UnitNames(Registry registry) {
    this.registry = registry;
    for (Entry entry : registry.entries()) {
      if (entry instanceof Entry.Unit unit) {
        keep(unit, unit.name());
        unit.aliases().forEach(alias -> keep(unit, alias));
      }
    }
  }

  private void keep(Entry.Unit unit, String name) {
    List<Entry.Unit> units =
        byFullKeys.computeIfAbsent(fullKeys(Tokens.of(name)), key -> new ArrayList<>());
    if (!units.contains(unit)) {
      units.add(unit);
    }
  }

  /** A name's keys with {@code CĐ}, {@code ĐH} and the like written out. */
  private String fullKeys(Tokens tokens) {
    StringBuilder keys = new StringBuilder();
    int i = 0;
    while (i < tokens.count()) {
      Phrases.Match match = abbreviated.longest(tokens, i);
      String part = match == null ? tokens.key(i) : keysOf(match.value());
      keys.append(keys.isEmpty() ? "" : " ").append(part);
      i = match == null ? i + 1 : match.end();
    }
    return keys.toString();
  }

  private static String keysOf(String words) {
    Tokens tokens = Tokens.of(words);
    return tokens.keys(0, tokens.count());
  }

  /** Resolves an article's units, in reading order; a span missing from the answer is no unit. */
  Map<NamedSpan, Entity> resolve(List<NamedSpan> spans, LocalDate asOf) {
    Map<NamedSpan, Entity> resolved = new LinkedHashMap<>();
    Map<String, Entity> unknown = new HashMap<>();
    List<NamedSpan> later = new ArrayList<>();
    for (NamedSpan span : spans) {
      List<Entry.Unit> units = known(span, asOf);
      if (units.size() == 1) {
        resolved.put(span, entity(units.get(0)));
      } else if (units.size() > 1 || isBare(span) || isShort(span)) {
        later.add(span);
      } else {
        Tokens name = Tokens.of(span.surface());
        String keys = fullKeys(name);
        resolved.put(span, unknown.computeIfAbsent(keys, key -> unknown(span.surface(), key)));
      }
    }
    introduced(spans, resolved);
    Article article = new Article(resolved);
    Map<String, Optional<Entity>> settled = new HashMap<>();
    for (NamedSpan span : later) {
      settled
          .computeIfAbsent(
              span.candidate().rule() + ' ' + span.keys(), key -> settle(span, article, asOf))
          .ifPresent(entity -> resolved.put(span, entity));
    }
    return resolved;
  }

  private static boolean isBare(NamedSpan span) {
    return span.candidate().rule().startsWith("unit/bare");
  }

  private static boolean isShort(NamedSpan span) {
    return span.candidate().rule().equals("unit/registry-short");
  }

  private List<Entry.Unit> known(NamedSpan span, LocalDate asOf) {
    List<Entry.Unit> units =
        span.candidate().entries().stream()
            .filter(Entry.Unit.class::isInstance)
            .map(Entry.Unit.class::cast)
            .toList();
    if (units.isEmpty()) {
      units = byFullKeys.getOrDefault(fullKeys(Tokens.of(span.surface())), List.of());
    }
    if (units.size() < 2) {
      return units;
    }
    List<Entry.Unit> then = units.stream().filter(unit -> existed(unit, asOf)).toList();
    return then.isEmpty() ? units : then;
  }

  private static boolean existed(Entry.Unit unit, LocalDate day) {
    return unit.from().earliest().map(from -> !from.isAfter(day)).orElse(true)
        && unit.to().latest().map(to -> !to.isBefore(day)).orElse(true);
  }

  private static Entity entity(Entry.Unit unit) {
    return new Entity(Kind.UNIT, unit.id(), unit.name(), true);
  }

  private static Entity unknown(String surface, String keys) {
    String name = surface.replaceAll("\\s+", " ");
    return new Entity(Kind.UNIT, EntityIds.unknown(Kind.UNIT, keys), name, false);
  }

  /** An abbreviation stands for the unit it was introduced behind. */
  private void introduced(List<NamedSpan> spans, Map<NamedSpan, Entity> resolved) {
    Map<String, Entity> meant = new HashMap<>();
    NamedSpan before = null;
    for (NamedSpan span : spans) {
      if (span.candidate().rule().equals("unit/introduced")) {
        boolean here =
            before != null
                && before.passage() == span.passage()
                && before.candidate().end() + 1 == span.candidate().start();
        Entity entity = here ? resolved.get(before) : null;
        if (entity != null) {
          meant.putIfAbsent(span.surface(), entity);
        }
      }
      before = span;
    }
    for (NamedSpan span : spans) {
      Entity entity = meant.get(span.surface());
      if (entity != null && span.candidate().rule().equals("unit/introduced")) {
        resolved.put(span, entity);
      }
    }
  }

  /** The units that an article names in full, most often named first. */
  private static final class Article {
    private final List<Entity> units;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();

    Article(Map<NamedSpan, Entity> resolved) {
      resolved.values().forEach(unit -> counts.merge(unit.id(), 1L, Long::sum));
      units =
          resolved.values().stream()
              .distinct()
              .sorted(Comparator.comparing(unit -> -counts.getOrDefault(unit.id(), 0L)))
              .toList();
      units.forEach(unit -> keys.add(keysOf(unit.name())));
    }

    /** The unit most often named whose name begins with a bare word. */
    Optional<Entity> named(String bare) {
      for (int i = 0; i < units.size(); i++) {
        if (keys.get(i).startsWith(bare + " ")) {
          return Optional.of(units.get(i));
        }
      }
      return Optional.empty();
    }

    long weight(Entry.Unit unit) {
      String parent = unit.parent();
      return 2 * counts.getOrDefault(unit.id(), 0L)
          + (parent == null ? 0 : counts.getOrDefault(parent, 0L));
    }
  }

  private Optional<Entity> settle(NamedSpan span, Article article, LocalDate asOf) {
    if (isBare(span)) {
      Optional<Entity> named = article.named(span.keys());
      if (named.isPresent()) {
        return named;
      }
    }
    List<Entry.Unit> possible = possible(span, asOf);
    Optional<Entity> related = related(possible, article);
    if (related.isPresent()) {
      return related;
    }
    if (possible.size() == 1) {
      return Optional.of(entity(possible.get(0)));
    }
    Optional<Entity> above = isBare(span) ? above(span.keys(), article) : Optional.empty();
    if (above.isPresent() || span.candidate().rule().equals("unit/bare-known")) {
      return above;
    }
    return Optional.of(unknown(span.surface(), span.keys()));
  }

  private List<Entry.Unit> possible(NamedSpan span, LocalDate asOf) {
    List<Entry.Unit> units = known(span, asOf);
    if (!units.isEmpty()) {
      return units;
    }
    int start = span.candidate().start();
    for (Hit hit : span.passage().hitsAt(start)) {
      if (hit.end() == span.candidate().end() && hit.shortForm()) {
        return hit.entries().stream()
            .filter(Entry.Unit.class::isInstance)
            .map(Entry.Unit.class::cast)
            .filter(unit -> existed(unit, asOf))
            .toList();
      }
    }
    return List.of();
  }

  /**
   * Of several units of one name, the one that the article names, or whose parent it names most.
   */
  private static Optional<Entity> related(List<Entry.Unit> possible, Article article) {
    return possible.stream()
        .filter(unit -> article.weight(unit) > 0)
        .max(Comparator.comparingLong(article::weight))
        .map(UnitNames::entity);
  }

  /** The unit above the one most often named: {@code Bộ} where the directorate is spoken of. */
  private Optional<Entity> above(String keys, Article article) {
    for (Entity named : article.units) {
      Set<String> passed = new HashSet<>();
      Optional<Entry.Unit> unit = registry.find(Entry.Unit.class, named.id());
      while (unit.isPresent() && unit.get().parent() != null && passed.add(unit.get().id())) {
        unit = registry.find(Entry.Unit.class, unit.get().parent());
        if (unit.isPresent() && keysOf(unit.get().name()).startsWith(keys + " ")) {
          return unit.map(UnitNames::entity);
        }
      }
    }
    return Optional.empty();
  }
}
