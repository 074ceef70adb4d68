package vn.gdnn.newswire.publish.push;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long to wait after failures: twice as long each time, and by chance up to half of that less,
 * so that those who failed together do not all come back together.
 *
 * @param initial after the first one
 * @param max at most
 */
public record BackOff(@DefaultValue("1s") Duration initial, @DefaultValue("5m") Duration max) {

  /** Checks the bounds. */
  public BackOff {
    if (initial.isNegative() || initial.isZero() || max.compareTo(initial) < 0) {
      throw new IllegalArgumentException(
          "newswire.push.back-off: initial is more than nothing, and max not less");
    }
  }

  /** The wait after so many failures in a row, from 1. */
  Duration after(int failures, RandomGenerator random) {
    long longest = initial.toMillis();
    for (int i = 1; i < failures && longest < max.toMillis(); i++) {
      longest *= 2;
    }
    longest = Math.max(1, Math.min(longest, max.toMillis()));
    return Duration.ofMillis(longest - random.nextLong(longest / 2 + 1));
  }
}
