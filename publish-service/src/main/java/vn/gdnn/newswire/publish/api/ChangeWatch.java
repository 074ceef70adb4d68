package vn.gdnn.newswire.publish.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * Waits for changes on behalf of readers. However many wait, the store is asked once each time; and
 * no more wait than there are places, since each holds a thread of the server.
 *
 * <p>Gauge: {@code articles.changes.waiting}, how many wait now.
 */
@Component
class ChangeWatch {

  /** How often the store is asked. */
  private static final Duration LOOK = Duration.ofMillis(200);

  private final News news;
  private final Semaphore places;
  private long newest;
  private long lookedAt = System.nanoTime() - LOOK.toNanos();
  private boolean looking;
  private boolean closed;

  ChangeWatch(
      News news,
      MeterRegistry meters,
      @Value("${newswire.changes.most-waiting:64}") int mostWaiting) {
    this.news = news;
    this.places = new Semaphore(mostWaiting);
    meters.gauge("articles.changes.waiting", places, free -> mostWaiting - free.availablePermits());
  }

  /** Takes a place; empty when all are taken, or the service stops. */
  synchronized Optional<Place> enter() {
    return !closed && places.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
  }

  /** What is said when all places are taken. */
  static Problem.Refused full() {
    return new Problem.Refused(
        Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "too-many-listeners",
            "Too many listeners",
            "As many listen as can be served. Come back later, or ask /api/changes now and then."));
  }

  /** Ends all waiting, before the server waits for its requests to end. */
  @EventListener(ContextClosedEvent.class)
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  private void await(long number, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      if (isMyTurn()) {
        look();
      }
      synchronized (this) {
        long left = end - System.nanoTime();
        if (closed || newest > number || left <= 0) {
          return;
        }
        wait(Math.max(1, Math.min(left, LOOK.toNanos()) / 1_000_000));
      }
    }
  }

  /** One looks at a time, on behalf of all. */
  private synchronized boolean isMyTurn() {
    if (closed || looking || System.nanoTime() - lookedAt < LOOK.toNanos()) {
      return false;
    }
    looking = true;
    return true;
  }

  /**
   * Asks the store, which may take its time: nobody else is held up. While it is away the newest
   * number stays as it was, and waiting goes on.
   */
  private void look() {
    long found = -1;
    try {
      List<Change> last = news.newestChanges(1);
      found = last.isEmpty() ? 0 : last.get(0).number();
    } catch (NewsUnavailable away) {
      found = -1;
    } finally {
      synchronized (this) {
        newest = found < 0 ? newest : found;
        looking = false;
        lookedAt = System.nanoTime();
        notifyAll();
      }
    }
  }

  /** One who waits. */
  final class Place implements AutoCloseable {

    private Place() {}

    /** Whether waiting is not at its end. */
    boolean isOpen() {
      return ChangeWatch.this.isOpen();
    }

    /** Waits for a change above this number; at most so long. */
    void await(long number, Duration atMost) throws InterruptedException {
      ChangeWatch.this.await(number, atMost);
    }

    /** Waits so long, whatever happens, unless the service stops. */
    void rest(Duration time) throws InterruptedException {
      ChangeWatch.this.await(Long.MAX_VALUE, time);
    }

    @Override
    public void close() {
      places.release();
    }
  }
}
