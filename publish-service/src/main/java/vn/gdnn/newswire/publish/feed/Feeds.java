package vn.gdnn.newswire.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.web.Representation;

/**
 * The feeds as bytes. They are made once for each number a list carries and kept, the last ones
 * used first in a bounded cache; while the store is away what was made last is served. A feed's
 * list is read only after the newest change moved.
 *
 * <p>Counters: {@code articles.feed.requests{format,outcome}} counts every request that names a
 * format once, with outcome {@code rendered | kept | last-good | unavailable | unknown | failed}.
 * What is left out of feeds, {@link SetAside} counts and names.
 */
@Component
class Feeds {

  private static final Logger log = LoggerFactory.getLogger(Feeds.class);

  /** Changes that stand in the feed of changes, before each article is named once. */
  private static final int CHANGES = 100;

  private final News news;
  private final FeedComposer composer;
  private final SetAside setAside;
  private final MeterRegistry meters;
  private final Cache<String, Rendered> kept;
  private final Map<String, Map<Outcome, Counter>> requests = new ConcurrentHashMap<>();

  Feeds(
      News news,
      FeedComposer composer,
      SetAside setAside,
      MeterRegistry meters,
      @Value("${newswire.feeds.cache-size:32MB}") DataSize cacheSize) {
    this.news = news;
    this.composer = composer;
    this.setAside = setAside;
    this.meters = meters;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(cacheSize.toBytes())
            .weigher((String address, Rendered feed) -> feed.served().representation().weight())
            .build();
  }

  /**
   * A feed's bytes; empty when there is no such feed or page.
   *
   * @param page number of a page of its archive; 0 for the first page
   * @throws NewsUnavailable when the store is away and the feed was not made before
   */
  Optional<Served> served(FeedKey key, int page, FeedFormat format) {
    Slot slot = new Slot(key.path(), page, format);
    return served(
        slot,
        () ->
            (page == 0 ? news.feed(key) : news.archive(key, page))
                .map(
                    list ->
                        new Source(
                            new Version(list.upTo(), list.page()),
                            () -> render(slot, list))));
  }

  /**
   * What changed last, each article once: as an entry, or as deleted when it is no longer there.
   *
   * @throws NewsUnavailable when the store is away and it was not made before
   */
  Served changes(FeedFormat format) {
    Slot slot = new Slot(FeedRevision.CHANGES, 0, format);
    return served(
            slot,
            () -> {
              List<Change> newest = news.newestChanges(CHANGES);
              long number = newest.isEmpty() ? 0 : newest.get(0).number();
              return Optional.of(
                  new Source(
                      new Version(number, FeedList.Page.first(0)),
                      () -> render(slot, newest)));
            })
        .orElseThrow();
  }

  private Optional<Served> served(Slot slot, Supplier<Optional<Source>> read) {
    String address = slot.address();
    Outcome outcome = Outcome.FAILED;
    try {
      // Before the list is read: what changes in between has to be asked for again.
      long number = news.newestNumber();
      Rendered before = kept.getIfPresent(address);
      if (before != null && before.isOf(number)) {
        outcome = Outcome.KEPT;
        return Optional.of(before.served());
      }
      Optional<Source> source = read.get();
      outcome = Outcome.UNKNOWN;
      if (source.isEmpty()) {
        return Optional.empty();
      }
      outcome = Outcome.FAILED;
      Rendered now = current(slot, source.get());
      now.isAlsoOf(number);
      outcome = now == before ? Outcome.KEPT : Outcome.RENDERED;
      return Optional.of(now.served());
    } catch (RuntimeException e) {
      // Whatever it is: readers keep what they had.
      if (!(e instanceof NewsUnavailable)) {
        setAside.failed(address, e);
      }
      Rendered last = kept.getIfPresent(address);
      outcome = e instanceof NewsUnavailable ? Outcome.UNAVAILABLE : Outcome.FAILED;
      if (last == null) {
        throw e;
      }
      log.warn("Feed {} is served as it was last, {}", address, e.getMessage());
      outcome = Outcome.LAST_GOOD;
      return Optional.of(last.served().asStale());
    } finally {
      counter(slot.format(), outcome).increment();
    }
  }

  /**
   * A feed's bytes where they are known to be those of now, without asking the store: at once, on
   * any thread. The request counts as one that was served what was kept.
   *
   * @param address the feed's address after {@code /feeds/}
   * @return null when the feed is to be {@link #served}
   */
  @Nullable Served ready(String address) {
    Rendered found = kept.getIfPresent(address);
    if (found == null || !found.isOf(news.newestKnown())) {
      return null;
    }
    found.requests().increment();
    return found.served();
  }

  private Counter counter(FeedFormat format, Outcome outcome) {
    return Objects.requireNonNull(
        requests.computeIfAbsent(format.suffix(), this::counters).get(outcome));
  }

  /** All of a format at once, so that a request looks nothing up but them. */
  private Map<Outcome, Counter> counters(String suffix) {
    Map<Outcome, Counter> made = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      made.put(
          outcome,
          meters.counter("articles.feed.requests", "format", suffix, "outcome", outcome.tag()));
    }
    return made;
  }

  /** Forgets all bytes made so far. */
  void forget() {
    kept.invalidateAll();
  }

  /** One request makes a feed, the others that want it wait for that. */
  private Rendered current(Slot slot, Source source) {
    Rendered found = kept.getIfPresent(slot.address());
    if (found != null && found.version().equals(source.version())) {
      return found;
    }
    return Objects.requireNonNull(
        kept.asMap()
            .compute(
                slot.address(),
                (key, old) ->
                    old != null && old.version().equals(source.version())
                        ? old
                        : rendered(slot, source)));
  }

  private Rendered rendered(Slot slot, Source source) {
    Representation made = source.render().get();
    FeedRevision revision =
        new FeedRevision(
            slot.path(),
            slot.page(),
            slot.format().suffix(),
            source.version().number(),
            made.revision());
    return new Rendered(
        source.version(), new Served(made, revision, false), counter(slot.format(), Outcome.KEPT));
  }

  private Representation render(Slot slot, FeedList list) {
    Entries entries = entries(list.items());
    return representation(
        slot, composer.feed(list, entries.fit()), entries, list.changedAt(), list.ownDate());
  }

  private Representation render(Slot slot, List<Change> newest) {
    Map<UUID, Change> byArticle = new LinkedHashMap<>();
    newest.forEach(change -> byArticle.putIfAbsent(change.id(), change));
    List<Change> gone = byArticle.values().stream().filter(Feeds::isGone).toList();
    Map<UUID, String> reasons =
        news.revisions(gone.stream().map(Feeds::item).toList(), Reason::of).stream()
            .collect(Collectors.toMap(Reason::id, Reason::text));
    Entries entries =
        entries(
            byArticle.values().stream()
                .filter(change -> !isGone(change))
                .map(Feeds::item)
                .toList());
    Instant updated =
        byArticle.values().stream()
            .map(Change::at)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    List<Feed.Deleted> deleted =
        gone.stream()
            .map(change -> composer.deleted(change.id(), change.at(), reasons.get(change.id())))
            .toList();
    // Which dates it had more than a hundred changes ago isn't at hand, so none says what it holds.
    return representation(
        slot, composer.changes(entries.fit(), deleted, updated), entries, updated, false);
  }

  private static boolean isGone(Change change) {
    return switch (change.what()) {
      case WITHDRAWN, NOTICE_ENDED, ERASED -> true;
      default -> false;
    };
  }

  private static FeedList.Item item(Change change) {
    return new FeedList.Item(change.id(), change.revision(), change.tagging(), change.at());
  }

  /** Reads and composes all at once; when one of them can't even be read, each alone. */
  private Entries entries(List<FeedList.Item> items) {
    Entries entries = new Entries(new ArrayList<>(), new LinkedHashMap<>());
    try {
      news.revisions(items, document -> entry(document, entries)).stream()
          .flatMap(Optional::stream)
          .forEach(entries.fit()::add);
    } catch (NewsUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      entries.missing().clear();
      items.forEach(item -> alone(item, entries));
    }
    return entries;
  }

  private void alone(FeedList.Item item, Entries entries) {
    try {
      news.revisions(List.of(item), document -> entry(document, entries)).stream()
          .flatMap(Optional::stream)
          .forEach(entries.fit()::add);
    } catch (NewsUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      entries.missing().put("urn:uuid:" + item.id(), SetAside.reason(e));
    }
  }

  /** Each is composed and checked alone. */
  private Optional<Feed.Entry> entry(Document document, Entries entries) {
    try {
      return Optional.of(composer.entry(document));
    } catch (RuntimeException e) {
      entries.missing().put("urn:uuid:" + document.id(), SetAside.reason(e));
      return Optional.empty();
    }
  }

  private Representation representation(
      Slot slot, Feed feed, Entries entries, Instant changedAt, boolean ownDate) {
    FeedFormat format = slot.format();
    byte[] bytes = write(feed, entries, format);
    setAside.made(
        slot.address(),
        format.suffix(),
        feed.ids().stream().filter(id -> !entries.missing().containsKey(id)).toList(),
        entries.missing());
    return Representation.of(format.mediaType() + "; charset=utf-8", bytes, changedAt, ownDate);
  }

  /**
   * Most feeds are written at once; only when one is unfit each entry is tried alone, and those
   * that fail are left out. What is written is read back before anyone gets it.
   */
  private static byte[] write(Feed feed, Entries entries, FeedFormat format) {
    try {
      return format.write(feed);
    } catch (RuntimeException e) {
      List<Feed.Entry> fit =
          feed.entries().stream().filter(entry -> isFit(feed, entry, entries, format)).toList();
      return format.write(feed.with(fit));
    }
  }

  private static boolean isFit(Feed feed, Feed.Entry entry, Entries entries, FeedFormat format) {
    try {
      format.write(feed.with(List.of(entry)));
      return true;
    } catch (RuntimeException e) {
      entries.missing().put(entry.id(), SetAside.reason(e));
      return false;
    }
  }

  /**
   * What a request gets.
   *
   * @param representation the bytes
   * @param revision what they are
   * @param stale whether newer ones may exist that can't be made now
   */
  record Served(Representation representation, FeedRevision revision, boolean stale) {

    private Served asStale() {
      return new Served(representation, revision, true);
    }
  }

  /** Where a feed's page is, in a format. */
  private record Slot(String path, int page, FeedFormat format) {

    /** The address after {@code /feeds/}. */
    String address() {
      return path + (page == 0 ? "" : "/archive/" + page) + "." + format.suffix();
    }
  }

  /** The same version, the same bytes: a page's neighbours stand in them too. */
  private record Version(long number, FeedList.Page page) {}

  /** Why an article is no longer there; nothing where no reason was given. */
  private record Reason(UUID id, String text) {

    static Reason of(Document document) {
      Document.Notice notice = document.notice();
      return new Reason(document.id(), notice == null ? "" : notice.text());
    }
  }

  /**
   * The entries of a feed in the making.
   *
   * @param fit those that can be shown
   * @param missing those that can't, id to reason
   */
  private record Entries(List<Feed.Entry> fit, Map<String, String> missing) {}

  /** What a feed is made of, as it is now. */
  private record Source(Version version, Supplier<Representation> render) {}

  /** A feed's bytes, and the newest change that is known to have left them as they are. */
  private static final class Rendered {

    private final Version version;
    private final Served served;
    private final Counter requests;
    private volatile long number = News.NOT_KNOWN;

    Rendered(Version version, Served served, Counter requests) {
      this.version = version;
      this.served = served;
      this.requests = requests;
    }

    Version version() {
      return version;
    }

    Served served() {
      return served;
    }

    /** Counts those that were served these bytes without asking for them. */
    Counter requests() {
      return requests;
    }

    boolean isOf(long newest) {
      return newest != News.NOT_KNOWN && number == newest;
    }

    void isAlsoOf(long newest) {
      number = newest;
    }
  }

  private enum Outcome {
    RENDERED,
    KEPT,
    LAST_GOOD,
    UNAVAILABLE,
    UNKNOWN,
    FAILED;

    String tag() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
