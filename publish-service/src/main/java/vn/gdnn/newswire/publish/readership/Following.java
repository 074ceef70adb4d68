package vn.gdnn.newswire.publish.readership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A reader and a feed that it asks for. Only earliest and latest moments stand here, so what two
 * instances saw comes together in any order, twice or once.
 *
 * @param key who and what
 * @param firstSeen when it first asked
 * @param lastSeen when it last asked
 * @param steps the revisions it has or was sent, by their numbers; at most {@link #MOST_STEPS}
 */
public record Following(Key key, Instant firstSeen, Instant lastSeen, List<Step> steps) {

  /** Some 6 KB of JSON. A reader takes one for each revision it finds when it asks. */
  public static final int MOST_STEPS = 64;

  /** Copies the list. */
  public Following {
    steps = List.copyOf(steps);
  }

  /** Whether it asked more than once, as a reader does, and not only looked in. */
  public boolean cameAgain() {
    return lastSeen.isAfter(firstSeen);
  }

  /** What both say. */
  Following and(Following other) {
    TreeMap<Long, Step> all = new TreeMap<>();
    steps.forEach(step -> all.merge(step.number(), step, Step::and));
    other.steps.forEach(step -> all.merge(step.number(), step, Step::and));
    return new Following(
        key,
        firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
        lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen,
        bounded(List.copyOf(all.values())));
  }

  /** The same, when the reader named these revisions as what it has. */
  Following confirmed(Map<String, Instant> named) {
    return new Following(
        key,
        firstSeen,
        lastSeen,
        steps.stream()
            .map(
                step -> {
                  Instant at = named.get(step.revision());
                  return at == null
                      ? step
                      : step.and(Step.held(step.number(), step.revision(), at));
                })
            .toList());
  }

  /**
   * Takes out every second step of the older half. Who asks for one that is gone gets the next: a
   * later moment, never an earlier one.
   */
  static List<Step> bounded(List<Step> steps) {
    List<Step> some = steps;
    while (some.size() > MOST_STEPS) {
      List<Step> fewer = new ArrayList<>();
      int half = some.size() / 2;
      for (int i = 0; i < some.size(); i++) {
        if (i >= half || i % 2 == 1) {
          fewer.add(some.get(i));
        }
      }
      some = fewer;
    }
    return some;
  }

  /** When it first had something of at least this number. */
  public Optional<Instant> reached(long number) {
    return from(number).stream().map(Step::at).min(Instant::compareTo);
  }

  /** Whether it proved that it has something of at least this number. */
  public boolean confirms(long number) {
    return from(number).stream().anyMatch(Step::isConfirmed);
  }

  private List<Step> from(long number) {
    return steps.stream().filter(step -> step.number() >= number).toList();
  }

  /**
   * Who follows what.
   *
   * @param reader the reader's name
   * @param feed the feed's path
   * @param format its format's suffix
   */
  public record Key(String reader, String feed, String format) {

    /** As one text: names of readers hold no bar. */
    public String id() {
      return reader + "|" + feed + "." + format;
    }
  }
}
