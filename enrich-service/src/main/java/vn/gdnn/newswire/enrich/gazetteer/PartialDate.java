package vn.gdnn.newswire.enrich.gazetteer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A day, a month, a year or nothing: what a source says. Asked for a day, it answers with the one
 * that claims least.
 *
 * @param text {@code 2020-06-11}, {@code 2020-06}, {@code 2020} or empty
 */
public record PartialDate(String text) {

  /** Checks the form. */
  public PartialDate {
    if (!text.isEmpty()) {
      first(text);
    }
  }

  /** Nothing known. */
  public static PartialDate unknown() {
    return new PartialDate("");
  }

  /** The first day it may mean. */
  public Optional<LocalDate> earliest() {
    return text.isEmpty() ? Optional.empty() : Optional.of(first(text));
  }

  /** The last day it may mean. */
  public Optional<LocalDate> latest() {
    return earliest()
        .map(
            day ->
                switch (text.length()) {
                  case 4 -> LocalDate.of(day.getYear(), 12, 31);
                  case 7 -> YearMonth.from(day).atEndOfMonth();
                  default -> day;
                });
  }

  private static LocalDate first(String text) {
    return switch (text.length()) {
      case 4 -> LocalDate.parse(text + "-01-01");
      case 7 -> LocalDate.parse(text + "-01");
      default -> LocalDate.parse(text);
    };
  }
}
