package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.News;

/**
 * Serves {@code GET /api/changes}: what readers may see changed, in the order that everyone sees,
 * without a gap.
 */
@Controller
class ChangeController {

  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("since", "limit"));

  private final News news;
  private final Json json;
  private final int epoch;

  ChangeController(News news, Json json, @Value("${newswire.delivery.log-epoch:1}") int epoch) {
    this.news = news;
    this.json = json;
    this.epoch = epoch;
  }

  @GetMapping("/api/changes")
  void changes(HttpServletRequest request, HttpServletResponse response) {
    Parameters parameters = new Parameters(request, PARAMETERS);
    int limit = parameters.number("limit", MOST, USUAL);
    ChangeCursor given = parameters.read("since", ChangeCursor::of);
    ChangeCursor since = given == null ? new ChangeCursor(epoch, 0) : given;
    if (since.epoch() != epoch) {
      throw new Problem.Refused(
          Problem.of(
              HttpStatus.GONE,
              "cursor-of-another-log",
              "Cursor of another log",
              "The log was begun anew since. Read the changes from the start, without since."));
    }
    List<Change> found = news.changes(since.number(), limit + 1);
    List<Changed> shown =
        found.stream()
            .limit(limit)
            .map(
                change ->
                    new Changed(
                        new ChangeCursor(epoch, change.number()).text(),
                        change.id(),
                        change.revision(),
                        change.tagging(),
                        change.what(),
                        change.at()))
            .toList();
    String next = shown.isEmpty() ? since.text() : shown.get(shown.size() - 1).cursor();
    json.send(new Page(shown, next, found.size() > limit), 200, request, response);
  }

  record Page(List<Changed> changes, String next, boolean more) {}

  record Changed(String cursor, UUID id, int revision, int tagging, Entry.What what, Instant at) {}
}
