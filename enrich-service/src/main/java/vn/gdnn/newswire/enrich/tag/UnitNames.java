package vn.gdnn.newswire.enrich.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Syllables;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Kind;

/**
 * Which unit a name stands for in one article: by the registry and the article's date, by what
 * stands beside it ({@code Vụ Pháp chế của Bộ …}), by a longer name elsewhere in the article
 * ({@code Tổng cục}), by the province spoken of ({@code UBND tỉnh}), by the units it belongs with
 * ({@code Bộ}).
 */
final class UnitNames {

  private static final String YEAR = Syllables.key("năm");
  private static final Pattern PAST = Pattern.compile("1[89][0-9]{2}|20[0-9]{2}");

  private final UnitRegister register;
  private final Phrases links = Phrases.beside(UnitNames.class, "belongs.txt");

  UnitNames(Registry registry) {
    this.register = new UnitRegister(registry);
  }

  /** Resolves an article's units, in reading order; a span missing from the answer is no unit. */
  Map<NamedSpan, Entity> resolve(List<NamedSpan> spans, LocalDate asOf) {
    return new Article(spans, asOf).resolve();
  }

  private static Entity entity(Entry.Unit unit) {
    return new Entity(Kind.UNIT, unit.id(), unit.name(), true);
  }

  private static Entity unknown(NamedSpan span, String keys) {
    return new Entity(Kind.UNIT, EntityIds.unknown(Kind.UNIT, keys), span.words(), false);
  }

  /** One article's units on their way to what they stand for. */
  private final class Article {
    private final List<NamedSpan> spans;
    private final LocalDate asOf;
    private final Map<NamedSpan, String> keys = new IdentityHashMap<>();
    private final Map<NamedSpan, Entity> resolved = new LinkedHashMap<>();
    private final Map<String, Entity> unknown = new HashMap<>();
    private final Map<String, Entity> sameName = new HashMap<>();
    private final Antecedents antecedents;
    private final ProvincesNamed provinces;
    private final Map<String, Optional<Entity>> upper = new HashMap<>();
    private final Map<Passage, Map<Integer, NamedSpan>> starts = new HashMap<>();
    private List<Entity> mostSpokenOf = List.of();

    Article(List<NamedSpan> spans, LocalDate asOf) {
      this.spans = spans;
      this.asOf = asOf;
      this.antecedents = new Antecedents(spans, this::mayBeMeant);
      this.provinces = new ProvincesNamed(register, asOf);
    }

    private boolean mayBeMeant(Entity unit) {
      return register.find(unit.id()).map(known -> UnitRegister.existed(known, asOf)).orElse(true);
    }

    Map<NamedSpan, Entity> resolve() {
      Map<String, String> byWords = new HashMap<>();
      for (NamedSpan span : spans) {
        keys.put(span, byWords.computeIfAbsent(span.words(), register::keys));
      }
      List<NamedSpan> later = inFull();
      introduced();
      resolved.forEach(this::remember);
      later.addAll(shortened());
      // Where a name's owner behind it is itself a short name, that one comes first.
      Set<NamedSpan> owned =
          later.stream()
              .filter(this::waitsForItsOwner)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      settle(later, span -> !isBare(span) && !owned.contains(span));
      introduced();
      rank();
      settle(later, span -> isBare(span) && !owned.contains(span));
      owned.forEach(this::settle);
      return resolved;
    }

    /** Resolves names in full, and keeps the others for later. */
    private List<NamedSpan> inFull() {
      List<NamedSpan> later = new ArrayList<>();
      for (NamedSpan span : spans) {
        String name = keys.getOrDefault(span, "");
        List<Entry.Unit> all = register.of(span, name);
        if (all.size() == 1 && !isShort(span)) {
          resolved.put(span, entity(all.get(0)));
        } else if (!all.isEmpty() || isShortened(span, name)) {
          later.add(span);
        } else {
          resolved.put(span, unknownOf(span, name));
        }
      }
      return later;
    }

    /** Takes back what is only the beginning of a longer name in the article. */
    private List<NamedSpan> shortened() {
      List<NamedSpan> shortened = new ArrayList<>();
      resolved.forEach(
          (span, unit) -> {
            if (!unit.known() && antecedents.isBeginning(keys.getOrDefault(span, ""))) {
              shortened.add(span);
            }
          });
      shortened.forEach(resolved::remove);
      return shortened;
    }

    private boolean isShortened(NamedSpan span, String name) {
      return span.candidate().rule().startsWith("unit/bare")
          || isShort(span)
          || register.isBeginning(name)
          || !UnitRegister.shortened(span).isEmpty();
    }

    private Entity unknownOf(NamedSpan span, String name) {
      return unknown.computeIfAbsent(name, key -> unknown(span, key));
    }

    private void remember(NamedSpan span, Entity unit) {
      Set<String> names = new LinkedHashSet<>();
      names.add(keys.getOrDefault(span, ""));
      names.add(register.keys(unit.name()));
      boolean bracketed = span.passage().tokens().is(span.candidate().start() - 1, "(");
      antecedents.add(span, unit, List.copyOf(names), bracketed);
    }

    private void rank() {
      mostSpokenOf =
          resolved.values().stream()
              .distinct()
              .sorted(Comparator.comparing(unit -> -antecedents.weight(unit.id())))
              .toList();
    }

    /** An abbreviation in brackets stands for the unit before it, there and everywhere. */
    private void introduced() {
      Map<String, Entity> meant = new HashMap<>();
      NamedSpan before = null;
      for (NamedSpan span : spans) {
        if (before != null && isOpen(span) && isInBracketsBehind(before, span)) {
          Entity unit = resolved.get(before);
          if (unit != null) {
            meant.putIfAbsent(span.words(), unit);
          }
        }
        before = span;
      }
      for (NamedSpan span : spans) {
        if (isOpen(span)) {
          Entity unit = meant.get(span.words());
          if (unit != null) {
            resolved.put(span, unit);
          }
        }
      }
    }

    /** One word in capitals that the registry gives no one meaning. */
    private boolean isOpen(NamedSpan span) {
      Tokens tokens = span.passage().tokens();
      Tokens.Shape shape = tokens.shape(span.candidate().start());
      Entity unit = resolved.get(span);
      return span.candidate().length() == 1
          && (shape == Tokens.Shape.UPPER || shape == Tokens.Shape.MIXED)
          && (unit == null || !unit.known());
    }

    private static boolean isInBracketsBehind(NamedSpan before, NamedSpan span) {
      return before.passage() == span.passage()
          && before.candidate().end() + 1 == span.candidate().start()
          && span.passage().tokens().is(before.candidate().end(), "(");
    }

    private boolean waitsForItsOwner(NamedSpan span) {
      NamedSpan owner = owner(span);
      return owner != null && !resolved.containsKey(owner) && possible(span).size() > 1;
    }

    private void settle(List<NamedSpan> later, Predicate<NamedSpan> which) {
      later.stream().filter(which).forEach(this::settle);
    }

    private void settle(NamedSpan span) {
      if (resolved.containsKey(span)) {
        return;
      }
      String name = keys.getOrDefault(span, "");
      Entity unit = meant(span, name);
      if (unit != null) {
        resolved.put(span, unit);
        remember(span, unit);
      } else if (!span.candidate().rule().equals("unit/bare-known")) {
        resolved.put(span, unknownOf(span, name));
        remember(span, unknownOf(span, name));
      }
    }

    private @Nullable Entity meant(NamedSpan span, String name) {
      List<Entry.Unit> all = register.of(span, name);
      if (all.size() > 1) {
        Entity unit = amongNamesakes(span, name, all);
        if (unit != null) {
          sameName.put(name, unit);
          return unit;
        }
      }
      Entity longer = antecedents.meant(span, name);
      Optional<Entry.Unit> opening =
          provinces.opening(span, name, antecedents.lastNamed(span, name));
      if (opening.isPresent()) {
        return entity(opening.get());
      }
      if (longer != null) {
        return longer;
      }
      List<Entry.Unit> possible = possible(span);
      Optional<Entity> one =
          related(possible)
              .or(() -> possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty())
              .map(UnitNames::entity)
              .or(() -> provinces.nearest(span, name).map(UnitNames::entity));
      if (one.isPresent()) {
        return one.get();
      }
      return register.isBeginning(name) ? above(name) : null;
    }

    private List<Entry.Unit> possible(NamedSpan span) {
      List<Entry.Unit> units = register.of(span, keys.getOrDefault(span, ""));
      if (!units.isEmpty()) {
        return UnitRegister.on(asOf, units);
      }
      return UnitRegister.shortened(span).stream()
          .filter(unit -> UnitRegister.existed(unit, asOf))
          .toList();
    }

    private @Nullable Entity amongNamesakes(NamedSpan span, String name, List<Entry.Unit> all) {
      NamedSpan owner = owner(span);
      Entity upper = owner == null ? null : resolved.get(owner);
      if (upper != null) {
        for (Entry.Unit unit : all) {
          if (upper.id().equals(unit.parent())) {
            return entity(unit);
          }
        }
        for (Entry.Unit unit : all) {
          if (register.isAbove(upper.id(), unit)) {
            return entity(unit);
          }
        }
      }
      List<Entry.Unit> inYear = inTheYearSpokenOf(span, name, all);
      if (inYear.size() == 1) {
        return entity(inYear.get(0));
      }
      Entity before = sameName.get(name);
      if (before != null) {
        return before;
      }
      List<Entry.Unit> then = UnitRegister.on(asOf, all);
      return then.size() == 1
          ? entity(then.get(0))
          : related(then).map(UnitNames::entity).orElse(null);
    }

    /** Of a past year, history writes names as they were: the full name goes before an alias. */
    private List<Entry.Unit> inTheYearSpokenOf(NamedSpan span, String name, List<Entry.Unit> all) {
      int year = yearBefore(span);
      if (year == 0 || year >= asOf.getYear()) {
        return List.of();
      }
      List<Entry.Unit> then =
          all.stream().filter(unit -> UnitRegister.existed(unit, year)).toList();
      List<Entry.Unit> exact =
          then.stream().filter(unit -> register.keys(unit.name()).equals(name)).toList();
      return exact.isEmpty() ? then : exact;
    }

    /** Of several units of one name, one that the article names, or whose parent it names most. */
    private Optional<Entry.Unit> related(List<Entry.Unit> possible) {
      return possible.stream()
          .filter(unit -> relation(unit) > 0)
          .max(Comparator.comparingLong(this::relation));
    }

    private long relation(Entry.Unit unit) {
      String parent = unit.parent();
      return 2 * antecedents.weight(unit.id()) + (parent == null ? 0 : antecedents.weight(parent));
    }

    /** The unit behind a name that it is said to belong to: {@code của Bộ …}, {@code , Bộ …}. */
    private @Nullable NamedSpan owner(NamedSpan span) {
      int end = span.candidate().end();
      int from = links.endOf(span.passage().tokens(), end);
      return span.passage().tokens().startsSentence(end) ? null : at(span.passage(), from);
    }

    private @Nullable NamedSpan at(Passage passage, int token) {
      return starts.computeIfAbsent(passage, this::startsOf).get(token);
    }

    private Map<Integer, NamedSpan> startsOf(Passage passage) {
      Map<Integer, NamedSpan> at = new HashMap<>();
      for (NamedSpan span : spans) {
        if (span.passage() == passage) {
          at.put(span.candidate().start(), span);
        }
      }
      return at;
    }

    /** The unit above the one most often named: {@code Bộ} where the directorate is spoken of. */
    private @Nullable Entity above(String name) {
      return upper.computeIfAbsent(name, this::findAbove).orElse(null);
    }

    private Optional<Entity> findAbove(String name) {
      for (Entity named : mostSpokenOf) {
        Optional<Entry.Unit> unit = register.find(named.id());
        for (int i = 0; i < 10 && unit.isPresent() && unit.get().parent() != null; i++) {
          unit = register.find(unit.get().parent());
          if (unit.isPresent() && register.keys(unit.get().name()).startsWith(name + " ")) {
            return unit.map(UnitNames::entity);
          }
        }
      }
      return Optional.empty();
    }
  }

  /** A word for a kind of unit alone, or with that of an area: {@code Viện}, {@code UBND tỉnh}. */
  private static boolean isBare(NamedSpan span) {
    Tokens tokens = span.passage().tokens();
    int start = span.candidate().start();
    return switch (span.candidate().length()) {
      case 1 -> tokens.shape(start) == Tokens.Shape.CAPITAL;
      case 2 -> tokens.shape(start + 1) == Tokens.Shape.LOWER;
      default -> false;
    };
  }

  private static boolean isShort(NamedSpan span) {
    return span.candidate().rule().equals("unit/registry-short");
  }

  /** The year named before a span in its sentence ({@code Năm 1998, …}); 0 for none. */
  private static int yearBefore(NamedSpan span) {
    Tokens tokens = span.passage().tokens();
    int start = span.candidate().start();
    for (int i = start - 1; i > 0 && i > start - 40 && !tokens.startsSentence(i + 1); i--) {
      boolean year = tokens.shape(i) == Tokens.Shape.NUMBER && tokens.is(i - 1, YEAR);
      if (year && PAST.matcher(tokens.key(i)).matches()) {
        Candidate around = span.passage().before(i + 1);
        boolean inTitle = around != null && around.sort() == Candidate.Sort.PLAN;
        if (!inTitle) {
          return Integer.parseInt(tokens.key(i));
        }
      }
    }
    return 0;
  }
}
