package vn.gdnn.newswire.publish.push.websub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Feeds that a hub is to be told of, each once, in the order they came. A feed that changes again
 * while some of its formats have been told of already is told of once more.
 */
final class PendingFeeds {

  private final Function<String, List<String>> topics;
  private final Set<String> waiting = new LinkedHashSet<>();

  /** The topics of feeds that are being told of; of the first feed, some may have been. */
  private final Deque<List<String>> taken = new ArrayDeque<>();

  private int doneOfFirst;
  private int left;

  /**
   * Makes an empty one.
   *
   * @param topics the addresses of a feed, at least one
   */
  PendingFeeds(Function<String, List<String>> topics) {
    this.topics = topics;
  }

  void addAll(Collection<String> paths) {
    waiting.addAll(paths);
  }

  boolean isEmpty() {
    return waiting.isEmpty() && taken.isEmpty();
  }

  int size() {
    return waiting.size() + taken.size();
  }

  void clear() {
    waiting.clear();
    taken.clear();
    doneOfFirst = 0;
    left = 0;
  }

  /** The next topics, at most so many; the same again until they are {@link #done}. */
  List<String> next(int most) {
    while (left < most && !waiting.isEmpty()) {
      Iterator<String> first = waiting.iterator();
      List<String> addresses = topics.apply(first.next());
      first.remove();
      taken.add(addresses);
      left += addresses.size();
    }
    List<String> next = new ArrayList<>();
    int skip = doneOfFirst;
    for (List<String> addresses : taken) {
      next.addAll(addresses.subList(skip, addresses.size()));
      skip = 0;
      if (next.size() >= most) {
        break;
      }
    }
    return List.copyOf(next.size() <= most ? next : next.subList(0, most));
  }

  /** The first so many topics have been told of. */
  void done(int count) {
    doneOfFirst += count;
    left -= count;
    while (!taken.isEmpty() && doneOfFirst >= taken.peek().size()) {
      doneOfFirst -= taken.remove().size();
    }
  }
}
