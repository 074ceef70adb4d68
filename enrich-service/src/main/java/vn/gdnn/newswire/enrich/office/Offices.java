package vn.gdnn.newswire.enrich.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.OfficeTerm;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.tag.DocumentPass.OfficeSpan;
import vn.gdnn.newswire.enrich.tag.DocumentPass.Reading;
import vn.gdnn.newswire.enrich.tag.Entity;
import vn.gdnn.newswire.enrich.tag.NamedSpan;
import vn.gdnn.newswire.enrich.tag.Passage;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Term;

/**
 * The offices that an article mentions and that the registry knows holders of, with all of them:
 * the article's date, which a correction may move, decides who is meant.
 */
public final class Offices {

  private final Registry registry;
  private final Holders holders;
  private final Map<String, Map<String, String>> titleByUnit = new HashMap<>();
  private final Phrases former = Phrases.beside(Offices.class, "former.txt");

  /** Prepares the registry's offices. */
  public Offices(Registry registry) {
    this.registry = registry;
    this.holders = new Holders(registry);
    for (OfficeTerm term : registry.offices()) {
      titleByUnit
          .computeIfAbsent(keys(term.title()), key -> new LinkedHashMap<>())
          .put(term.unit(), term.title());
    }
  }

  private static String keys(String title) {
    Tokens tokens = Tokens.of(title);
    return tokens.keys(0, tokens.count());
  }

  /** The offices that the registry knows a person held, earliest rows first. */
  public List<Term> termsOf(String person) {
    List<Term> terms = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (OfficeTerm term : registry.offices()) {
      if (term.person().equals(person) && seen.add(term.title() + '\u001F' + term.unit())) {
        for (Holders.Period period : holders.of(term.title(), term.unit())) {
          if (period.person().equals(person)) {
            terms.add(new Term(term.title(), term.unit(), period.from(), period.to()));
          }
        }
      }
    }
    return terms;
  }

  /**
   * The mentions of offices in an article, in reading order.
   *
   * @param asOf the article's day: which ministry's, when somebody led two
   */
  public List<OfficeMention> mentions(Reading reading, LocalDate asOf) {
    Neighbours neighbours = new Neighbours(reading);
    Map<String, String> lastUnit = new HashMap<>();
    List<OfficeMention> mentions = new ArrayList<>();
    for (OfficeSpan office : reading.offices()) {
      Tokens tokens = office.passage().tokens();
      int start = office.candidate().start();
      if (!office.candidate().rule().equals("office/sole") && !neighbours.hasUnitBehind(office)
          || former.endsBefore(tokens, start, 2)) {
        continue;
      }
      String title = tokens.keys(start, office.candidate().end());
      Map<String, String> units = unitsOf(title);
      String unit = neighbours.unitOf(office, units, asOf, lastUnit.get(title));
      if (unit != null) {
        lastUnit.put(title, unit);
        mention(office, units.getOrDefault(unit, ""), unit).ifPresent(mentions::add);
      }
    }
    return mentions;
  }

  /** {@code Thủ tướng Chính phủ} is {@code Thủ tướng} with its unit in the words. */
  private Map<String, String> unitsOf(String title) {
    Map<String, String> units = titleByUnit.get(title);
    if (units != null) {
      return units;
    }
    String government = " " + keys("Chính phủ");
    return title.endsWith(government)
        ? titleByUnit.getOrDefault(
            title.substring(0, title.length() - government.length()), Map.of())
        : Map.of();
  }

  private Optional<OfficeMention> mention(OfficeSpan office, String title, String unit) {
    List<Holder> who = new ArrayList<>();
    for (Holders.Period period : holders.of(title, unit)) {
      registry
          .find(Entry.Person.class, period.person())
          .ifPresent(
              person ->
                  who.add(new Holder(person.id(), person.name(), period.from(), period.to())));
    }
    Passage passage = office.passage();
    Tokens tokens = passage.tokens();
    int start = office.candidate().start();
    int end = office.candidate().end();
    return who.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OfficeMention(
                passage.field(),
                tokens.start(start),
                tokens.end(end - 1),
                tokens.surface(start, end),
                title,
                unit,
                who));
  }

  /** The office stated beside each person where the article first does so, with its unit. */
  public Map<Entity, String> stated(Reading reading) {
    Neighbours neighbours = new Neighbours(reading);
    Map<Entity, String> stated = new HashMap<>();
    for (NamedSpan span : reading.names()) {
      if (span.entity().kind() == Kind.PERSON && !stated.containsKey(span.entity())) {
        String office = neighbours.officeBeside(span);
        if (office != null) {
          stated.put(span.entity(), office);
        }
      }
    }
    return stated;
  }

  /** The units in which a person holds an office on a day; if in none, those where ever. */
  private List<String> held(String person, Map<String, String> titlesByUnit, LocalDate day) {
    Set<String> ever = new LinkedHashSet<>();
    Set<String> then = new LinkedHashSet<>();
    titlesByUnit.forEach(
        (unit, title) -> {
          for (Holders.Period period : holders.of(title, unit)) {
            if (period.person().equals(person)) {
              ever.add(unit);
              if (period.covers(day)) {
                then.add(unit);
              }
            }
          }
        });
    return List.copyOf(then.isEmpty() ? ever : then);
  }

  /** What stands beside an office. */
  private final class Neighbours {
    private final Map<Passage, Map<Integer, NamedSpan>> byStart = new HashMap<>();
    private final Map<Passage, Map<Integer, NamedSpan>> byEnd = new HashMap<>();
    private final Map<Passage, Map<Integer, OfficeSpan>> officeByEnd = new HashMap<>();
    private final Map<Passage, Map<Integer, OfficeSpan>> officeByStart = new HashMap<>();
    private final Map<String, Long> named = new HashMap<>();

    Neighbours(Reading reading) {
      for (NamedSpan span : reading.names()) {
        byStart
            .computeIfAbsent(span.passage(), key -> new HashMap<>())
            .put(span.candidate().start(), span);
        byEnd
            .computeIfAbsent(span.passage(), key -> new HashMap<>())
            .put(span.candidate().end(), span);
        if (span.entity().kind() == Kind.UNIT) {
          named.merge(span.entity().id(), 1L, Long::sum);
        }
      }
      for (OfficeSpan office : reading.offices()) {
        officeByEnd
            .computeIfAbsent(office.passage(), key -> new HashMap<>())
            .put(office.candidate().end(), office);
        officeByStart
            .computeIfAbsent(office.passage(), key -> new HashMap<>())
            .put(office.candidate().start(), office);
      }
    }

    private @Nullable NamedSpan at(
        Map<Passage, Map<Integer, NamedSpan>> spans, Passage passage, int token, Kind kind) {
      NamedSpan span = spans.getOrDefault(passage, Map.of()).get(token);
      return span != null && span.entity().kind() == kind ? span : null;
    }

    boolean hasUnitBehind(OfficeSpan office) {
      return at(byStart, office.passage(), office.candidate().end(), Kind.UNIT) != null;
    }

    @Nullable String unitOf(
        OfficeSpan office, Map<String, String> units, LocalDate asOf, @Nullable String last) {
      Passage passage = office.passage();
      int end = office.candidate().end();
      NamedSpan behind = at(byStart, passage, end, Kind.UNIT);
      if (behind != null) {
        return units.containsKey(behind.entity().id()) ? behind.entity().id() : null;
      }
      NamedSpan person = at(byStart, passage, end, Kind.PERSON);
      if (person != null) {
        return mostNamed(held(person.entity().id(), units, asOf));
      }
      return last != null ? last : mostNamed(List.copyOf(units.keySet()));
    }

    /** The unit that the article names most; the only one there is, named or not. */
    private @Nullable String mostNamed(List<String> units) {
      String most = units.size() == 1 ? units.get(0) : null;
      for (String unit : units) {
        long count = named.getOrDefault(unit, 0L);
        if (count > 0 && (most == null || count > named.getOrDefault(most, 0L))) {
          most = unit;
        }
      }
      return most;
    }

    @Nullable String officeBeside(NamedSpan person) {
      Passage passage = person.passage();
      Tokens tokens = passage.tokens();
      int start = person.candidate().start();
      NamedSpan unit = at(byEnd, passage, start, Kind.UNIT);
      int officeEnd = unit == null ? start : unit.candidate().start();
      OfficeSpan before = officeByEnd.getOrDefault(passage, Map.of()).get(officeEnd);
      if (before != null) {
        return tokens.surface(before.candidate().start(), start);
      }
      int end = person.candidate().end();
      if (tokens.is(end, ",") || tokens.is(end, "-")) {
        OfficeSpan after = officeByStart.getOrDefault(passage, Map.of()).get(end + 1);
        if (after != null) {
          NamedSpan behind = at(byStart, passage, after.candidate().end(), Kind.UNIT);
          int to = behind == null ? after.candidate().end() : behind.candidate().end();
          return tokens.surface(after.candidate().start(), to);
        }
      }
      return null;
    }
  }
}
