package vn.gdnn.newswire.ingest.article;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** ISO 8601 times with a zone, as people's tools write them. */
final class IsoTimes {

  private static final int LONGEST = 40;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private IsoTimes() {}

  /** The time, unless the text is something else, lacks a zone or lies outside 1900 to 9999. */
  static Optional<OffsetDateTime> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text.strip(), FORM);
      int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
      return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
