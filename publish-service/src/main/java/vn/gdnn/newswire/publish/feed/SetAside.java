package vn.gdnn.newswire.publish.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Remembers which entries are left out of feeds now, and which feeds stand as they were since they
 * can't be made, until that is over: the entry could be shown (it was corrected, or withdrawn), or
 * no feed that lacked it has it on its list any more.
 *
 * <p>Counter: {@code articles.feed.entries.set.aside{format}} counts each time that an entry was
 * left out.
 */
@Component
class SetAside {

  private static final Logger log = LoggerFactory.getLogger(SetAside.class);

  /** How many are named; of more, only the number is known. */
  static final int MOST_NAMED = 100;

  private static final int LONGEST_REASON = 200;

  private final MeterRegistry meters;
  private final Map<String, Left> left = new LinkedHashMap<>();
  private final Map<String, String> stuck = new LinkedHashMap<>();

  SetAside(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * A feed was made.
   *
   * @param feed its name
   * @param shown ids of its entries
   * @param missing what it lacks, id to reason
   */
  synchronized void made(
      String feed, String suffix, List<String> shown, Map<String, String> missing) {
    stuck.remove(feed);
    if (left.isEmpty() && missing.isEmpty()) {
      return;
    }
    shown.forEach(id -> left.remove(key(id, suffix)));
    left.values().forEach(one -> one.feeds().remove(feed));
    missing.forEach((id, reason) -> note(id, suffix, feed, reason));
    left.values().removeIf(one -> one.feeds().isEmpty());
  }

  private void note(String id, String suffix, String feed, String reason) {
    log.warn("Entry {} is left out of {}: {}", id, feed, reason);
    meters.counter("articles.feed.entries.set.aside", "format", suffix).increment();
    String key = key(id, suffix);
    Left known = left.get(key);
    if (known == null && left.size() < MOST_NAMED) {
      known = new Left(new HashSet<>(), id + " (" + suffix + "): " + reason);
      left.put(key, known);
    }
    if (known != null && known.feeds().size() < MOST_NAMED) {
      known.feeds().add(feed);
    }
  }

  private static String key(String id, String suffix) {
    return suffix + " " + id;
  }

  /** A feed could not be made, and stands as it was or not at all. */
  synchronized void failed(String feed, Throwable reason) {
    if (stuck.size() < MOST_NAMED) {
      stuck.put(feed, feed + ": " + reason(reason));
    }
  }

  /** Why, in some words. */
  static String reason(Throwable reason) {
    @Nullable String words = reason.getMessage();
    String text = words == null ? reason.getClass().getSimpleName() : words;
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + " …";
  }

  /** The entries left out now, each with its format and why. */
  synchronized List<String> entries() {
    return left.values().stream().map(Left::words).toList();
  }

  /** The feeds that can't be made now, each with why. */
  synchronized List<String> feeds() {
    return new ArrayList<>(stuck.values());
  }

  /** An entry that is left out, and of which feeds. */
  private record Left(Set<String> feeds, String words) {}
}
