package vn.gdnn.newswire.publish.readership.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.readership.ArticleChanges;
import vn.gdnn.newswire.publish.readership.Following;
import vn.gdnn.newswire.publish.readership.Followings;

/**
 * Looks all followings through for a report: there are some thousand at most, and one is held at a
 * time. Reports are made one after another.
 *
 * <p>Every method throws {@link vn.gdnn.newswire.publish.reading.NewsUnavailable} when the store is
 * away.
 */
@Component
class ReaderReports {

  private final ArticleChanges changes;
  private final Followings followings;
  private final Duration window;

  ReaderReports(
      ArticleChanges changes,
      Followings followings,
      @Value("${newswire.readership.known:7d}") Duration window) {
    this.changes = changes;
    this.followings = followings;
    this.window = window;
  }

  /** Who has the article's last change; empty when readers never saw the article. */
  synchronized Optional<ArticleReaders> of(UUID article) {
    return changes
        .last(article)
        .map(
            change -> {
              Tally tally = new Tally(change, window);
              followings.each(tally::add);
              return tally.result();
            });
  }

  /** The same for several, in the order given, and who reads at all. */
  synchronized Overview overview(List<UUID> articles) {
    List<Tally> tallies = new ArrayList<>();
    articles.forEach(id -> changes.last(id).ifPresent(c -> tallies.add(new Tally(c, window))));
    Map<String, KnownReader> readers = new HashMap<>();
    followings.each(
        following -> {
          tallies.forEach(tally -> tally.add(following));
          readers.merge(following.key().reader(), KnownReader.of(following), KnownReader::and);
        });
    return new Overview(
        tallies.stream().map(Tally::result).toList(),
        readers.values().stream()
            .sorted(
                Comparator.comparing(KnownReader::lastSeen)
                    .reversed()
                    .thenComparing(KnownReader::name))
            .toList());
  }

  /**
   * What ops see first.
   *
   * @param articles those asked for that readers saw
   * @param readers who reads, whom we saw last first
   */
  record Overview(List<ArticleReaders> articles, List<KnownReader> readers) {}

  /**
   * Somebody who reads.
   *
   * @param name what it is called
   * @param feeds the feeds it asks for
   * @param firstSeen when it first asked
   * @param lastSeen when it last asked
   */
  record KnownReader(String name, TreeSet<String> feeds, Instant firstSeen, Instant lastSeen) {

    static KnownReader of(Following following) {
      return new KnownReader(
          following.key().reader(),
          new TreeSet<>(List.of(following.key().feed() + "." + following.key().format())),
          following.firstSeen(),
          following.lastSeen());
    }

    KnownReader and(KnownReader other) {
      feeds.addAll(other.feeds);
      return new KnownReader(
          name,
          feeds,
          firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
          lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen);
    }
  }
}
