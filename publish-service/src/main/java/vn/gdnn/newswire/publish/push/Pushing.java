package vn.gdnn.newswire.publish.push;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.gdnn.newswire.publish.keeper.KeeperWork;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * Tells all who are to be told of changes, while this instance is the keeper: a thread for each,
 * and one that looks for changes on behalf of all. With nobody to tell, nothing runs.
 */
final class Pushing implements KeeperWork, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration STOP = Duration.ofSeconds(2);

  private final Horizon horizon;
  private final List<Pusher> pushers;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  /**
   * Makes one.
   *
   * @param epoch the log's epoch
   */
  Pushing(
      List<Outlet> outlets,
      News news,
      Standings standings,
      BackOff backOff,
      int epoch,
      Clock clock,
      MeterRegistry meters) {
    this.horizon = new Horizon(news);
    Random random = new Random();
    this.pushers =
        outlets.stream()
            .map(
                outlet ->
                    new Pusher(outlet, horizon, standings, backOff, epoch, clock, random, meters))
            .toList();
  }

  @Override
  public void takeOver() {
    horizon.takeOver();
  }

  @Override
  public void handOver() {
    horizon.handOver();
  }

  List<Pusher> pushers() {
    return pushers;
  }

  @Override
  public synchronized void start() {
    running = true;
    if (pushers.isEmpty()) {
      return;
    }
    threads.add(new Thread(this::look, "push-look"));
    pushers.forEach(pusher -> threads.add(new Thread(pusher, "push-" + pusher.outlet().name())));
    threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
  }

  private void look() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        horizon.look();
      } catch (NewsUnavailable away) {
        LOG.debug("no look at changes while the store is away", away);
      } catch (RuntimeException unexpected) {
        LOG.error("could not look for changes; trying again", unexpected);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** What is being sent is given up, and sent again by whoever comes next. */
  @Override
  public synchronized void stop() {
    horizon.handOver();
    threads.forEach(Thread::interrupt);
    long end = System.nanoTime() + STOP.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
