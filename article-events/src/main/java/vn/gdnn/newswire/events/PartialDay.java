package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A day, or as much of it as a source says.
 *
 * @param text {@code 2020-06-11}, {@code 2020-06} or {@code 2020}
 */
public record PartialDay(@JsonValue String text) {

  private static final int YEAR = 4;
  private static final int MONTH = 7;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when it is no such date
   */
  @JsonCreator
  public PartialDay {
    try {
      first(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no day, month or year", e);
    }
  }

  /** That day. */
  public static PartialDay of(LocalDate day) {
    return new PartialDay(day.toString());
  }

  /** The first day it may mean. */
  public LocalDate earliest() {
    return first(text);
  }

  /** The last day it may mean. */
  public LocalDate latest() {
    LocalDate first = earliest();
    return switch (text.length()) {
      case YEAR -> LocalDate.of(first.getYear(), 12, 31);
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      default -> first;
    };
  }

  private static LocalDate first(String text) {
    return switch (text.length()) {
      case YEAR -> LocalDate.parse(text + "-01-01");
      case MONTH -> LocalDate.parse(text + "-01");
      default -> LocalDate.parse(text);
    };
  }
}
