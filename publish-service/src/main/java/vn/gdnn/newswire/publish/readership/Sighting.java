package vn.gdnn.newswire.publish.readership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What this instance saw of a following and did not write down yet. Many threads tell it. */
final class Sighting {

  /** Revisions named in requests and not found among its steps yet. */
  private static final int MOST_NAMED = 4;

  /** Who asks more often than this is written down as often as this. */
  private static final long SECONDS_BETWEEN_WRITES = 60;

  private final Instant firstSeen;
  private Instant lastSeen;
  private @Nullable Instant written;
  private final TreeMap<Long, Step> steps = new TreeMap<>();
  private final Map<String, Instant> named = new LinkedHashMap<>();
  private boolean refused;
  private long newest = Long.MIN_VALUE;
  private boolean newestHeld;

  Sighting(Instant at) {
    firstSeen = at;
    lastSeen = at;
  }

  /** It asked, and got nothing that tells what it has. */
  synchronized void asked(Instant at) {
    lastSeen = at.isAfter(lastSeen) ? at : lastSeen;
    refused = false;
  }

  /** It asked, and this was handed over whole. */
  synchronized void sent(long number, String revision, Instant at) {
    asked(at);
    if (number != newest) {
      add(Step.sent(number, revision, at));
      newest = number;
      newestHeld = false;
    }
  }

  /** It asked, and named this as what it has. */
  synchronized void held(long number, String revision, Instant at) {
    asked(at);
    if (number != newest || !newestHeld) {
      add(Step.held(number, revision, at));
      newest = number;
      newestHeld = true;
    }
  }

  /** It named a revision that is not the one that stands there now. */
  synchronized void named(String revision, Instant at) {
    if (named.size() < MOST_NAMED) {
      named.putIfAbsent(revision, at);
    }
  }

  private void add(Step step) {
    steps.merge(step.number(), step, Step::and);
    if (steps.size() > Following.MOST_STEPS) {
      List<Step> fewer = Following.bounded(List.copyOf(steps.values()));
      steps.clear();
      fewer.forEach(one -> steps.put(one.number(), one));
    }
  }

  /** What is to be written; null when nothing is. */
  synchronized @Nullable Unwritten unwritten(Following.Key key) {
    if (refused) {
      return null;
    }
    boolean seenNew =
        written == null
            || written.plusSeconds(SECONDS_BETWEEN_WRITES).isBefore(lastSeen)
            || (written.equals(firstSeen) && lastSeen.isAfter(written));
    return seenNew || !steps.isEmpty() || !named.isEmpty()
        ? new Unwritten(
            new Following(key, firstSeen, lastSeen, new ArrayList<>(steps.values())),
            Map.copyOf(named))
        : null;
  }

  /** It was written. What came meanwhile stays for the next time. */
  synchronized void written(Unwritten done) {
    written = done.following().lastSeen();
    done.following().steps().forEach(step -> steps.remove(step.number(), step));
    done.named().forEach(named::remove);
  }

  /** There is no room for it, unless it asks again. */
  synchronized void refused(Unwritten one) {
    refused = one.following().lastSeen().equals(lastSeen);
  }

  /**
   * What is to be written.
   *
   * @param following what was seen
   * @param named revisions that it named
   */
  record Unwritten(Following following, Map<String, Instant> named) {}
}
