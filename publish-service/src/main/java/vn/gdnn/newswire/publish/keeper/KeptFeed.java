package vn.gdnn.newswire.publish.keeper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;

/**
 * A feed as lists. Its cost does not grow with the archive: only the newest, the open archive page
 * and the most recently touched stand here; full archive pages are {@link KeptPage}s of their own.
 *
 * @param path the feed's path, see {@link FeedKey#path()}
 * @param upTo offset of the entry that changed it last, -1 for none
 * @param changedAt when the newest event that changed it was received
 * @param ownDate whether the last change brought a later second than all before: else readers that
 *     know the feed by its date alone can't tell it from what stood before. Absent where it was
 *     kept before this was noted: taken for no
 * @param slots how many first appearances there were
 * @param newest the newest by publication, at most 50
 * @param open the archive page that is being filled, fewer than 50
 * @param touched those most recently corrected or withdrawn, the latest first
 */
public record KeptFeed(
    String path,
    long upTo,
    Instant changedAt,
    @Nullable Boolean ownDate,
    int slots,
    List<KeptItem> newest,
    List<KeptItem> open,
    List<KeptItem> touched) {

  /** Articles on a page. */
  public static final int PAGE = 50;

  /** Enough touched ones that 50 remain when the newest and the open page hold the rest. */
  private static final int TOUCHED = 3 * PAGE;

  /** The most items that a feed holds: the newest, the open page, the touched. */
  static final int MOST_ITEMS = PAGE + PAGE - 1 + TOUCHED;

  /** Copies the lists. */
  public KeptFeed {
    newest = List.copyOf(newest);
    open = List.copyOf(open);
    touched = List.copyOf(touched);
  }

  /** A feed in which nothing ever stood. */
  public static KeptFeed empty(String path) {
    return new KeptFeed(path, -1, Instant.EPOCH, true, 0, List.of(), List.of(), List.of());
  }

  /** The number of the archive page being filled, from 1. */
  int openPage() {
    return pageOf(slots);
  }

  /** The number of the archive page that holds a slot, from 1. */
  static int pageOf(int slot) {
    return slot / PAGE + 1;
  }

  /**
   * The feed after an article changed.
   *
   * @param first whether it takes a new slot
   * @param touches whether it was corrected or withdrawn
   */
  KeptFeed with(KeptItem item, boolean first, boolean touches, long offset, Instant at) {
    List<KeptItem> newNewest = replaced(newest, item);
    if (newNewest.stream().noneMatch(other -> other.id().equals(item.id()))) {
      newNewest.add(item);
    }
    newNewest.sort(KeptItem.PAGE_ORDER);
    List<KeptItem> newOpen = replaced(open, item);
    if (first) {
      newOpen.add(item);
    }
    List<KeptItem> newTouched = replaced(touched, item);
    if (touches) {
      newTouched.removeIf(other -> other.id().equals(item.id()));
      newTouched.add(0, item);
    }
    return new KeptFeed(
        path,
        offset,
        at.isAfter(changedAt) ? at : changedAt,
        isLaterSecond(at, changedAt),
        first ? slots + 1 : slots,
        firstOf(newNewest, PAGE),
        newOpen.size() == PAGE ? List.of() : newOpen,
        firstOf(newTouched, TOUCHED));
  }

  /** The archive page that this feed's next first appearance closes, or nothing. */
  @Nullable KeptPage closedBy(KeptItem item, long offset, Instant at) {
    if (open.size() < PAGE - 1) {
      return null;
    }
    List<KeptItem> full = new ArrayList<>(open);
    full.add(item);
    // Until now the page was the open one, and had this feed's date.
    return new KeptPage(
        path,
        openPage(),
        offset,
        at.isAfter(changedAt) ? at : changedAt,
        isLaterSecond(at, changedAt),
        full);
  }

  static boolean isYes(@Nullable Boolean noted) {
    return Boolean.TRUE.equals(noted);
  }

  /** Whether a Last-Modified, which knows no fractions, tells the one from the other. */
  static boolean isLaterSecond(Instant at, Instant before) {
    return at.getEpochSecond() > before.getEpochSecond();
  }

  /** What readers get as the first page. */
  public FeedList firstPage(FeedKey key) {
    List<KeptItem> items = new ArrayList<>(newest);
    Set<UUID> there = new HashSet<>();
    newest.forEach(item -> there.add(item.id()));
    open.stream().filter(item -> there.add(item.id())).forEach(items::add);
    touched.stream().filter(item -> there.add(item.id())).limit(PAGE).forEach(items::add);
    return list(key, FeedList.Page.first(openPage() - 1), items, upTo, changedAt, isYes(ownDate));
  }

  /** What readers get as the archive page that is being filled. */
  public FeedList openPage(FeedKey key) {
    return list(key, FeedList.Page.open(openPage()), open, upTo, changedAt, isYes(ownDate));
  }

  /** A list as readers get it: without what is gone, in the order of a page. */
  static FeedList list(
      FeedKey key,
      FeedList.Page page,
      List<KeptItem> items,
      long upTo,
      Instant changedAt,
      boolean ownDate) {
    List<KeptItem> there =
        items.stream().filter(item -> !item.gone()).sorted(KeptItem.PAGE_ORDER).toList();
    return new FeedList(
        key,
        page,
        there.isEmpty() ? null : there.get(0).name(),
        upTo,
        changedAt,
        ownDate,
        there.stream().map(KeptItem::forReaders).toList());
  }

  static List<KeptItem> replaced(List<KeptItem> list, KeptItem item) {
    List<KeptItem> copy = new ArrayList<>(list);
    copy.replaceAll(other -> other.id().equals(item.id()) ? item : other);
    return copy;
  }

  private static List<KeptItem> firstOf(List<KeptItem> list, int most) {
    return list.size() <= most ? list : list.subList(0, most);
  }
}
