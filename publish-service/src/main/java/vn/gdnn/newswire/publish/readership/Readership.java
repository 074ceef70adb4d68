package vn.gdnn.newswire.publish.readership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.feed.FeedReaders;
import vn.gdnn.newswire.publish.feed.FeedRevision;
import vn.gdnn.newswire.publish.web.Asked;
import vn.gdnn.newswire.publish.web.Representation;

/**
 * Notes in memory who asked for which feed and what it has of it; {@link ReadershipFlush} brings it
 * to the store. What a request costs: a look-up of the User-Agent, one of the reader and feed, and
 * where the feed changed a new step. Nothing is read or written.
 *
 * <p>What proves what: a request that names a revision ({@code If-None-Match}, or {@code
 * If-Modified-Since} where that date is this revision's own) is proof that the reader has it. A 200
 * whose body went out whole says only that it was sent: taken for fetched, and said to be
 * unconfirmed. A HEAD says that the reader is there.
 *
 * <p>Counters: {@code articles.readers.sightings{result}} counts each answered request for a feed's
 * first page once, {@code first | again}: whether this instance had the reader and feed in memory.
 */
@Component
class Readership implements FeedReaders {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /** Tags looked at in one request. */
  private static final int MOST_TAGS = 8;

  private final ReaderNames names = new ReaderNames();
  private final Clock clock;
  private final Cache<Following.Key, Sighting> seen;
  private final Counter first;
  private final Counter again;

  Readership(
      Clock clock, MeterRegistry meters, @Value("${newswire.readership.most:2000}") int most) {
    this.clock = clock;
    Counter forgotten =
        Counter.builder("articles.readers.forgotten")
            .description("Sightings that left this instance's memory for want of room")
            .register(meters);
    this.seen =
        Caffeine.newBuilder()
            .maximumSize(most)
            .executor(Runnable::run)
            .evictionListener(
                (Following.Key key, Sighting one, RemovalCause why) -> forgotten.increment())
            .build();
    this.first = meters.counter("articles.readers.sightings", "result", "first");
    this.again = meters.counter("articles.readers.sightings", "result", "again");
    meters.gauge("articles.readers.in.memory", seen, Cache::estimatedSize);
  }

  @Override
  public void admit(Asked asked) {
    names.of(asked);
  }

  @Override
  public void answered(FeedRevision revision, Asked asked, int status) {
    if (revision.page() > 0 || (status != OK && status != NOT_MODIFIED)) {
      // A page of the history says nothing of the first page, where corrections stand.
      return;
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Sighting reader =
        reader(new Following.Key(names.of(asked), revision.path(), revision.format()), at);
    if (status == NOT_MODIFIED) {
      if (names(asked, revision)) {
        reader.held(revision.number(), revision.name(), at);
      } else {
        reader.asked(at);
      }
      return;
    }
    if ("HEAD".equals(asked.method())) {
      reader.asked(at);
    } else {
      reader.sent(revision.number(), revision.name(), at);
    }
    Enumeration<String> fields = asked.headers("If-None-Match");
    while (fields.hasMoreElements()) {
      String field = fields.nextElement();
      for (String tag : field.split(",", MOST_TAGS + 1)) {
        Representation.revisionNamedBy(tag)
            .filter(named -> !named.equals(revision.name()))
            .ifPresent(named -> reader.named(named, at));
      }
    }
  }

  /** Whether a 304 was given for what the reader named, and not for an asterisk. */
  private static boolean names(Asked asked, FeedRevision revision) {
    Enumeration<String> fields = asked.headers("If-None-Match");
    boolean byDate = !fields.hasMoreElements();
    boolean byTag = false;
    while (fields.hasMoreElements()) {
      byTag |= fields.nextElement().contains(revision.name());
    }
    return byDate || byTag;
  }

  private Sighting reader(Following.Key key, Instant at) {
    Sighting known = seen.getIfPresent(key);
    if (known == null) {
      Sighting fresh = new Sighting(at);
      known = seen.asMap().putIfAbsent(key, fresh);
      if (known == null) {
        first.increment();
        return fresh;
      }
    }
    again.increment();
    return known;
  }

  /** What is to be written down. */
  List<Seen> unwritten() {
    List<Seen> found = new ArrayList<>();
    seen.asMap()
        .forEach(
            (key, sighting) -> {
              Sighting.Unwritten unwritten = sighting.unwritten(key);
              if (unwritten != null) {
                found.add(new Seen(sighting, unwritten));
              }
            });
    return found;
  }

  /**
   * What is to be written down, and whom to tell when it was.
   *
   * @param sighting whom
   * @param unwritten what
   */
  record Seen(Sighting sighting, Sighting.Unwritten unwritten) {}
}
