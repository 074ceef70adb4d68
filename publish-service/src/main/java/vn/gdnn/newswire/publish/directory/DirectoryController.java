package vn.gdnn.newswire.publish.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.reading.Standing;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Representation;
import vn.gdnn.newswire.publish.web.SiteFacts;

/**
 * Serves {@code /feeds.opml}, {@code /sitemap.xml} with its parts, and {@code /robots.txt}. What is
 * made is kept until what readers see changes; one request makes it, the others wait for that.
 */
@Controller
class DirectoryController {

  /** A full part of a sitemap takes some 8 MB. */
  private static final long KEPT_BYTES = 12L * 1024 * 1024;

  private static final long UNSTEADY = -1;

  private final News news;
  private final Opml opml;
  private final Sitemap sitemap;
  private final Representation robots;
  private long countedAt = -1;
  private int parts;
  private final Cache<String, Made> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((String address, Made made) -> made.representation().weight())
          .build();

  DirectoryController(News news, Opml opml, Sitemap sitemap, Addresses addresses) {
    this.news = news;
    this.opml = opml;
    this.sitemap = sitemap;
    String all =
        "User-agent: *\nAllow: /\n\nSitemap: "
            + addresses.absolute(addresses.local("/sitemap.xml"))
            + "\n";
    this.robots =
        Representation.of("text/plain; charset=utf-8", all.getBytes(StandardCharsets.UTF_8), null);
  }

  @GetMapping("/feeds.opml")
  void opml(HttpServletRequest request, HttpServletResponse response) {
    send("feeds", "text/x-opml; charset=utf-8", opml::write, request, response);
  }

  @GetMapping("/sitemap.xml")
  void sitemap(HttpServletRequest request, HttpServletResponse response) {
    send(
        "sitemap", "application/xml; charset=utf-8", changedAt -> sitemap.top(), request, response);
  }

  @GetMapping("/sitemap-{number:[1-9][0-9]{0,8}}.xml")
  void part(@PathVariable int number, HttpServletRequest request, HttpServletResponse response) {
    if (number > parts()) {
      throw noPart(number);
    }
    send(
        "sitemap-" + number,
        "application/xml; charset=utf-8",
        changedAt -> sitemap.part(number).orElseThrow(() -> noPart(number)),
        request,
        response);
  }

  private static Problem.Refused noPart(int number) {
    return new Problem.Refused(Problem.notFound("The sitemap has no part " + number + "."));
  }

  /** Counted once for each change: a number that is none must not cost a look at everything. */
  private synchronized int parts() {
    long number = news.standing().number();
    if (number != countedAt) {
      parts = sitemap.parts();
      countedAt = number;
    }
    return parts;
  }

  @GetMapping("/robots.txt")
  void robots(HttpServletRequest request, HttpServletResponse response) {
    robots.send(request, response);
  }

  private void send(
      String name,
      String mediaType,
      Function<Instant, byte[]> write,
      HttpServletRequest request,
      HttpServletResponse response) {
    Standing standing;
    try {
      standing = news.standing();
    } catch (NewsUnavailable away) {
      Made last = kept.getIfPresent(name);
      if (last == null) {
        throw away;
      }
      last.representation().send(request, response);
      return;
    }
    Made made =
        kept.asMap()
            .compute(
                name,
                (key, before) ->
                    before != null && before.isRightAt(standing)
                        ? before
                        : make(standing, mediaType, write));
    representation(made).send(request, response);
  }

  /**
   * Made while the keeper wrote, it may hold some of the next change, and another instance would
   * hold less or more of it: then it is given away, and made again for the next reader.
   */
  private Made make(Standing before, String mediaType, Function<Instant, byte[]> write) {
    Change newest = before.newest();
    byte[] bytes = write.apply(newest == null ? SiteFacts.BEFORE_ALL : newest.at());
    boolean steady = before.settled() && news.standing().equals(before);
    return new Made(steady ? before.number() : UNSTEADY, Representation.of(mediaType, bytes, null));
  }

  private static Representation representation(@Nullable Made made) {
    if (made == null) {
      throw new IllegalStateException("made, and yet not there");
    }
    return made.representation();
  }

  /**
   * A document as it was made.
   *
   * @param number the newest change then, if nothing of the next one can be in it
   */
  private record Made(long number, Representation representation) {

    boolean isRightAt(Standing standing) {
      return standing.settled() && number == standing.number();
    }
  }
}
