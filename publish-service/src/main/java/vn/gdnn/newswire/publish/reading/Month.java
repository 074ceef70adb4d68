package vn.gdnn.newswire.publish.reading;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A month, in Vietnam's time, in which articles are published.
 *
 * @param month which
 * @param articles how many articles that readers may see were published in it, at least 1
 */
public record Month(YearMonth month, int articles) {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** The month that a moment lies in. */
  public static YearMonth of(Instant at) {
    return YearMonth.from(at.atZone(VIETNAM));
  }

  /** The first moment of a month. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(VIETNAM).toInstant();
  }

  /** The first moment after a month. */
  public static Instant end(YearMonth month) {
    return start(month.plusMonths(1));
  }
}
