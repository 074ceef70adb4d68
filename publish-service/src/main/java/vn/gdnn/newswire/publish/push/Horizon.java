package vn.gdnn.newswire.publish.push;

import java.time.Duration;
import java.util.List;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.News;

/**
 * How far there are changes, and whether it is this instance that tells of them. However many are
 * told, the store is asked once each time. A term begins when this instance becomes the keeper, and
 * ends when another does; who has waited through the end of one begins anew.
 */
final class Horizon {

  private static final long UNKNOWN = -1;

  private final News news;
  private long term;
  private boolean keeping;
  private long newest = UNKNOWN;

  Horizon(News news) {
    this.news = news;
  }

  synchronized void takeOver() {
    term++;
    keeping = true;
    // What was known may be from a time before another instance kept.
    newest = UNKNOWN;
    notifyAll();
  }

  synchronized void handOver() {
    keeping = false;
    notifyAll();
  }

  /** Asks the store for the newest change, if it is for this instance to tell of it. */
  void look() {
    long asked;
    synchronized (this) {
      if (!keeping) {
        return;
      }
      asked = term;
    }
    List<Change> last = news.newestChanges(1);
    synchronized (this) {
      if (isTerm(asked)) {
        newest = last.isEmpty() ? 0 : last.get(0).number();
        notifyAll();
      }
    }
  }

  synchronized boolean isTerm(long which) {
    return keeping && term == which;
  }

  synchronized boolean isKeeping() {
    return keeping;
  }

  /** The newest number known; below 0 when none is. */
  synchronized long newest() {
    return newest;
  }

  /** Waits until this instance keeps, and it is known how far there are changes. */
  synchronized long awaitTerm() throws InterruptedException {
    while (!keeping || newest == UNKNOWN) {
      wait();
    }
    return term;
  }

  /** Waits for a change above this number, at most so long or until the term ends. */
  synchronized long await(long which, long above, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    while (isTerm(which) && newest <= above && left > 0) {
      wait(Math.max(1, left / 1_000_000));
      left = end - System.nanoTime();
    }
    return newest;
  }

  /** Waits so long, or until the term ends. */
  void rest(long which, Duration time) throws InterruptedException {
    await(which, Long.MAX_VALUE, time);
  }
}
