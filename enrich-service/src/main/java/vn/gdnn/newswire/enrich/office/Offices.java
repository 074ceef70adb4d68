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
import vn.gdnn.newswire.enrich.gazetteer.Hit;
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
   * The mentions of offices in an article, in reading order. Of an office that several people hold
   * at a time, such as {@code Thứ trưởng}, only where the article says who it is: beside the
   * mention, or beside that office elsewhere, of one person only.
   *
   * @param asOf the article's day: which ministry's, when somebody led two
   */
  public List<OfficeMention> mentions(Reading reading, LocalDate asOf) {
    Neighbours neighbours = new Neighbours(reading);
    UnitsNamed named = new UnitsNamed(reading, registry, asOf);
    Map<String, String> lastUnit = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (OfficeSpan office : reading.offices()) {
      Found one = find(office, neighbours, named, lastUnit);
      if (one != null) {
        found.add(one);
      }
    }
    Map<String, Set<String>> stated = new HashMap<>();
    for (Found one : found) {
      if (one.person() != null) {
        stated.computeIfAbsent(one.key(), key -> new LinkedHashSet<>()).add(one.person());
      }
    }
    List<OfficeMention> mentions = new ArrayList<>();
    for (Found one : found) {
      List<Holders.Period> periods = holders.of(one.title(), one.unit());
      Set<String> who = stated.getOrDefault(one.key(), Set.of());
      if (one.person() != null) {
        periods = only(one.person(), periods);
      } else if (Holders.severalAtATime(one.title())) {
        periods = who.size() == 1 ? only(who.iterator().next(), periods) : List.of();
      }
      mention(one, periods).ifPresent(mentions::add);
    }
    return mentions;
  }

  /** A mention of an office of a unit, and the registry's person it is said to be, if any. */
  private record Found(OfficeSpan office, String title, String unit, @Nullable String person) {
    String key() {
      return title + '\u001F' + unit;
    }
  }

  private static List<Holders.Period> only(String person, List<Holders.Period> periods) {
    return periods.stream().filter(period -> period.person().equals(person)).toList();
  }

  private @Nullable Found find(
      OfficeSpan office, Neighbours neighbours, UnitsNamed named, Map<String, String> lastUnit) {
    Tokens tokens = office.passage().tokens();
    int start = office.candidate().start();
    String title = tokens.keys(start, office.candidate().end());
    Map<String, String> units = unitsOf(title);
    if (units.isEmpty() || former.endsBefore(tokens, start, 2)) {
      return null;
    }
    NamedSpan beside = neighbours.person(office);
    String person = beside == null ? null : beside.entity().id();
    String unit = unitBehind(office, neighbours, units);
    if (unit == null && !hasUnitBehind(office, neighbours)) {
      if (person != null) {
        unit = named.most(held(person, units, named.day()));
      } else if (isBareOffice(office, title)) {
        String last = lastUnit.get(title);
        unit = last != null ? last : named.meant(title, List.copyOf(units.keySet()));
      }
    }
    if (unit == null) {
      return null;
    }
    lastUnit.put(title, unit);
    return new Found(office, units.getOrDefault(unit, ""), unit, person);
  }

  /** Not {@code Chủ tịch}, {@code Bí thư}: alone they may be of any unit. */
  private static boolean isBareOffice(OfficeSpan office, String title) {
    return office.candidate().rule().equals("office/sole") || Holders.severalAtATime(title);
  }

  private static boolean hasUnitBehind(OfficeSpan office, Neighbours neighbours) {
    return neighbours.unit(office) != null || Neighbours.untagged(office) != null;
  }

  private static @Nullable String unitBehind(
      OfficeSpan office, Neighbours neighbours, Map<String, String> units) {
    NamedSpan tagged = neighbours.unit(office);
    if (tagged != null) {
      return units.containsKey(tagged.entity().id()) ? tagged.entity().id() : null;
    }
    Hit hit = Neighbours.untagged(office);
    return hit == null
        ? null
        : hit.entries().stream().map(Entry::id).filter(units::containsKey).findFirst().orElse(null);
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

  private Optional<OfficeMention> mention(Found found, List<Holders.Period> periods) {
    List<Holder> who = new ArrayList<>();
    for (Holders.Period period : periods) {
      registry
          .find(Entry.Person.class, period.person())
          .ifPresent(
              person ->
                  who.add(new Holder(person.id(), person.name(), period.from(), period.to())));
    }
    Passage passage = found.office().passage();
    Tokens tokens = passage.tokens();
    int start = found.office().candidate().start();
    int end = found.office().candidate().end();
    return who.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OfficeMention(
                passage.field(),
                tokens.start(start),
                tokens.end(end - 1),
                tokens.surface(start, end),
                found.title(),
                found.unit(),
                who));
  }

  /**
   * The office stated beside each person, with its unit: as the article states it first, or the
   * first that adds the unit to that.
   */
  public Map<Entity, String> stated(Reading reading) {
    Neighbours neighbours = new Neighbours(reading);
    Map<Entity, String> stated = new HashMap<>();
    for (NamedSpan span : reading.names()) {
      if (span.entity().kind() == Kind.PERSON) {
        String office = neighbours.office(span);
        String before = stated.get(span.entity());
        if (office != null && (before == null || keys(office).startsWith(keys(before) + " "))) {
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
}
