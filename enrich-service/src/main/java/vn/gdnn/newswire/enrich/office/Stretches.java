package vn.gdnn.newswire.enrich.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.gazetteer.OfficeTerm;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.events.RegistryEntity.Stretch;

/**
 * The times throughout which sources show somebody in an office, for pages to draw. They claim less
 * than tagging does: who was appointed and not seen to leave is shown up to the last sighting, not
 * up to the next holder.
 */
public final class Stretches {

  private Stretches() {}

  /** Whether several people may hold an office at a time: deputies, members. */
  public static boolean severalAtATime(String title) {
    return Holders.severalAtATime(title);
  }

  /**
   * The stretches of one row of the registry, the earliest first.
   *
   * @param office the rows of that office
   */
  public static List<Stretch> of(OfficeTerm term, List<OfficeTerm> office) {
    boolean several = Holders.severalAtATime(term.title());
    List<LocalDate> others = several ? List.of() : evidenceOfOthers(term, office);
    if (!term.from().text().isEmpty()) {
      return List.of(appointed(term, others));
    }
    List<Stretch> stretches = new ArrayList<>();
    for (Holders.Period period : Holders.periods(term, several ? List.of(term) : office)) {
      stretches.add(seen(term, period, others));
    }
    return stretches;
  }

  private static Stretch appointed(OfficeTerm term, List<LocalDate> others) {
    LocalDate from = term.from().latest().orElseThrow();
    PartialDay first = new PartialDay(term.from().text());
    if (!term.to().text().isEmpty()) {
      return new Stretch(first, new PartialDay(term.to().text()), true, true, null, null);
    }
    LocalDate last =
        term.seen().stream().filter(from::isBefore).max(LocalDate::compareTo).orElse(null);
    return new Stretch(
        first,
        last == null ? null : PartialDay.of(last),
        true,
        false,
        null,
        next(last == null ? from : last, others));
  }

  private static Stretch seen(OfficeTerm term, Holders.Period period, List<LocalDate> others) {
    LocalDate first = period.from();
    LocalDate last = period.to();
    if (first == null || last == null) {
      throw new IllegalStateException("sightings have days");
    }
    boolean ended = term.to().earliest().filter(last::equals).isPresent();
    return new Stretch(
        PartialDay.of(first),
        ended ? new PartialDay(term.to().text()) : PartialDay.of(last),
        false,
        ended,
        others.stream().filter(first::isAfter).max(LocalDate::compareTo).orElse(null),
        ended ? null : next(last, others));
  }

  private static @Nullable LocalDate next(LocalDate day, List<LocalDate> others) {
    return others.stream().filter(day::isBefore).min(LocalDate::compareTo).orElse(null);
  }

  private static List<LocalDate> evidenceOfOthers(OfficeTerm term, List<OfficeTerm> office) {
    return office.stream()
        .filter(other -> !other.person().equals(term.person()))
        .flatMap(
            other ->
                Stream.of(
                        other.seen().stream(),
                        other.from().earliest().stream(),
                        other.to().latest().stream())
                    .flatMap(days -> days))
        .toList();
  }
}
