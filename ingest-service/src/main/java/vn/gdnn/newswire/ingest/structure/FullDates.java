package vn.gdnn.newswire.ingest.structure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Full dates (day, month and year) as Vietnamese announcements write them. */
final class FullDates {

  /** Where a date line's clock hangs. */
  static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final ZoneOffset PLUS_SEVEN = ZoneOffset.ofHours(7);
  private static final int LONGEST_LINE = 160;

  private static final String DATE =
      "(?:(?<d>\\d{1,2})(?<s>[/.-])(?<m>\\d{1,2})\\k<s>(?<y>\\d{4})"
          + "|(?<y2>\\d{4})-(?<m2>\\d{1,2})-(?<d2>\\d{1,2})"
          + "|(?:ngày\\s{1,3})?(?<d3>\\d{1,2})\\s{1,3}tháng\\s{1,3}(?<m3>\\d{1,2})"
          + "(?:\\s{1,3}năm\\s{1,3}|/)(?<y3>\\d{4}))";
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern IN_TEXT =
      Pattern.compile("(?<![\\d/.])" + DATE + "(?!\\d|[/.-]\\d)", FLAGS);

  private static final String GAP = "[\\s,;|–-]{0,5}";
  private static final String TIME =
      "(?<h%1$s>\\d{1,2})[:hg](?<n%1$s>\\d{2})(?::(?<c%1$s>\\d{2}))?";
  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?:thứ\\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7]"
              + "|(?:ngày|thời gian)?\\s?(?:đăng|cập nhật|xuất bản)(?:\\s(?:lúc|ngày|tin))?"
              + "|\\p{L}[\\p{L}. ]{1,40}(?=,\\s{0,3}ngày)|lúc)[\\s,;:|–-]{1,5})*"
              + "(?:(?:ngày:?\\s{1,3})?"
              + DATE
              + "(?:t|"
              + GAP
              + ")(?:lúc\\s)?(?:"
              + TIME.formatted("")
              + ")?|"
              + TIME.formatted("b")
              + GAP
              + "(?:ngày\\s{1,3})?"
              + DATE.replaceAll("<(\\w+)>", "<$1b>")
              + ")\\s?(?:(?<half>sa|ch|am|pm)\\b)?\\s?\\(?(?:gmt\\s?\\+0?7)?\\)?\\s?\\.?",
          FLAGS);

  private FullDates() {}

  /** Whether a line holds a date, perhaps with a time, and nothing else. */
  static boolean isDateLine(String line) {
    return dateLine(line).isPresent();
  }

  /** The moment that a date line names, if the line is one. */
  static Optional<Instant> dateLine(String line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    Matcher matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean timeFirst = matcher.group("hb") != null;
    try {
      LocalDate day = timeFirst ? day(matcher, "b") : day(matcher, "");
      LocalDateTime time = timeFirst ? time(day, matcher, "b") : time(day, matcher, "");
      return Optional.of(time.atZone(VIETNAM).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The first full date in a text that does not begin (at 00:00 +07:00) after the limit. */
  static Optional<Instant> firstNotAfter(CharSequence text, Instant limit) {
    Matcher matcher = IN_TEXT.matcher(text);
    while (matcher.find()) {
      try {
        Instant midnight = day(matcher, "").atStartOfDay().toInstant(PLUS_SEVEN);
        if (!midnight.isAfter(limit)) {
          return Optional.of(midnight);
        }
      } catch (DateTimeException e) {
        // 31/02/2020 is not a date: look on.
        continue;
      }
    }
    return Optional.empty();
  }

  private static LocalDate day(Matcher matcher, String suffix) {
    for (String form : new String[] {"", "2", "3"}) {
      String year = matcher.group("y" + form + suffix);
      if (year != null) {
        return LocalDate.of(
            Integer.parseInt(year),
            Integer.parseInt(matcher.group("m" + form + suffix)),
            Integer.parseInt(matcher.group("d" + form + suffix)));
      }
    }
    throw new DateTimeException("no date");
  }

  private static LocalDateTime time(LocalDate day, Matcher matcher, String suffix) {
    String hour = matcher.group("h" + suffix);
    if (hour == null) {
      return day.atStartOfDay();
    }
    String second = matcher.group("c" + suffix);
    return day.atTime(
        hourOfDay(Integer.parseInt(hour), matcher.group("half")),
        Integer.parseInt(matcher.group("n" + suffix)),
        second == null ? 0 : Integer.parseInt(second));
  }

  private static int hourOfDay(int hour, @Nullable String half) {
    if (half == null || hour > 12 || hour == 0) {
      return hour;
    }
    boolean afternoon = half.equalsIgnoreCase("ch") || half.equalsIgnoreCase("pm");
    return hour % 12 + (afternoon ? 12 : 0);
  }
}
