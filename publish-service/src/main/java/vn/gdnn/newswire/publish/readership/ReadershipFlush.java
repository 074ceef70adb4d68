package vn.gdnn.newswire.publish.readership;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings what was seen to the store, every few seconds and when the service stops, on a thread of
 * its own: a store that hangs holds up nobody. A kill -9 loses what was seen since; the readers'
 * next requests tell it again, but for the moments.
 *
 * <p>Room is bounded: at most so many followings are kept. While there is room, whoever asks is
 * kept; then only who asks again, in place of those that came once, and then of the least recently
 * seen. So names made up one after another push out no reader.
 *
 * <p>Counters: {@code articles.readers.added} − {@code articles.readers.dropped{reason="old" |
 * "full"}}, over all instances, is what {@code articles.readers.kept} rises by. {@code
 * articles.readers.turned.away} counts who was not kept for want of room.
 */
@Component
class ReadershipFlush implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ReadershipFlush.class);

  /** What is old is looked for as often as this, and whenever something was added. */
  private static final Duration BETWEEN_DROPS = Duration.ofMinutes(10);

  private final Readership readership;
  private final Followings followings;
  private final Clock clock;
  private final int most;
  private final Duration keep;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "readership");
            made.setDaemon(true);
            return made;
          });
  private final AtomicLong kept = new AtomicLong();
  private final Counter added;
  private final Counter old;
  private final Counter full;
  private final Counter turnedAway;
  private Instant nextDrop = Instant.MIN;

  ReadershipFlush(
      Readership readership,
      Followings followings,
      Clock clock,
      MeterRegistry meters,
      @Value("${newswire.readership.most:2000}") int most,
      @Value("${newswire.readership.keep:30d}") Duration keep,
      @Value("${newswire.readership.flush:5s}") Duration pause) {
    this.readership = readership;
    this.followings = followings;
    this.clock = clock;
    this.most = most;
    this.keep = keep;
    this.pause = pause;
    this.added = meters.counter("articles.readers.added");
    this.old = meters.counter("articles.readers.dropped", "reason", "old");
    this.full = meters.counter("articles.readers.dropped", "reason", "full");
    this.turnedAway = meters.counter("articles.readers.turned.away");
    meters.gauge("articles.readers.kept", kept);
  }

  /** From now on, every few seconds. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    thread.scheduleWithFixedDelay(
        this::tryFlush, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    if (thread.awaitTermination(5, TimeUnit.SECONDS)) {
      tryFlush();
    }
  }

  private void tryFlush() {
    try {
      flush();
    } catch (RuntimeException e) {
      // The store is away: health says so, and what was seen stays in memory for the next time.
      LOG.debug("who has read what is not written now", e);
    }
  }

  /** Writes what was seen; what another instance wrote meanwhile waits for the next time. */
  synchronized void flush() {
    Instant now = clock.instant();
    if (!now.isBefore(nextDrop)) {
      drop(now);
    }
    List<Readership.Seen> seen = readership.unwritten();
    double before = added.count();
    for (int from = 0; from < seen.size(); from += Followings.BATCH) {
      write(seen.subList(from, Math.min(seen.size(), from + Followings.BATCH)));
    }
    if (added.count() > before && kept.get() > most) {
      drop(now);
    }
  }

  private void write(List<Readership.Seen> seen) {
    Map<Following.Key, Followings.Kept> there =
        followings.find(seen.stream().map(one -> one.unwritten().following().key()).toList());
    List<Followings.Kept> changed = new ArrayList<>();
    List<Readership.Seen> written = new ArrayList<>();
    int more = 0;
    for (Readership.Seen one : seen) {
      Following following = one.unwritten().following();
      Followings.Kept before = there.get(following.key());
      if (before == null && kept.get() + more >= most && !following.cameAgain()) {
        one.sighting().refused(one.unwritten());
        turnedAway.increment();
        continue;
      }
      more += before == null ? 1 : 0;
      Following merged = before == null ? following : before.following().and(following);
      changed.add(
          new Followings.Kept(
              merged.confirmed(one.unwritten().named()), before == null ? 0 : before.writes()));
      written.add(one);
    }
    if (!changed.isEmpty() && followings.save(changed)) {
      written.forEach(one -> one.sighting().written(one.unwritten()));
      added.increment(more);
      kept.addAndGet(more);
    }
  }

  private void drop(Instant now) {
    Followings.Dropped dropped = followings.drop(now.minus(keep), most);
    old.increment(dropped.old());
    full.increment(dropped.tooMany());
    kept.set(followings.count());
    nextDrop = now.plus(BETWEEN_DROPS);
  }
}
