package vn.gdnn.newswire.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
 * used first in a bounded cache; while the store is away what was made last is served.
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
  private final Cache<Slot, Rendered> kept;

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
            .weigher((Slot slot, Rendered feed) -> feed.representation().weight())
            .build();
  }

  /**
   * A feed's bytes; empty when there is no such feed or page.
   *
   * @param page number of a page of its archive; 0 for the first page
   * @throws NewsUnavailable when the store is away and the feed was not made before
   */
  Optional<Served> served(FeedKey key, int page, FeedFormat format) {
    Slot slot = new Slot(key.path(), page, format.suffix());
    return served(
        slot,
        () ->
            (page == 0 ? news.feed(key) : news.archive(key, page))
                .map(
                    list ->
                        new Source(
                            new Version(list.upTo(), list.page()),
                            () -> render(slot, list, format))));
  }

  /**
   * What changed last, each article once: as an entry, or as deleted when it is no longer there.
   *
   * @throws NewsUnavailable when the store is away and it was not made before
   */
  Served changes(FeedFormat format) {
    Slot slot = new Slot("changes", 0, format.suffix());
    return served(
            slot,
            () -> {
              List<Change> newest = news.newestChanges(CHANGES);
              long number = newest.isEmpty() ? 0 : newest.get(0).number();
              return Optional.of(
                  new Source(
                      new Version(number, FeedList.Page.first(0)),
                      () -> render(slot, newest, format)));
            })
        .orElseThrow();
  }

  private Optional<Served> served(Slot slot, Supplier<Optional<Source>> read) {
    Outcome outcome = Outcome.FAILED;
    try {
      Optional<Source> source = read.get();
      outcome = Outcome.UNKNOWN;
      if (source.isEmpty()) {
        return Optional.empty();
      }
      outcome = Outcome.FAILED;
      Rendered before = kept.getIfPresent(slot);
      Rendered now = current(slot, source.get());
      outcome = now.equals(before) ? Outcome.KEPT : Outcome.RENDERED;
      return Optional.of(new Served(now.representation(), false));
    } catch (RuntimeException e) {
      // Whatever it is: readers keep what they had.
      if (!(e instanceof NewsUnavailable)) {
        setAside.failed(slot.toString(), e);
      }
      Rendered last = kept.getIfPresent(slot);
      outcome = e instanceof NewsUnavailable ? Outcome.UNAVAILABLE : Outcome.FAILED;
      if (last == null) {
        throw e;
      }
      log.warn("Feed {} is served as it was last, {}", slot, e.getMessage());
      outcome = Outcome.LAST_GOOD;
      return Optional.of(new Served(last.representation(), true));
    } finally {
      meters
          .counter("articles.feed.requests", "format", slot.suffix(), "outcome", outcome.tag())
          .increment();
    }
  }

  /** Forgets all bytes made so far. */
  void forget() {
    kept.invalidateAll();
  }

  /** One request makes a feed, the others that want it wait for that. */
  private Rendered current(Slot slot, Source source) {
    Rendered found = kept.getIfPresent(slot);
    if (found != null && found.version().equals(source.version())) {
      return found;
    }
    return Objects.requireNonNull(
        kept.asMap()
            .compute(
                slot,
                (key, old) ->
                    old != null && old.version().equals(source.version())
                        ? old
                        : new Rendered(source.version(), source.render().get())));
  }

  private Representation render(Slot slot, FeedList list, FeedFormat format) {
    Entries entries = entries(list.items());
    return representation(
        slot, composer.feed(list, entries.fit()), entries, list.changedAt(), format);
  }

  private Representation render(Slot slot, List<Change> newest, FeedFormat format) {
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
    return representation(
        slot, composer.changes(entries.fit(), deleted, updated), entries, updated, format);
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
      Slot slot, Feed feed, Entries entries, Instant changedAt, FeedFormat format) {
    byte[] bytes = write(feed, entries, format);
    setAside.made(
        slot.toString(),
        format.suffix(),
        feed.ids().stream().filter(id -> !entries.missing().containsKey(id)).toList(),
        entries.missing());
    return Representation.of(format.mediaType() + "; charset=utf-8", bytes, changedAt);
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
   * @param stale whether newer ones may exist that can't be made now
   */
  record Served(Representation representation, boolean stale) {}

  private record Slot(String path, int page, String suffix) {

    @Override
    public String toString() {
      return path + (page == 0 ? "" : "/archive/" + page) + "." + suffix;
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

  private record Rendered(Version version, Representation representation) {}

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
