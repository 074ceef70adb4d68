package vn.gdnn.newswire.enrich.gazetteer;

import java.time.LocalDate;
import java.util.List;

/**
 * What sources say of a person in an office.
 *
 * @param person id of the person
 * @param title the office, for example {@code Tổng cục trưởng}
 * @param unit id of the unit
 * @param from day of appointment or effect, inclusive
 * @param to day relieved or succeeded, inclusive
 * @param seen days on which the person held the office: evidence, not a term
 * @param sources where this is from
 */
public record OfficeTerm(
    String person,
    String title,
    String unit,
    PartialDate from,
    PartialDate to,
    List<LocalDate> seen,
    List<String> sources) {
  /** Copies the lists. */
  public OfficeTerm {
    seen = List.copyOf(seen);
    sources = List.copyOf(sources);
  }

  /** One whose sources do not matter. */
  public OfficeTerm(
      String person,
      String title,
      String unit,
      PartialDate from,
      PartialDate to,
      List<LocalDate> seen) {
    this(person, title, unit, from, to, seen, List.of());
  }
}
