package vn.gdnn.newswire.publish.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.publish.push.outbound.Answer;
import vn.gdnn.newswire.publish.push.outbound.Answer.Result;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * Tells one outlet of every change, in order, at least once. It is a thread's work, and one outlet
 * has one, so whatever that one does holds up nobody else.
 *
 * <p>Where the outlet stands is written at most once a second while all goes well, and before every
 * wait: after a stop, what was told since comes once more. It is replaced only where it stands as
 * it was read, so an instance that was asleep finds out before it tells of a second change that
 * another one has gone on.
 */
final class Pusher implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Outlet outlet;
  private final Horizon horizon;
  private final Standings standings;
  private final BackOff backOff;
  private final int epoch;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

  private Standing saved;
  private int failures;
  private int refusals;
  private long savedAt;
  private volatile Standing now;
  private volatile boolean begun;
  private volatile @Nullable Trouble trouble;

  /**
   * Why an outlet is not told of more just now.
   *
   * @param since when it began
   * @param words what happened last
   * @param times how often in a row
   */
  record Trouble(Instant since, String words, int times) {}

  Pusher(
      Outlet outlet,
      Horizon horizon,
      Standings standings,
      BackOff backOff,
      int epoch,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters) {
    this.outlet = outlet;
    this.horizon = horizon;
    this.standings = standings;
    this.backOff = backOff;
    this.epoch = epoch;
    this.clock = clock;
    this.random = random;
    this.now = Standing.first(outlet.id(), epoch, 0);
    this.saved = now;
    for (Result result : Result.values()) {
      counters.put(
          result,
          meters.counter(outlet.counter(), "receiver", outlet.name(), "result", result.tag()));
    }
    Gauge.builder("articles.push.lag", this, Pusher::lag)
        .description("Changes that a receiver has yet to be told of; not known where another tells")
        .tag("receiver", outlet.name())
        .register(meters);
  }

  /** Until its thread is interrupted. */
  @Override
  public void run() {
    try {
      while (true) {
        long term = horizon.awaitTerm();
        serve(term);
        horizon.rest(term, SECOND);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(long term) throws InterruptedException {
    try {
      begin();
      while (horizon.isTerm(term)) {
        long newest = horizon.await(term, now.number(), SECOND);
        if (isGone()) {
          horizon.rest(term, SECOND);
        } else if (newest > now.number() && horizon.isTerm(term)) {
          step(term, newest);
        } else {
          save();
        }
      }
    } catch (NewsUnavailable away) {
      LOG.debug("{} waits for the store", outlet.name(), away);
    } catch (PushedElsewhere e) {
      LOG.info("{} is told of changes by another instance too; reading again", outlet.name());
    } catch (RuntimeException unexpected) {
      LOG.error("{} could not be told of a change; trying again", outlet.name(), unexpected);
    } finally {
      begun = false;
      leave();
    }
  }

  private void begin() {
    Standing found = standings.find(outlet.id()).orElse(null);
    long newest = horizon.newest();
    if (found == null) {
      now = Standing.first(outlet.id(), epoch, outlet.first(newest, false));
      LOG.info("{} is told of changes after {}", outlet.name(), now.number());
    } else if (found.epoch() != epoch) {
      now = found.in(epoch, outlet.first(newest, true));
      LOG.info("{} is told of changes of the new log, after {}", outlet.name(), now.number());
    } else {
      now = found;
    }
    saved = found == null ? Standing.first(outlet.id(), epoch, -1) : found;
    save();
    failures = 0;
    refusals = 0;
    trouble = null;
    begun = true;
    outlet.begin(now.number());
  }

  private void step(long term, long newest) throws InterruptedException {
    Outlet.Progress progress = outlet.push(now.number(), newest);
    Answer answer = progress.answer();
    Duration rest = progress.rest();
    if (answer != null) {
      counters.get(answer.result()).increment();
      rest = note(progress, answer);
    }
    if (progress.upTo() > now.number()) {
      now = now.upTo(progress.upTo());
    }
    if (!rest.isZero() || System.nanoTime() - savedAt > SECOND.toNanos()) {
      save();
    }
    horizon.rest(term, rest);
  }

  /** What an answer changes, and how long to wait because of it. */
  private Duration note(Outlet.Progress progress, Answer answer) {
    switch (answer.result()) {
      case DELIVERED -> {
        if (failures > 0) {
          LOG.info("{} takes changes again, after {} failures", outlet.name(), failures);
        }
        failures = 0;
        refusals = 0;
        trouble = null;
        return Duration.ZERO;
      }
      case REFUSED -> {
        failures = 0;
        trouble = null;
        now = now.refused(progress.about(), answer.status(), clock.instant(), refusals > 0);
        LOG.warn("{} {} to change {}", outlet.name(), answer.words(), progress.about());
        refusals++;
        // The first refusal may be about that one change; who refuses all is not to be flooded.
        return refusals == 1 ? Duration.ZERO : backOff.after(refusals - 1, random);
      }
      case GONE -> {
        now = now.gone(outlet.fingerprint());
        LOG.warn("{} answered 410 and is told of nothing more", outlet.name());
        return SECOND;
      }
      default -> {
        failures++;
        Trouble before = trouble;
        trouble =
            new Trouble(
                before == null ? clock.instant() : before.since(), answer.words(), failures);
        if (failures == 1) {
          LOG.warn("{} {}; trying again", outlet.name(), answer.words());
        }
        Duration wait = backOff.after(failures, random);
        Duration asked = answer.retryAfter();
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
      }
    }
  }

  private boolean isGone() {
    return outlet.fingerprint().equals(now.gone());
  }

  private void save() {
    if (now.equals(saved)) {
      return;
    }
    Standing next = now.written();
    if (!standings.replace(next)) {
      throw new PushedElsewhere();
    }
    now = next;
    saved = next;
    savedAt = System.nanoTime();
  }

  /** What is not written comes once more; that is all. */
  private void leave() {
    try {
      save();
    } catch (RuntimeException e) {
      LOG.debug("where {} stands could not be written", outlet.name(), e);
    }
  }

  Outlet outlet() {
    return outlet;
  }

  Standing standing() {
    return now;
  }

  @Nullable Trouble trouble() {
    return trouble;
  }

  /** Whether this instance tells it of changes now. */
  boolean isServing() {
    return begun && horizon.isKeeping();
  }

  boolean wantsNothing() {
    return isGone();
  }

  /** How many changes it is behind; NaN where another instance knows. */
  double lag() {
    long newest = horizon.newest();
    return isServing() && newest >= 0 ? Math.max(0, newest - now.number()) : Double.NaN;
  }

  private static final class PushedElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
