package vn.gdnn.newswire.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.gdnn.newswire.events.RegistryMove;
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
 * format once, with outcome {@code rendered | kept | last-good | unavailable | unknown | failed};
 * {@code articles.feed.entries.set.aside{format}} counts entries left out because they could not be
 * written.
 */
@Component
class Feeds {

  private static final Logger log = LoggerFactory.getLogger(Feeds.class);

  /** Changes that stand in the feed of changes, before each article is named once. */
  private static final int CHANGES = 100;

  private final News news;
  private final FeedComposer composer;
  private final MeterRegistry meters;
  private final Cache<Slot, Rendered> kept;

  Feeds(
      News news,
      FeedComposer composer,
      MeterRegistry meters,
      @Value("${newswire.feeds.cache-size:32MB}") DataSize cacheSize) {
    this.news = news;
    this.composer = composer;
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
    return served(
        new Slot(key.path(), page, format.suffix()),
        () ->
            (page == 0 ? news.feed(key) : news.archive(key, page))
                .map(
                    list ->
                        new Source(
                            new Version(list.upTo(), list.page(), list.name()),
                            () -> render(list, format))));
  }

  /**
   * The feed of the id that a feed's entity has now, where the registry gave up the one asked for.
   */
  Optional<FeedKey> movedTo(FeedKey key) {
    if (key.kind() == null || key.entityId() == null) {
      return Optional.empty();
    }
    try {
      return news.registry(key.kind(), key.entityId())
          .filter(RegistryMove.class::isInstance)
          .map(moved -> FeedKey.of(moved.kind(), ((RegistryMove) moved).to()));
    } catch (NewsUnavailable e) {
      // Its readers get what there was last.
      return Optional.empty();
    }
  }

  /**
   * What changed last, each article once: as an entry, or as deleted when it is no longer there.
   *
   * @throws NewsUnavailable when the store is away and it was not made before
   */
  Served changes(FeedFormat format) {
    return served(
            new Slot("changes", 0, format.suffix()),
            () -> {
              List<Change> newest = news.newestChanges(CHANGES);
              long number = newest.isEmpty() ? 0 : newest.get(0).number();
              return Optional.of(
                  new Source(
                      new Version(number, FeedList.Page.first(0), null),
                      () -> render(newest, format)));
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
    } catch (NewsUnavailable | FeedFormat.UnfitFeed e) {
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

  private Representation render(FeedList list, FeedFormat format) {
    return representation(
        composer.feed(list, entries(list.items(), format)), list.changedAt(), format);
  }

  private Representation render(List<Change> newest, FeedFormat format) {
    Map<UUID, Change> byArticle = new LinkedHashMap<>();
    newest.forEach(change -> byArticle.putIfAbsent(change.id(), change));
    List<Change> gone = byArticle.values().stream().filter(Feeds::isGone).toList();
    Map<UUID, String> reasons =
        news.revisions(gone.stream().map(Feeds::item).toList(), Reason::of).stream()
            .collect(Collectors.toMap(Reason::id, Reason::text));
    List<Feed.Entry> entries =
        entries(
            byArticle.values().stream().filter(change -> !isGone(change)).map(Feeds::item).toList(),
            format);
    Instant updated =
        byArticle.values().stream()
            .map(Change::at)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    List<Feed.Deleted> deleted =
        gone.stream()
            .map(change -> composer.deleted(change.id(), change.at(), reasons.get(change.id())))
            .toList();
    return representation(composer.changes(entries, deleted, updated), updated, format);
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

  private List<Feed.Entry> entries(List<FeedList.Item> items, FeedFormat format) {
    return news.revisions(items, document -> entry(document, format)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Representation representation(Feed feed, Instant changedAt, FeedFormat format) {
    return Representation.of(
        format.mediaType() + "; charset=utf-8", write(feed, format), changedAt);
  }

  private Optional<Feed.Entry> entry(Document document, FeedFormat format) {
    try {
      return Optional.of(composer.entry(document));
    } catch (RuntimeException e) {
      setAside("urn:uuid:" + document.id(), format, e);
      return Optional.empty();
    }
  }

  /**
   * Most feeds are written at once; only when one is unfit each entry is tried alone, and those
   * that fail are left out.
   */
  private byte[] write(Feed feed, FeedFormat format) {
    try {
      return format.write(feed);
    } catch (FeedFormat.UnfitFeed e) {
      List<Feed.Entry> fit =
          feed.entries().stream().filter(entry -> isFit(feed, entry, format)).toList();
      return format.write(feed.with(fit));
    }
  }

  private boolean isFit(Feed feed, Feed.Entry entry, FeedFormat format) {
    try {
      format.write(feed.with(List.of(entry)));
      return true;
    } catch (FeedFormat.UnfitFeed e) {
      setAside(entry.id(), format, e);
      return false;
    }
  }

  private void setAside(String id, FeedFormat format, RuntimeException reason) {
    log.warn("Entry {} is left out of {} feeds: {}", id, format.suffix(), reason.getMessage());
    meters.counter("articles.feed.entries.set.aside", "format", format.suffix()).increment();
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

  /**
   * The same version, the same bytes: a page's neighbours stand in them too, and of a feed in which
   * nothing ever stood the name that the registry gives.
   */
  private record Version(long number, FeedList.Page page, @Nullable String name) {}

  /** Why an article is no longer there; nothing where no reason was given. */
  private record Reason(UUID id, String text) {

    static Reason of(Document document) {
      Document.Notice notice = document.notice();
      return new Reason(document.id(), notice == null ? "" : notice.text());
    }
  }

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
