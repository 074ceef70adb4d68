package vn.gdnn.newswire.publish.push.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long others may take.
 *
 * @param connect until there is a connection; as long for the look-up of the name
 * @param answer from then until the last header of the answer
 * @param whole all of it, with the answer's body
 */
public record Limits(
    @DefaultValue("5s") Duration connect,
    @DefaultValue("15s") Duration answer,
    @DefaultValue("20s") Duration whole) {

  /** Checks the bounds. */
  public Limits {
    if (connect.isNegative() || connect.isZero() || answer.isNegative() || answer.isZero()) {
      throw new IllegalArgumentException("newswire.push.limits are more than nothing");
    }
    if (whole.compareTo(answer) < 0 || whole.compareTo(connect) < 0) {
      throw new IllegalArgumentException(
          "newswire.push.limits.whole is not below the limits of its parts");
    }
  }
}
