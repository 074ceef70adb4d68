package vn.gdnn.newswire.publish.revision;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A source's own versions: number with number, time with time, else not compared. */
final class Versions {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,64}");

  private Versions() {}

  /** How the first stands to the second: below 0, 0, above 0, or not at all. */
  static OptionalInt compare(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return OptionalInt.empty();
    }
    if (NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()) {
      return OptionalInt.of(new BigInteger(one).compareTo(new BigInteger(other)));
    }
    Instant time = time(one);
    Instant otherTime = time(other);
    return time == null || otherTime == null
        ? OptionalInt.empty()
        : OptionalInt.of(time.compareTo(otherTime));
  }

  /** The higher of the two; a new one that can't be compared takes the place of the old. */
  static @Nullable String highest(@Nullable String known, @Nullable String sent) {
    if (sent == null) {
      return known;
    }
    OptionalInt order = compare(sent, known);
    return order.isPresent() && order.getAsInt() < 0 ? known : sent;
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
