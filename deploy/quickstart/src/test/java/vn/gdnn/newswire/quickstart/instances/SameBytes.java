package vn.gdnn.newswire.quickstart.instances;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import vn.gdnn.newswire.quickstart.instances.Site.Answer;

/**
 * Asks one instance, the other, and the first again. What the first says twice has not changed
 * meanwhile, so the other must have said it too.
 */
final class SameBytes {

  private static final int TRIES = 12;

  /** So often may they differ, with a pause between, while what is asked is being kept. */
  private static final int MOST_DIFFERENCES = 3;

  private static final long PAUSE_NANOS = 250_000_000;

  private final List<Site> sites;
  private final Random random;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private int compared;

  SameBytes(List<Site> sites, Random random) {
    this.sites = sites;
    this.random = random;
  }

  /** How many addresses were found the same. */
  int compared() {
    return compared;
  }

  void close() {
    open.set(false);
  }

  /** Compares one address after the other until it is closed. */
  void compareOnAndOn(List<String> paths) {
    while (open.get()) {
      compare(paths.get(random.nextInt(paths.size())));
      LockSupport.parkNanos(10_000_000);
    }
  }

  /**
   * Compares an address.
   *
   * @throws AssertionError when they differ and go on to differ while it does not change
   */
  void compare(String path) {
    boolean swap = random.nextBoolean();
    Site one = sites.get(swap ? 1 : 0);
    Site other = sites.get(swap ? 0 : 1);
    int differences = 0;
    for (int i = 0; i < TRIES; i++) {
      Optional<Answer> first = one.get(path);
      Optional<Answer> second = first.flatMap(given -> other.get(path));
      Optional<Answer> third = second.flatMap(given -> one.get(path));
      if (third.isEmpty()) {
        // One of them is away.
        return;
      }
      if (!first.equals(third)) {
        // It is changing just now.
        continue;
      }
      if (first.equals(second)) {
        compared++;
        return;
      }
      differences++;
      if (differences > MOST_DIFFERENCES) {
        throw new AssertionError(
            path + " differs between instances: " + Answer.difference(first.get(), second.get()));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
