package vn.gdnn.newswire.delivery.topic;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The topics that a service uses. A service declares one as a bean; several are added up.
 *
 * @param reads names of the topics it reads; each brings its dead letters along
 * @param writes names of the topics it writes
 */
public record TopicUse(Set<String> reads, Set<String> writes) {

  /** Copies the sets and checks the names. */
  public TopicUse {
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
    Stream.concat(reads.stream(), writes.stream()).forEach(Topics::spec);
  }

  /** Reads these. */
  public static TopicUse reading(String... topics) {
    return new TopicUse(Set.of(topics), Set.of());
  }

  /** Writes these as well. */
  public TopicUse writing(String... topics) {
    return new TopicUse(reads, Set.of(topics));
  }

  /** All that must be there before the service may start, dead letters too. */
  public Set<String> needed(String service) {
    Set<String> names = new TreeSet<>(writes);
    names.addAll(reads);
    reads.forEach(topic -> names.add(Topics.deadLetters(topic, service)));
    if (!reads.isEmpty()) {
      // Where a dead letter is made known.
      names.add(Topics.OUTCOMES);
    }
    return names;
  }
}
