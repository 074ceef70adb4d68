package vn.gdnn.newswire.delivery.fault;

import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RetriableException;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.events.InvalidEvent;

/**
 * Whose fault a failure is.
 *
 * @param blame whose
 * @param cause the exception that tells, out of those the frameworks wrapped around it
 */
record Fault(Blame blame, Throwable cause) {

  /** Reason of a dead letter that failed by itself too often. */
  static final String FAILED = "failed";

  enum Blame {
    /** Wait and try again for ever. */
    WORLD,
    /** Trying again is of no use. */
    INVALID,
    /** Try again some times. */
    EVENT
  }

  /** Judges an exception by the first in its chain of causes that tells. */
  static Fault of(Throwable thrown, List<WorldFaults> worldFaults) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      Throwable candidate = e;
      if (e instanceof InvalidEvent) {
        return new Fault(Blame.INVALID, e);
      }
      if (e instanceof WorldFault
          || e instanceof RetriableException
          || e instanceof CommitFailedException
          || worldFaults.stream().anyMatch(faults -> faults.include(candidate))) {
        return new Fault(Blame.WORLD, e);
      }
    }
    return new Fault(Blame.EVENT, innermost(thrown));
  }

  /** The reason in dead letters, outcomes and counters. */
  String reason() {
    return cause instanceof InvalidEvent invalid ? invalid.reason().wire() : FAILED;
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable e = thrown;
    while (e.getCause() != null) {
      e = e.getCause();
    }
    return e;
  }
}
