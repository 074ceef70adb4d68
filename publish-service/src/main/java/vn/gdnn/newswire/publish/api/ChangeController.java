package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.gdnn.newswire.publish.api.Changes.Changed;

/**
 * Serves {@code GET /api/changes}: what readers may see changed, in the order that everyone sees,
 * without a gap. With {@code wait} it answers when there is something to tell, or after so many
 * seconds; at once when too many wait already.
 */
@Controller
class ChangeController {

  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final int LONGEST_WAIT = 30;
  private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("since", "limit", "wait"));

  private final Changes changes;
  private final ChangeWatch watch;
  private final Json json;

  ChangeController(Changes changes, ChangeWatch watch, Json json) {
    this.changes = changes;
    this.watch = watch;
    this.json = json;
  }

  @GetMapping("/api/changes")
  void changes(HttpServletRequest request, HttpServletResponse response) {
    Parameters parameters = new Parameters(request, PARAMETERS);
    int limit = parameters.number("limit", MOST, USUAL);
    int wait = parameters.number("wait", LONGEST_WAIT, 0);
    ChangeCursor since = changes.since(parameters.read("since", ChangeCursor::of));
    List<Changed> found = changes.after(since.number(), limit + 1);
    if (found.isEmpty() && wait > 0) {
      await(since.number(), Duration.ofSeconds(wait));
      found = changes.after(since.number(), limit + 1);
    }
    List<Changed> shown = found.stream().limit(limit).toList();
    String next = shown.isEmpty() ? since.text() : shown.get(shown.size() - 1).cursor();
    json.send(new Page(shown, next, found.size() > limit), 200, request, response);
  }

  private void await(long number, Duration atMost) {
    try (ChangeWatch.Place place = watch.enter().orElseThrow(ChangeWatch::full)) {
      place.await(number, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  record Page(List<Changed> changes, String next, boolean more) {}
}
