package vn.gdnn.newswire.publish.keeper;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.keeper.Keeper.KeptMeanwhile;
import vn.gdnn.newswire.publish.keeper.KeptNews.Replacement;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.Month;

/**
 * The lists that an article stands in: of each feed, and of each entity it names or named. They are
 * read and replaced so many at a time, since an article may name tens of thousands. Stopped between
 * two batches and given the entry again, those that carry its offset are left as they are.
 */
final class ArticleLists {

  /**
   * Feeds in a batch. A feed holds at most {@link KeptFeed#MOST_ITEMS} items and may bring an
   * archive page and an entity with it: some 60 KB as BSON, so a batch stays below 6 MB however
   * much its entities are written about.
   */
  static final int BATCH = 100;

  private final KeptNews kept;

  ArticleLists(KeptNews kept) {
    this.kept = kept;
  }

  /**
   * Replaces them all.
   *
   * @return the article with its slots
   * @throws KeptMeanwhile when another keeper got in between
   */
  KeptArticle save(KeptArticle before, KeptArticle after, Entry entry, long offset) {
    Update update = new Update(before, after, entry, offset);
    List<FeedKey> keys = List.copyOf(feedKeys(before, after));
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<FeedKey> batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
      if (!kept.saveLists(update.of(batch))) {
        throw new KeptMeanwhile();
      }
    }
    return after.with(update.newSlots);
  }

  /** What one entry does to the lists. */
  private final class Update {
    private final KeptArticle before;
    private final KeptArticle after;
    private final Entry entry;
    private final long offset;
    private final Map<String, Document.Tag> namedBefore;
    private final Map<String, Document.Tag> namedNow;
    private final Map<String, Integer> slotsBefore = new HashMap<>();
    private final List<KeptArticle.Slot> newSlots = new ArrayList<>();

    Update(KeptArticle before, KeptArticle after, Entry entry, long offset) {
      this.before = before;
      this.after = after;
      this.entry = entry;
      this.offset = offset;
      this.namedBefore = tagsByFeed(before.shown());
      this.namedNow = tagsByFeed(after.shown());
      before.slots().forEach(slot -> slotsBefore.put(slot.feed(), slot.number()));
    }

    List<Replacement> of(List<FeedKey> keys) {
      Map<String, KeptFeed> feeds = kept.feeds(keys);
      Map<String, KeptEntity> entities = kept.entities(keys);
      List<Replacement> lists = new ArrayList<>();
      for (FeedKey key : keys) {
        String path = key.path();
        Document.Tag tag = namedNow.get(path);
        boolean listed = !after.noticeEnded() && (tag != null || key.equals(FeedKey.ALL));
        KeptItem item = item(after, tag, !listed);
        addFeed(lists, feeds.getOrDefault(path, KeptFeed.empty(path)), item);
        if (key.equals(FeedKey.ALL)) {
          addMonths(lists);
        } else {
          addEntity(lists, entities.get(path), key, item.published());
        }
      }
      return lists;
    }

    private void addFeed(List<Replacement> lists, KeptFeed feed, KeptItem item) {
      if (feed.upTo() > offset) {
        throw new KeptMeanwhile();
      }
      Integer taken = slotsBefore.get(feed.path());
      boolean first = taken == null;
      int slot = taken == null ? slotAt(feed) : taken;
      if (first) {
        newSlots.add(new KeptArticle.Slot(feed.path(), slot));
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

    /** The slot that this entry takes, also when it had taken it before it was stopped. */
    private int slotAt(KeptFeed feed) {
      return feed.upTo() == offset ? feed.slots() - 1 : feed.slots();
    }

    /** Read and replaced only when an article comes, goes or gets a date in another month. */
    private void addMonths(List<Replacement> lists) {
      YearMonth was = monthOf(before);
      YearMonth is = monthOf(after);
      if (Objects.equals(was, is)) {
        return;
      }
      KeptMonths months = kept.months();
      if (months.upTo() > offset) {
        throw new KeptMeanwhile();
      }
      if (months.upTo() < offset) {
        lists.add(new Replacement(months.moved(was, is, offset), months.upTo()));
      }
    }

    private void addEntity(
        List<Replacement> lists, @Nullable KeptEntity known, FeedKey key, Instant published) {
      if (known != null && known.upTo() > offset) {
        throw new KeptMeanwhile();
      }
      String path = key.path();
      Document.Tag tag = namedNow.getOrDefault(path, namedBefore.get(path));
      if (tag == null || key.kind() == null || key.entityId() == null) {
        return;
      }
      if (known != null && known.upTo() == offset) {
        return;
      }
      int change = counts(after, namedNow, path) - counts(before, namedBefore, path);
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
  }

  private static int counts(KeptArticle article, Map<String, Document.Tag> named, String path) {
    return article.isPublished() && named.containsKey(path) ? 1 : 0;
  }

  private static @Nullable YearMonth monthOf(KeptArticle article) {
    Document document = article.shown();
    return document != null && article.isPublished() ? Month.of(document.published()) : null;
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

  private static boolean touches(What what) {
    return what == What.CORRECTED || what == What.WITHDRAWN || what == What.REINSTATED;
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
}
