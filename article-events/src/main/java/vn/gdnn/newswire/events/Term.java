package vn.gdnn.newswire.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An office that the registry knows a person held.
 *
 * @param title the office, for example {@code Tổng cục trưởng}
 * @param unitId the unit it is an office of
 * @param from first day, inclusive; absent when not known
 * @param to last day, inclusive; absent when not known or not over
 */
public record Term(String title, String unitId, @Nullable LocalDate from, @Nullable LocalDate to) {

  /** Whether the office was held on that day. An end that is not known is open. */
  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
