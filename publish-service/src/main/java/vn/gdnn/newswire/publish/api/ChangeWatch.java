package vn.gdnn.newswire.publish.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
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

  /** Ends all waiting, before the server waits for its requests to end. */
  @EventListener(ContextClosedEvent.class)
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  private synchronized void await(long number, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!closed && look() <= number) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return;
      }
      wait(Math.max(1, Math.min(left, LOOK.toNanos()) / 1_000_000));
    }
  }

  /** The newest number. While the store is away it stays as it was: waiting goes on. */
  private long look() {
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK.toNanos()) {
      lookedAt = now;
      try {
        List<Change> last = news.newestChanges(1);
        newest = last.isEmpty() ? 0 : last.get(0).number();
      } catch (NewsUnavailable away) {
        lookedAt = System.nanoTime();
      }
    }
    return newest;
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
