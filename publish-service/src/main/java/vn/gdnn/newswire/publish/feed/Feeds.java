package vn.gdnn.newswire.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.gdnn.newswire.publish.document.Document;
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
   * A feed's bytes; empty when there is no such feed.
   *
   * @throws NewsUnavailable when the store is away and the feed was not made before
   */
  Optional<Served> served(FeedKey key, FeedFormat format) {
    Slot slot = new Slot(key, format.suffix());
    Outcome outcome = Outcome.FAILED;
    try {
      Optional<FeedList> list = news.feed(key);
      outcome = Outcome.UNKNOWN;
      if (list.isEmpty()) {
        return Optional.empty();
      }
      outcome = Outcome.FAILED;
      Rendered before = kept.getIfPresent(slot);
      Rendered now = current(slot, list.get(), format);
      outcome = now.equals(before) ? Outcome.KEPT : Outcome.RENDERED;
      return Optional.of(new Served(now.representation(), false));
    } catch (NewsUnavailable | FeedFormat.UnfitFeed e) {
      Rendered last = kept.getIfPresent(slot);
      outcome = e instanceof NewsUnavailable ? Outcome.UNAVAILABLE : Outcome.FAILED;
      if (last == null) {
        throw e;
      }
      log.warn(
          "Feed {}.{} is served as it was last, {}", key.path(), slot.suffix(), e.getMessage());
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
  private Rendered current(Slot slot, FeedList list, FeedFormat format) {
    Rendered found = kept.getIfPresent(slot);
    if (found != null && found.upTo() == list.upTo()) {
      return found;
    }
    return Objects.requireNonNull(
        kept.asMap()
            .compute(
                slot,
                (key, old) ->
                    old != null && old.upTo() == list.upTo() ? old : render(list, format)));
  }

  private Rendered render(FeedList list, FeedFormat format) {
    List<Feed.Entry> entries =
        news.revisions(list.items(), document -> entry(document, format)).stream()
            .flatMap(Optional::stream)
            .toList();
    Feed feed = composer.feed(list, entries);
    String mediaType = format.mediaType() + "; charset=utf-8";
    return new Rendered(
        list.upTo(), Representation.of(mediaType, write(feed, format), list.changedAt()));
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

  private record Slot(FeedKey key, String suffix) {}

  private record Rendered(long upTo, Representation representation) {}

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
