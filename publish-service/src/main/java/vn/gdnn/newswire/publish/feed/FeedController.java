package vn.gdnn.newswire.publish.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Asked;
import vn.gdnn.newswire.publish.web.Hubs;
import vn.gdnn.newswire.publish.web.Moved;

/**
 * Serves feeds: {@code /feeds/all.rss}, {@code /feeds/people/{id}.atom} and so on, and the pages of
 * their history: {@code /feeds/all/archive/1.rss}. What changed last: {@code /feeds/changes.atom}.
 */
@Controller
class FeedController {

  /** A page of the archive has one address: no zero before the number. */
  private static final String NUMBER = "[1-9][0-9]{0,8}";

  private static final int FIRST = 0;

  private final Feeds feeds;
  private final List<FeedFormat> formats;
  private final List<FeedReaders> readers;
  private final Addresses addresses;
  private final Hubs hubs;

  FeedController(
      Feeds feeds,
      List<FeedFormat> formats,
      ObjectProvider<FeedReaders> readers,
      Addresses addresses,
      Hubs hubs) {
    this.feeds = feeds;
    this.formats = formats;
    this.readers = readers.orderedStream().toList();
    this.addresses = addresses;
    this.hubs = hubs;
  }

  @GetMapping("/feeds/all.{suffix}")
  void all(@PathVariable String suffix, HttpServletRequest request, HttpServletResponse response) {
    send(FeedKey.ALL, FIRST, suffix, request, response);
  }

  @GetMapping("/feeds/all/archive/{number:" + NUMBER + "}.{suffix}")
  void archive(
      @PathVariable int number,
      @PathVariable String suffix,
      HttpServletRequest request,
      HttpServletResponse response) {
    send(FeedKey.ALL, number, suffix, request, response);
  }

  /** One format only: that which has a word for what is no longer there. */
  @GetMapping("/feeds/changes.atom")
  void changes(HttpServletRequest request, HttpServletResponse response) {
    hubs.announce(addresses.absolute(addresses.local("/feeds/changes.atom")), response);
    send(feeds.changes(format("atom")), request, response);
  }

  @GetMapping("/feeds/{section:people|units|plans}/{id}.{suffix}")
  void entity(
      @PathVariable String section,
      @PathVariable String id,
      @PathVariable String suffix,
      HttpServletRequest request,
      HttpServletResponse response) {
    FeedKey key = FeedKey.of(Addresses.kind(section), id);
    if (!movedOn(key, "." + suffix, response)) {
      send(key, FIRST, suffix, request, response);
    }
  }

  @GetMapping("/feeds/{section:people|units|plans}/{id}/archive/{number:" + NUMBER + "}.{suffix}")
  void entityArchive(
      @PathVariable String section,
      @PathVariable String id,
      @PathVariable int number,
      @PathVariable String suffix,
      HttpServletRequest request,
      HttpServletResponse response) {
    FeedKey key = FeedKey.of(Addresses.kind(section), id);
    // Another feed's pages hold other articles: its readers begin with the first.
    if (!movedOn(key, "." + suffix, response)) {
      send(key, number, suffix, request, response);
    }
  }

  /** Whether its entity has another id now, whose feed the reader is sent to. */
  private boolean movedOn(FeedKey key, String suffix, HttpServletResponse response) {
    Optional<FeedKey> now = feeds.movedTo(key);
    now.ifPresent(to -> Moved.to(addresses.feed(to) + suffix, response));
    return now.isPresent();
  }

  private void send(
      FeedKey key,
      int page,
      String suffix,
      HttpServletRequest request,
      HttpServletResponse response) {
    FeedFormat format = format(suffix);
    Feeds.Served served =
        feeds
            .served(key, page, format)
            .orElseThrow(
                () ->
                    notFound(
                        page == FIRST
                            ? "No article ever named " + key.path() + "."
                            : "The history of " + key.path() + " has no page " + page + "."));
    if (page == FIRST) {
      hubs.announce(addresses.absolute(addresses.feed(key)) + "." + format.suffix(), response);
    }
    send(served, request, response);
  }

  private FeedFormat format(String suffix) {
    return formats.stream()
        .filter(candidate -> candidate.suffix().equals(suffix))
        .findFirst()
        .orElseThrow(() -> notFound("Feeds come as " + suffixes() + ", not as ." + suffix));
  }

  private void send(Feeds.Served served, HttpServletRequest request, HttpServletResponse response) {
    if (served.stale()) {
      response.setHeader("Cache-Status", "gdnn-newswire; hit; detail=STORE_UNAVAILABLE");
    }
    Asked asked = Asked.of(request);
    readers.forEach(one -> one.admit(asked));
    served.representation().send(request, response);
    readers.forEach(one -> one.answered(served.revision(), asked, response.getStatus()));
  }

  private String suffixes() {
    return formats.stream()
        .map(format -> "." + format.suffix())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Problem.Refused notFound(String detail) {
    return new Problem.Refused(Problem.notFound(detail));
  }
}
