package vn.gdnn.newswire.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person that the registry knows held an office, and when.
 *
 * @param personId the person's id
 * @param name the person's name
 * @param from first day, inclusive; absent when not known
 * @param to last day, inclusive; absent when not known or not over
 */
public record Holder(
    String personId, String name, @Nullable LocalDate from, @Nullable LocalDate to) {

  /** Whether this person held the office on that day. */
  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
