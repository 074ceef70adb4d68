package vn.gdnn.newswire.publish.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.push.outbound.Answer;

/** Someone outside who is told of changes. Used by one thread. */
public interface Outlet {

  /** Its name for people and metrics. */
  String name();

  /** What its standing is kept under, for ever. */
  String id();

  /** Tells its addresses apart. */
  String fingerprint();

  /** The counter of what is sent to it, by {@code receiver} and {@code result}. */
  String counter();

  /** In one sentence: what it misses while it can't be told. */
  String missing();

  /**
   * The number after which it is told of changes from the first time on.
   *
   * @param newest number of the newest change there is
   * @param known whether it was told of changes before, of a log that has ended
   */
  long first(long newest, boolean known);

  /** It is told of changes after this number from now on; what was begun before is forgotten. */
  void begin(long after);

  /**
   * Sends at most one request.
   *
   * @param after the number up to which all is done
   * @param newest number of the newest change there is, above {@code after}
   * @throws vn.gdnn.newswire.publish.reading.NewsUnavailable when the store is away
   */
  Progress push(long after, long newest) throws InterruptedException;

  /**
   * What a request led to.
   *
   * @param upTo the number up to which all is done now
   * @param about number of the change that the request was about
   * @param answer what became of it; absent when there was nothing to send yet
   * @param rest how long to wait when there was nothing to send
   */
  record Progress(long upTo, long about, @Nullable Answer answer, Duration rest) {

    /** A request was sent, or could not be. */
    public static Progress of(long upTo, long about, Answer answer) {
      return new Progress(upTo, about, answer, Duration.ZERO);
    }

    /** Nothing to send before so long. */
    public static Progress waiting(long upTo, Duration rest) {
      return new Progress(upTo, upTo, null, rest);
    }
  }
}
