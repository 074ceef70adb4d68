package vn.gdnn.newswire.publish.readership.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.readership.ArticleChanges.ArticleChange;
import vn.gdnn.newswire.publish.readership.Following;

/** Adds up, following by following, who has a change. */
final class Tally {

  private static final int MOST_LISTED = 500;

  /** Who has not fetched it first, then the slowest. */
  private static final Comparator<ArticleReaders.Reader> ORDER =
      Comparator.comparing(
              ArticleReaders.Reader::fetchedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .reversed()
          .thenComparing(ArticleReaders.Reader::reader);

  private final ArticleChange change;
  private final Duration window;
  private final Map<String, Progress> readers = new HashMap<>();

  /**
   * Begins with nobody.
   *
   * @param window how long before the change a reader may have asked last and still be a known one
   */
  Tally(ArticleChange change, Duration window) {
    this.change = change;
    this.window = window;
  }

  void add(Following following) {
    String feed = following.key().feed();
    if (change.isIn(feed)) {
      long number = change.numberIn(feed);
      Progress progress =
          new Progress(
              following.firstSeen(),
              following.lastSeen(),
              following.reached(number).orElse(null),
              following.confirms(number));
      readers.merge(following.key().reader(), progress, Progress::and);
    }
  }

  ArticleReaders result() {
    List<ArticleReaders.Reader> known = new ArrayList<>();
    int cameLater = 0;
    for (Map.Entry<String, Progress> one : readers.entrySet()) {
      Progress progress = one.getValue();
      if (progress.firstSeen().isAfter(change.at())) {
        cameLater++;
      } else if (!progress.lastSeen().isBefore(change.at().minus(window))) {
        known.add(reader(one.getKey(), progress));
      }
    }
    known.sort(ORDER);
    Long slowest =
        known.stream()
            .map(ArticleReaders.Reader::afterSeconds)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    int fetched = count(known, ArticleReaders.State.SENT, ArticleReaders.State.CONFIRMED);
    return new ArticleReaders(
        change.article(),
        change.revision(),
        change.what().wire(),
        change.at(),
        summary(known.size(), fetched, slowest),
        known.size(),
        fetched,
        count(known, ArticleReaders.State.CONFIRMED),
        slowest,
        cameLater,
        known.subList(0, Math.min(known.size(), MOST_LISTED)),
        Math.max(0, known.size() - MOST_LISTED),
        ArticleReaders.LIMITS);
  }

  private static int count(List<ArticleReaders.Reader> known, ArticleReaders.State... states) {
    return (int) known.stream().filter(one -> List.of(states).contains(one.state())).count();
  }

  private ArticleReaders.Reader reader(String name, Progress progress) {
    Instant at = progress.fetchedAt();
    return new ArticleReaders.Reader(
        name,
        at == null
            ? ArticleReaders.State.WAITING
            : progress.confirmed() ? ArticleReaders.State.CONFIRMED : ArticleReaders.State.SENT,
        at,
        at == null ? null : Math.max(0, Duration.between(change.at(), at).toSeconds()),
        progress.lastSeen());
  }

  private static String summary(int known, int fetched, @Nullable Long slowest) {
    if (known == 0) {
      return "No reader is known to have had it before.";
    }
    return "%d of %d known readers %s fetched it%s"
        .formatted(
            fetched,
            known,
            known == 1 ? "has" : "have",
            slowest == null ? "." : ", the slowest after " + Spans.english(slowest) + ".");
  }

  /** A reader in all the feeds of the article, in every format. */
  private record Progress(
      Instant firstSeen, Instant lastSeen, @Nullable Instant fetchedAt, boolean confirmed) {

    Progress and(Progress other) {
      Instant at = fetchedAt;
      boolean otherIsFirst =
          other.fetchedAt != null && (at == null || other.fetchedAt.isBefore(at));
      return new Progress(
          firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
          lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen,
          otherIsFirst ? other.fetchedAt : at,
          confirmed || other.confirmed);
    }
  }
}
