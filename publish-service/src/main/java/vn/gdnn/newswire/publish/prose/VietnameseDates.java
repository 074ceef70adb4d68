package vn.gdnn.newswire.publish.prose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Dates and numbers as Vietnamese readers write them, in Vietnam's time, whatever the machine's
 * zone and language are.
 */
public final class VietnameseDates {

  /** Vietnam's time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final DateTimeFormatter DAY = formatter("dd/MM/uuuu");
  private static final DateTimeFormatter SHORT_DAY = formatter("dd/MM");
  private static final DateTimeFormatter MOMENT = formatter("dd/MM/uuuu HH:mm");
  private static final DateTimeFormatter TIME = formatter("HH:mm");
  private static final DateTimeFormatter ISO = formatter("uuuu-MM-dd'T'HH:mm:ssxxx");
  private static final List<String> WEEKDAYS =
      List.of("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật");

  private VietnameseDates() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  private static ZonedDateTime there(Instant at) {
    return at.atZone(ZONE);
  }

  /** The calendar day. */
  public static LocalDate dayOf(Instant at) {
    return there(at).toLocalDate();
  }

  /** {@code 11/06/2020}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 11/06}. */
  public static String shortDay(Instant at) {
    return SHORT_DAY.format(there(at));
  }

  /** {@code 11/06/2020 10:24}. */
  public static String moment(Instant at) {
    return MOMENT.format(there(at));
  }

  /** {@code 10:24}. */
  public static String time(Instant at) {
    return TIME.format(there(at));
  }

  /** {@code 1.204}. */
  public static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '.');
  }

  /** {@code Thứ Năm}. */
  public static String weekday(LocalDate day) {
    return WEEKDAYS.get(day.getDayOfWeek().getValue() - 1);
  }

  /** {@code 2020-06-11T10:24:15+07:00}, for the attribute {@code datetime}. */
  public static String iso(Instant at) {
    return ISO.format(there(at));
  }
}
