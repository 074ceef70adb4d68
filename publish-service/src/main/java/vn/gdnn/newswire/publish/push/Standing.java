package vn.gdnn.newswire.publish.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one who is told of changes stands.
 *
 * @param id see {@link Outlet#id()}
 * @param writes rises by one with every write
 * @param epoch the log's epoch that the number is of
 * @param number the change up to which all is done; 0 for none
 * @param refused how many requests were refused and passed over
 * @param refusal the last ones in a row, if there are any
 * @param gone fingerprint of the address that wants nothing any more, if it said so
 */
public record Standing(
    String id,
    long writes,
    int epoch,
    long number,
    long refused,
    @Nullable Refusal refusal,
    @Nullable String gone) {

  /** One that was never told of anything. */
  static Standing first(String id, int epoch, long number) {
    return new Standing(id, 0, epoch, number, 0, null, null);
  }

  /** As it is to be written. */
  Standing written() {
    return new Standing(id, writes + 1, epoch, number, refused, refusal, gone);
  }

  /** In the order of another log. */
  Standing in(int newEpoch, long newNumber) {
    return new Standing(id, writes, newEpoch, newNumber, refused, null, gone);
  }

  /** All is done up to this number. */
  Standing upTo(long newNumber) {
    return new Standing(id, writes, epoch, newNumber, refused, refusal, gone);
  }

  /** A request about this change was refused. */
  Standing refused(long about, int status, Instant at, boolean inARow) {
    long firstInRow = refusal != null && inARow ? refusal.first() : about;
    return new Standing(
        id, writes, epoch, number, refused + 1, new Refusal(firstInRow, about, status, at), gone);
  }

  /** The address wants nothing any more. */
  Standing gone(String fingerprint) {
    return new Standing(id, writes, epoch, number, refused, refusal, fingerprint);
  }

  /**
   * Refusals in a row.
   *
   * @param first number of the first change that was refused
   * @param last number of the last one
   * @param status the last answer's
   * @param at when it came
   */
  public record Refusal(long first, long last, int status, Instant at) {}
}
