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
 */
public record OfficeTerm(
    String person,
    String title,
    String unit,
    PartialDate from,
    PartialDate to,
    List<LocalDate> seen) {
  /** Copies the list. */
  public OfficeTerm {
    seen = List.copyOf(seen);
  }
}
