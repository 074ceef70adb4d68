package vn.gdnn.newswire.enrich.office;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.tag.DocumentPass.Reading;
import vn.gdnn.newswire.enrich.tag.Entity;
import vn.gdnn.newswire.enrich.tag.NamedSpan;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Kind;

/** The units that an article names: of which one a bare office is. */
final class UnitsNamed {

  private static final String LEADER = " " + Syllables.key("trưởng");
  private static final String DEPUTY_MINISTER = keys("thứ trưởng");
  private static final String MINISTRY = keys("bộ");
  private static final List<String> PREFIXES = List.of(keys("quyền") + " ", keys("phó") + " ");

  private final Registry registry;
  private final LocalDate day;
  private final Map<Entity, Long> counts = new LinkedHashMap<>();
  private final Map<String, Long> byId = new HashMap<>();
  private final Map<String, Optional<String>> meant = new HashMap<>();

  UnitsNamed(Reading reading, Registry registry, LocalDate day) {
    this.registry = registry;
    this.day = day;
    for (NamedSpan span : reading.names()) {
      if (span.entity().kind() == Kind.UNIT) {
        counts.merge(span.entity(), 1L, Long::sum);
        byId.merge(span.entity().id(), 1L, Long::sum);
      }
    }
  }

  /** The article's day. */
  LocalDate day() {
    return day;
  }

  /** The unit that the article names most; the only one there is, named or not. */
  @Nullable String most(List<String> units) {
    return units.size() == 1 ? units.get(0) : named(units);
  }

  private @Nullable String named(List<String> units) {
    String most = null;
    for (String unit : units) {
      long count = byId.getOrDefault(unit, 0L);
      if (count > 0 && (most == null || count > byId.getOrDefault(most, 0L))) {
        most = unit;
      }
    }
    return most;
  }

  /**
   * The unit that a bare office is of. {@code Tổng cục trưởng} is of the {@code Tổng cục} most
   * named, be it one that the registry knows no holders of; else of a unit that those most named
   * belong to; else of the one that {@code Tổng cục} alone means to the registry. Offices without
   * such a word ({@code Thủ tướng}) are of the only unit that has them.
   *
   * @param title the office's keys
   * @param units the units that the registry knows holders of
   */
  @Nullable String meant(String title, List<String> units) {
    return meant.computeIfAbsent(title, key -> Optional.ofNullable(find(key, units))).orElse(null);
  }

  private @Nullable String find(String title, List<String> units) {
    String head = head(title);
    if (!head.isEmpty()) {
      Optional<Entity> most =
          counts.entrySet().stream()
              .filter(named -> keys(named.getKey().name()).startsWith(head + " "))
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey);
      if (most.isPresent()) {
        return units.contains(most.get().id()) ? most.get().id() : null;
      }
    }
    List<String> then = units.stream().filter(this::existed).toList();
    String named = named(then);
    if (named == null) {
      named = above(Set.copyOf(then));
    }
    if (named == null) {
      List<String> usual = then.stream().filter(unit -> isUsual(unit, head)).toList();
      named = usual.size() == 1 ? usual.get(0) : null;
    }
    return named;
  }

  /** The word for the unit in an office's title: {@code tổng cục} in {@code Tổng cục trưởng}. */
  private static String head(String title) {
    if (title.startsWith(DEPUTY_MINISTER)) {
      return MINISTRY;
    }
    String bare = title;
    for (String prefix : PREFIXES) {
      bare = bare.startsWith(prefix) ? bare.substring(prefix.length()) : bare;
    }
    return bare.endsWith(LEADER) ? bare.substring(0, bare.length() - LEADER.length()) : "";
  }

  private boolean isUsual(String id, String head) {
    return head.isEmpty()
        || registry
            .find(Entry.Unit.class, id)
            .map(unit -> unit.shortForms().stream().anyMatch(form -> keys(form).equals(head)))
            .orElse(false);
  }

  private boolean existed(String id) {
    return registry
        .find(Entry.Unit.class, id)
        .map(
            unit ->
                unit.from().earliest().map(from -> !from.isAfter(day)).orElse(true)
                    && unit.to().latest().map(to -> !to.isBefore(day)).orElse(true))
        .orElse(true);
  }

  private @Nullable String above(Set<String> units) {
    List<Entity> named =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList();
    for (Entity entity : named) {
      Set<String> passed = new HashSet<>();
      Optional<Entry.Unit> unit = registry.find(Entry.Unit.class, entity.id());
      while (unit.isPresent() && unit.get().parent() != null && passed.add(unit.get().id())) {
        String parent = unit.get().parent();
        if (units.contains(parent)) {
          return parent;
        }
        unit = registry.find(Entry.Unit.class, parent);
      }
    }
    return null;
  }

  private static String keys(String name) {
    Tokens tokens = Tokens.of(name);
    return tokens.keys(0, tokens.count());
  }
}
