package vn.gdnn.newswire.publish.readership.report;

import java.time.Duration;

/** Spans of time in words, as exact as somebody who waits wants to know. */
final class Spans {

  private Spans() {}

  /** {@code 40 s}, {@code 14 min}, {@code 3 h 20 min}, {@code 2 d 5 h}. */
  static String english(long seconds) {
    return words(seconds, "s", "min", "h", "d");
  }

  /** {@code 40 giây}, {@code 14 phút}, {@code 3 giờ 20 phút}, {@code 2 ngày 5 giờ}. */
  static String vietnamese(long seconds) {
    return words(seconds, "giây", "phút", "giờ", "ngày");
  }

  private static String words(long seconds, String second, String minute, String hour, String day) {
    Duration span = Duration.ofSeconds(seconds);
    if (span.toMinutes() == 0) {
      return seconds + " " + second;
    }
    if (span.toHours() == 0) {
      return span.toMinutes() + " " + minute;
    }
    return span.toDays() == 0
        ? two(span.toHours(), hour, span.toMinutesPart(), minute)
        : two(span.toDays(), day, span.toHoursPart(), hour);
  }

  private static String two(long large, String largeUnit, int small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
