package vn.gdnn.newswire.enrich.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.OfficeTerm;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.vietnamese.Phrases;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

/**
 * Who held an office when, from what sources say. A day of appointment or relief is taken as it
 * stands. Where there are only sightings, a person holds the office from one to the next, never
 * across a sighting or term of somebody else; before the first and after the last nothing is known.
 * An office that several hold at a time ({@code several.txt}) is nobody's alone: there one person's
 * sighting says nothing of another's. No term outlasts its unit.
 */
final class Holders {

  private static final Phrases SEVERAL = Phrases.beside(Holders.class, "several.txt");

  /** A stretch of days, both ends inclusive. An end that is absent is open. */
  record Period(String person, @Nullable LocalDate from, @Nullable LocalDate to) {
    /** The same, but no longer than its unit. */
    Period until(LocalDate over) {
      boolean open = !over.equals(LocalDate.MAX) && (to == null || to.isAfter(over));
      return open ? new Period(person, from, over) : this;
    }

    boolean isEmpty() {
      return from != null && to != null && to.isBefore(from);
    }

    boolean covers(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  private final Map<String, List<OfficeTerm>> byOffice = new LinkedHashMap<>();

  /** Periods by unit and title, once they were asked for; titles and units are the registry's. */
  private final Map<String, Map<String, List<Period>>> byTitle = new ConcurrentHashMap<>();

  private final Registry registry;

  Holders(Registry registry) {
    this.registry = registry;
    for (OfficeTerm term : registry.offices()) {
      byOffice
          .computeIfAbsent(term.title() + '\u001F' + term.unit(), key -> new ArrayList<>())
          .add(term);
    }
  }

  /** Whether several people may hold an office at a time: deputies, members. */
  static boolean severalAtATime(String title) {
    return SEVERAL.beginsAt(Tokens.of(title), 0);
  }

  /** Every holder of an office, earliest first; somebody may stand twice. */
  List<Period> of(String title, String unit) {
    return byTitle
        .computeIfAbsent(unit, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(title, key -> List.copyOf(periodsOf(title, unit)));
  }

  private List<Period> periodsOf(String title, String unit) {
    LocalDate over =
        registry
            .find(Entry.Unit.class, unit)
            .flatMap(ended -> ended.to().latest())
            .orElse(LocalDate.MAX);
    return periods(byOffice.getOrDefault(title + '\u001F' + unit, List.of()), over);
  }

  /** The periods of an office's rows, none longer than its unit. */
  static List<Period> periods(List<OfficeTerm> office, LocalDate over) {
    List<Period> periods = new ArrayList<>();
    for (OfficeTerm term : office) {
      boolean alone = severalAtATime(term.title());
      for (Period period : periods(term, alone ? List.of(term) : office)) {
        Period within = period.until(over);
        if (!within.isEmpty()) {
          periods.add(within);
        }
      }
    }
    periods.sort(
        Comparator.comparing(period -> period.from() == null ? LocalDate.MIN : period.from()));
    return periods;
  }

  /** The periods of one row of the registry, in the light of the office's other rows. */
  static List<Period> periods(OfficeTerm term, List<OfficeTerm> office) {
    // A month or a year claims only the days that it is certain of.
    LocalDate from = term.from().latest().orElse(null);
    LocalDate to = term.to().earliest().orElse(null);
    if (from != null) {
      return List.of(new Period(term.person(), from, to == null ? end(from, term, office) : to));
    }
    List<LocalDate> seen = new ArrayList<>(term.seen());
    if (to != null) {
      seen.add(to);
    }
    seen.sort(Comparator.naturalOrder());
    List<Period> periods = new ArrayList<>();
    LocalDate first = seen.get(0);
    LocalDate last = first;
    for (LocalDate day : seen.subList(1, seen.size())) {
      if (someoneElse(term, office, last, day)) {
        periods.add(new Period(term.person(), first, last));
        first = day;
      }
      last = day;
    }
    periods.add(new Period(term.person(), first, last));
    return periods;
  }

  /** The day before somebody else began, or was seen; open when nobody was. */
  private static @Nullable LocalDate end(LocalDate from, OfficeTerm term, List<OfficeTerm> office) {
    LocalDate end = null;
    for (OfficeTerm other : office) {
      if (other.person().equals(term.person())) {
        continue;
      }
      List<LocalDate> days = new ArrayList<>(other.seen());
      other.from().earliest().ifPresent(days::add);
      for (LocalDate day : days) {
        if (day.isAfter(from) && (end == null || day.isBefore(end.plusDays(1)))) {
          end = day.minusDays(1);
        }
      }
    }
    return end;
  }

  private static boolean someoneElse(
      OfficeTerm term, List<OfficeTerm> office, LocalDate after, LocalDate before) {
    for (OfficeTerm other : office) {
      if (other.person().equals(term.person())) {
        continue;
      }
      List<LocalDate> days = new ArrayList<>(other.seen());
      other.from().earliest().ifPresent(days::add);
      other.to().latest().ifPresent(days::add);
      if (days.stream().anyMatch(day -> !day.isBefore(after) && !day.isAfter(before))) {
        return true;
      }
    }
    return false;
  }
}
