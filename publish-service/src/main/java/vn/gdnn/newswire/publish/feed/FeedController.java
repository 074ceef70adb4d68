package vn.gdnn.newswire.publish.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.Addresses;

/** Serves feeds: {@code /feeds/all.rss}, {@code /feeds/people/{id}.atom} and so on. */
@Controller
class FeedController {

  private final Feeds feeds;
  private final List<FeedFormat> formats;

  FeedController(Feeds feeds, List<FeedFormat> formats) {
    this.feeds = feeds;
    this.formats = formats;
  }

  @GetMapping("/feeds/all.{suffix}")
  void all(@PathVariable String suffix, HttpServletRequest request, HttpServletResponse response) {
    send(FeedKey.ALL, suffix, request, response);
  }

  @GetMapping("/feeds/{section:people|units|plans}/{id}.{suffix}")
  void entity(
      @PathVariable String section,
      @PathVariable String id,
      @PathVariable String suffix,
      HttpServletRequest request,
      HttpServletResponse response) {
    send(FeedKey.of(Addresses.kind(section), id), suffix, request, response);
  }

  private void send(
      FeedKey key, String suffix, HttpServletRequest request, HttpServletResponse response) {
    FeedFormat format =
        formats.stream()
            .filter(candidate -> candidate.suffix().equals(suffix))
            .findFirst()
            .orElseThrow(() -> notFound("Feeds come as " + suffixes() + ", not as ." + suffix));
    Feeds.Served served =
        feeds
            .served(key, format)
            .orElseThrow(() -> notFound("No article ever named " + key.path() + "."));
    if (served.stale()) {
      response.setHeader("Cache-Status", "gdnn-newswire; hit; detail=STORE_UNAVAILABLE");
    }
    served.representation().send(request, response);
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
