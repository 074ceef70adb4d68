package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.prose.VietnameseDates;
import vn.gdnn.newswire.publish.web.Years;

/**
 * A request's query, read strictly: a parameter that is not known, given twice or can't be read is
 * refused by name. A slip of the pen must not quietly answer another question.
 */
final class Parameters {

  private final HttpServletRequest request;

  /** Refuses what is not one of these names. */
  Parameters(HttpServletRequest request, Set<String> known) {
    this.request = request;
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw refused(name, "not a parameter here; there are " + String.join(", ", known));
              }
              if (values.length > 1) {
                throw refused(name, "given more than once");
              }
            });
  }

  static Problem.Refused refused(String name, String detail) {
    return new Problem.Refused(Problem.badParameter(name, detail));
  }

  /** The value; null when it is absent or blank. */
  @Nullable String text(String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /**
   * The value as something else; null when it is absent. What {@code read} throws says what is
   * wrong.
   */
  <T> @Nullable T read(String name, Function<String, T> read) {
    String value = text(name);
    try {
      return value == null ? null : read.apply(value);
    } catch (IllegalArgumentException e) {
      throw refused(name, String.valueOf(e.getMessage()));
    }
  }

  /** A whole number from 1 to {@code most}. */
  int number(String name, int most, int otherwise) {
    Integer value =
        read(
            name,
            text -> {
              int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
              if (number < 1 || number > most) {
                throw new IllegalArgumentException("must be a whole number from 1 to " + most);
              }
              return number;
            });
    return value == null ? otherwise : value;
  }

  /**
   * A moment in the years 1 to 9999: a time with its zone, or a day in Vietnam.
   *
   * @param later how many days after the beginning of a day given without a time
   */
  @Nullable Instant moment(String name, int later) {
    return read(
        name,
        text -> {
          try {
            if (text.length() == 10) {
              LocalDate day = LocalDate.parse(text);
              checkYear(day.getYear());
              return day.plusDays(later).atStartOfDay(VietnameseDates.ZONE).toInstant();
            }
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            checkYear(time.getYear());
            return time.toInstant();
          } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                "must be a day (2020-06-11) or a time with its zone (2020-06-11T10:24:15+07:00)",
                e);
          }
        });
  }

  private static void checkYear(int year) {
    if (!Years.mayBeAsked(year)) {
      throw new IllegalArgumentException("must be in a year from 0001 to 9999");
    }
  }
}
