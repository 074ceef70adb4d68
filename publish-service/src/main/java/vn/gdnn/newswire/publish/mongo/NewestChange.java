package vn.gdnn.newswire.publish.mongo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * The number of the newest change, for every request: the store is asked by one of them, at most
 * once in {@link #FRESH}, and again at once after this process wrote a change itself. While it is
 * asked the others go on with the number before, unless the store takes longer than {@link
 * #PATIENCE}.
 */
final class NewestChange {

  /** How long the number counts without asking: so much later a change of others is noticed. */
  static final Duration FRESH = Duration.ofMillis(100);

  /** A store that takes longer to answer does not answer. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final LongSupplier store;
  private final LongSupplier written;
  private final LongSupplier nanos;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Asked last;
  private volatile long askingSince;

  /**
   * Makes one.
   *
   * @param store reads the number; throws {@link NewsUnavailable}
   * @param written how many changes this process wrote
   * @param nanos {@link System#nanoTime()}, except in tests
   */
  NewestChange(LongSupplier store, LongSupplier written, LongSupplier nanos) {
    this.store = store;
    this.written = written;
    this.nanos = nanos;
  }

  /** See {@link News#newestKnown()}. */
  long known() {
    Asked asked = last;
    if (asked == null || asked.written() != written.getAsLong()) {
      return News.NOT_KNOWN;
    }
    long age = nanos.getAsLong() - asked.at();
    boolean counts = age < FRESH.toNanos() || (age < PATIENCE.toNanos() && asking.isLocked());
    return counts ? asked.number() : News.NOT_KNOWN;
  }

  /** See {@link News#newestNumber()}. */
  long number() {
    long known = known();
    if (known != News.NOT_KNOWN) {
      return known;
    }
    take();
    try {
      // Somebody else may just have asked.
      known = fresh();
      return known == News.NOT_KNOWN ? ask() : known;
    } finally {
      asking.unlock();
    }
  }

  private void take() {
    if (asking.tryLock()) {
      return;
    }
    long left = PATIENCE.toNanos() - (nanos.getAsLong() - askingSince);
    try {
      if (left > 0 && asking.tryLock(left, TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new NewsUnavailable(
        new IllegalStateException("no answer within " + PATIENCE.toMillis() + " ms"));
  }

  private long fresh() {
    Asked asked = last;
    return asked != null
            && asked.written() == written.getAsLong()
            && nanos.getAsLong() - asked.at() < FRESH.toNanos()
        ? asked.number()
        : News.NOT_KNOWN;
  }

  private long ask() {
    askingSince = nanos.getAsLong();
    // Before the store is asked: what is written meanwhile has to be asked for again.
    long before = written.getAsLong();
    long number = store.getAsLong();
    last = new Asked(number, before, askingSince);
    return number;
  }

  /**
   * What the store said.
   *
   * @param written how many changes this process had written by then
   * @param at when it was asked
   */
  private record Asked(long number, long written, long at) {}
}
