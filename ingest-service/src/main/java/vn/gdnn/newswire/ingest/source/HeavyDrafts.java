package vn.gdnn.newswire.ingest.source;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;

/**
 * Lets in few large drafts at a time. On its way into the log a draft takes some fifteen times its
 * size in memory, so a handful of the largest at once would fill a small heap.
 */
final class HeavyDrafts {

  private static final int HEAVY = 256 * 1024;

  private final Semaphore permits;
  private final long patienceMillis;

  HeavyDrafts(int atOnce, long patienceMillis) {
    this.permits = new Semaphore(atOnce, true);
    this.patienceMillis = patienceMillis;
  }

  /**
   * Waits for room for a draft of this size.
   *
   * @return gives the room back
   * @throws ProblemException when there is none in time
   */
  Runnable enter(int bytes) {
    if (bytes <= HEAVY) {
      return () -> {};
    }
    try {
      if (permits.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
        return permits::release;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(
        ProblemKind.BUSY, "Nothing was taken. Send the draft again in a few seconds.");
  }
}
