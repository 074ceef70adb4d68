package vn.gdnn.newswire.publish.keeper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.document.Document.Status;
import vn.gdnn.newswire.publish.keeper.KeptNews.NumberedChange;
import vn.gdnn.newswire.publish.keeper.KeptNews.Replacement;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;

/**
 * Applies entries in their order: first the lists of feeds and entities, then the article, last the
 * change with the next number. Every write is guarded by the offset of the entry that wrote it
 * before, so a keeper that was asleep can't write over a newer one, and an entry applied halfway is
 * finished when it is read again.
 */
public final class Keeper {

  private final KeptNews kept;
  private final Revisions revisions;
  private final Duration notice;

  /**
   * Makes one.
   *
   * @param notice how long readers are told of a withdrawal
   */
  public Keeper(KeptNews kept, Revisions revisions, Duration notice) {
    this.kept = kept;
    this.revisions = revisions;
    this.notice = notice;
  }

  /**
   * Applies the entry at that offset of {@code articles.published.v1}.
   *
   * @return the article after it; empty when the entry says nothing new
   * @throws KeptMeanwhile when another keeper got in between; the entry is to be read again
   */
  public Optional<KeptArticle> apply(Entry entry, long offset) {
    KeptArticle before = kept.article(entry.id()).orElseGet(() -> KeptArticle.unseen(entry.id()));
    if (before.upTo() == offset) {
      number(before, entry, offset);
      return Optional.of(before);
    }
    KeptArticle after = before.upTo() > offset ? null : next(before, entry, offset);
    if (after == null) {
      return Optional.empty();
    }
    if (after.what() != null) {
      after = saveLists(before, after, entry, offset);
    }
    if (!kept.saveArticle(after, before.upTo())) {
      throw new KeptMeanwhile();
    }
    number(after, entry, offset);
    return Optional.of(after);
  }

  private void number(KeptArticle article, Entry entry, long offset) {
    What what = article.what();
    if (what == null) {
      return;
    }
    NumberedChange last = kept.lastChange().orElse(null);
    if (last != null && last.offset() >= offset) {
      return;
    }
    Change change =
        new Change(
            last == null ? 1 : last.change().number() + 1,
            entry.id(),
            entry.revision(),
            entry.tagging(),
            what,
            entry.at());
    if (!kept.add(new NumberedChange(change, offset))) {
      throw new KeptMeanwhile();
    }
  }

  /** The article after the entry, or null when it says nothing new. */
  private @Nullable KeptArticle next(KeptArticle before, Entry entry, long offset) {
    return switch (entry.what()) {
      case SCHEDULED -> before.isOlderThan(entry) ? scheduled(before, entry, offset) : null;
      case PUBLISHED, CORRECTED, REINSTATED, RETAGGED ->
          before.isOlderThan(entry) ? shown(before, entry, offset) : null;
      case WITHDRAWN -> before.isOlderThan(entry) ? withdrawn(before, entry, offset) : null;
      case RELEASED -> isAwaited(before, entry) ? shown(before, entry, offset) : null;
      case NOTICE_ENDED -> isNoticeOf(before, entry) ? noticeEnded(before, entry, offset) : null;
      case ERASED -> throw new IllegalArgumentException("erasing is not known to this keeper");
    };
  }

  private KeptArticle scheduled(KeptArticle before, Entry entry, long offset) {
    Instant until = document(entry).embargoUntil();
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        null,
        before.shown(),
        new KeptArticle.Waiting(
            entry.revision(), entry.tagging(), until == null ? entry.at() : until),
        before.noticeUntil(),
        before.noticeEnded(),
        before.slots());
  }

  private KeptArticle shown(KeptArticle before, Entry entry, long offset) {
    boolean first = before.shown() == null;
    What what = first && entry.what() != What.RELEASED ? What.PUBLISHED : entry.what();
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        what,
        document(entry).visible(),
        null,
        null,
        false,
        before.slots());
  }

  private KeptArticle withdrawn(KeptArticle before, Entry entry, long offset) {
    boolean seen = before.shown() != null;
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        seen ? What.WITHDRAWN : null,
        before.shown() == null ? null : document(entry).naming(before.shown()),
        null,
        seen ? entry.at().plus(notice) : null,
        false,
        before.slots());
  }

  private static KeptArticle noticeEnded(KeptArticle before, Entry entry, long offset) {
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        What.NOTICE_ENDED,
        before.shown(),
        null,
        null,
        true,
        before.slots());
  }

  private static boolean isAwaited(KeptArticle before, Entry entry) {
    KeptArticle.Waiting waiting = before.waiting();
    return waiting != null
        && waiting.revision() == entry.revision()
        && waiting.tagging() == entry.tagging();
  }

  private static boolean isNoticeOf(KeptArticle before, Entry entry) {
    return before.shown() != null
        && before.shown().status() == Status.WITHDRAWN
        && before.shown().revision() == entry.revision()
        && !before.noticeEnded();
  }

  private Document document(Entry entry) {
    return revisions
        .find(entry.id(), entry.revision(), entry.tagging())
        .map(Revision::document)
        .orElseThrow(() -> new RevisionMissing(entry));
  }

  private KeptArticle saveLists(KeptArticle before, KeptArticle after, Entry entry, long offset) {
    Map<String, Document.Tag> namedNow = tagsByFeed(after.shown());
    Map<String, Document.Tag> namedBefore = tagsByFeed(before.shown());
    Set<FeedKey> keys = feedKeys(before, after);
    Map<String, KeptFeed> feeds = kept.feeds(keys);
    Map<String, KeptEntity> entities = kept.entities(keys);
    List<Replacement> lists = new ArrayList<>();
    KeptArticle slotted = after;
    for (FeedKey key : keys) {
      String path = key.path();
      Document.Tag tag = namedNow.get(path);
      boolean listed = !after.noticeEnded() && (tag != null || key.equals(FeedKey.ALL));
      KeptFeed feed = feeds.getOrDefault(path, KeptFeed.empty(path));
      boolean first = before.slotIn(path).isEmpty();
      int slot = before.slotIn(path).orElse(slotAt(feed, offset));
      if (first) {
        slotted = slotted.with(new KeptArticle.Slot(path, slot));
      }
      KeptItem item = item(after, tag, !listed);
      addFeed(lists, feed, item, first, slot, entry, offset);
      if (!key.equals(FeedKey.ALL)) {
        addEntity(
            lists,
            entities.get(path),
            key,
            tag == null ? namedBefore.get(path) : tag,
            counts(before, namedBefore, path),
            counts(after, namedNow, path),
            item.published(),
            offset);
      }
    }
    if (!kept.saveLists(lists)) {
      throw new KeptMeanwhile();
    }
    return slotted;
  }

  /** The slot that this entry takes, also when it had taken it before it was stopped. */
  private static int slotAt(KeptFeed feed, long offset) {
    return feed.upTo() == offset ? feed.slots() - 1 : feed.slots();
  }

  private static KeptItem item(KeptArticle article, Document.@Nullable Tag tag, boolean gone) {
    Document document = article.shown();
    if (document == null) {
      throw new IllegalStateException("a list holds only what readers see");
    }
    return new KeptItem(
        article.id(),
        document.revision(),
        document.tagging(),
        document.published(),
        tag == null ? null : tag.name(),
        gone);
  }

  private void addFeed(
      List<Replacement> lists,
      KeptFeed feed,
      KeptItem item,
      boolean first,
      int slot,
      Entry entry,
      long offset) {
    if (feed.upTo() > offset) {
      throw new KeptMeanwhile();
    }
    if (feed.upTo() == offset) {
      return;
    }
    if (first) {
      KeptPage closed = feed.closedBy(item, offset, entry.at());
      if (closed != null) {
        // Before the feed's first page, which lets go of these: one bulk is written in order.
        long asRead = kept.page(feed.path(), closed.number()).map(KeptPage::upTo).orElse(-1L);
        lists.add(new Replacement(closed, asRead));
      }
    } else if (KeptFeed.pageOf(slot) < feed.openPage()) {
      KeptPage page = kept.page(feed.path(), KeptFeed.pageOf(slot)).orElseThrow();
      lists.add(new Replacement(page.with(item, offset, entry.at()), page.upTo()));
    }
    lists.add(
        new Replacement(
            feed.with(item, first, touches(entry.what()), offset, entry.at()), feed.upTo()));
  }

  private static boolean touches(What what) {
    return what == What.CORRECTED || what == What.WITHDRAWN || what == What.REINSTATED;
  }

  private static void addEntity(
      List<Replacement> lists,
      @Nullable KeptEntity known,
      FeedKey key,
      Document.@Nullable Tag tag,
      boolean countedBefore,
      boolean countsNow,
      Instant published,
      long offset) {
    if (known != null && known.upTo() > offset) {
      throw new KeptMeanwhile();
    }
    if (tag == null || key.kind() == null || key.entityId() == null) {
      return;
    }
    if (known != null && known.upTo() == offset) {
      return;
    }
    int change = (countsNow ? 1 : 0) - (countedBefore ? 1 : 0);
    Instant first = known == null ? published : known.firstSeen();
    Instant last = known == null ? published : known.lastSeen();
    lists.add(
        new Replacement(
            new KeptEntity(
                key.kind(),
                key.entityId(),
                offset,
                tag.name(),
                tag.known(),
                (known == null ? 0 : known.articles()) + change,
                published.isBefore(first) ? published : first,
                published.isAfter(last) ? published : last),
            known == null ? -1 : known.upTo()));
  }

  private static boolean counts(KeptArticle article, Map<String, Document.Tag> named, String path) {
    return article.isPublished() && named.containsKey(path);
  }

  private static Map<String, Document.Tag> tagsByFeed(@Nullable Document document) {
    Map<String, Document.Tag> byFeed = new HashMap<>();
    if (document != null) {
      document
          .tags()
          .forEach(tag -> byFeed.putIfAbsent(FeedKey.of(tag.kind(), tag.id()).path(), tag));
    }
    return byFeed;
  }

  /** The feeds of the article as it was and as it is, each once. */
  private static Set<FeedKey> feedKeys(KeptArticle before, KeptArticle after) {
    Set<FeedKey> keys = new LinkedHashSet<>();
    keys.add(FeedKey.ALL);
    for (KeptArticle article : List.of(before, after)) {
      Document document = article.shown();
      if (document != null) {
        document.tags().forEach(tag -> keys.add(FeedKey.of(tag.kind(), tag.id())));
      }
    }
    return keys;
  }

  /** Another keeper wrote in between. */
  public static final class KeptMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeptMeanwhile() {
      super("another keeper was faster; the entry will be read again");
    }
  }

  /** An entry names a revision that the archive does not have (yet). */
  public static final class RevisionMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RevisionMissing(Entry entry) {
      super(
          "revision %d, tagging %d of %s is not in the archive"
              .formatted(entry.revision(), entry.tagging(), entry.id()));
    }
  }
}
