package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * Serves {@code GET /api/changes/stream}: the changes as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html), in the order and with the
 * cursors of {@code /api/changes}. An event's id is its cursor, so a browser that comes back goes
 * on where it was.
 */
@Controller
class ChangeStream {

  private static final int AT_ONCE = 100;
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Duration REST = Duration.ofSeconds(1);

  private final Changes changes;
  private final ChangeWatch watch;
  private final Json json;
  private final Duration heartbeat;

  /**
   * Takes what it reads.
   *
   * @param heartbeat after how long without a change a comment is sent, so that nobody on the way
   *     takes the connection for dead
   */
  ChangeStream(
      Changes changes,
      ChangeWatch watch,
      Json json,
      @Value("${newswire.changes.heartbeat:15s}") Duration heartbeat) {
    this.changes = changes;
    this.watch = watch;
    this.json = json;
    this.heartbeat = heartbeat;
  }

  /** A reader comes back by itself; others get its place in between. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @GetMapping("/api/changes/stream")
  void stream(HttpServletRequest request, HttpServletResponse response) {
    ChangeCursor since = changes.since(cursor(request));
    try (ChangeWatch.Place place = watch.enter().orElseThrow(ChangeWatch::full)) {
      response.setHeader("Content-Type", "text/event-stream");
      response.setHeader("Cache-Control", "no-store");
      // Proxies that collect answers before they send them on are asked not to.
      response.setHeader("X-Accel-Buffering", "no");
      if (!"HEAD".equals(request.getMethod())) {
        send(since.number(), place, response);
      }
    } catch (IOException gone) {
      // The reader went away; it comes back with the id of the last event it has.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The header wins: a browser that comes back asks at the address it was first given. */
  private static @Nullable ChangeCursor cursor(HttpServletRequest request) {
    Parameters parameters = new Parameters(request, Set.of("since"));
    ChangeCursor since = parameters.read("since", ChangeCursor::of);
    String last = request.getHeader(LAST_EVENT_ID);
    try {
      return last == null || last.isBlank() ? since : ChangeCursor.of(last.strip());
    } catch (IllegalArgumentException e) {
      throw Parameters.refused(LAST_EVENT_ID, "not a cursor of the changes");
    }
  }

  private void send(long since, ChangeWatch.Place place, HttpServletResponse response)
      throws IOException, InterruptedException {
    OutputStream out = response.getOutputStream();
    write(out, "retry: 3000\n\n");
    long number = since;
    long end = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      response.flushBuffer();
      if (!place.isOpen() || System.nanoTime() > end) {
        return;
      }
      List<Changes.Changed> found = next(number, place);
      for (Changes.Changed change : found) {
        number = ChangeCursor.of(change.cursor()).number();
        write(out, "id: " + change.cursor() + "\nevent: change\ndata: ");
        out.write(json.bytes(change));
        write(out, "\n\n");
      }
      if (found.isEmpty() && place.isOpen()) {
        write(out, ":\n\n");
      }
    }
  }

  /** Waits for the next ones; none when there are none in the time between two heartbeats. */
  private List<Changes.Changed> next(long number, ChangeWatch.Place place)
      throws InterruptedException {
    try {
      List<Changes.Changed> found = changes.after(number, AT_ONCE);
      if (found.isEmpty()) {
        place.await(number, heartbeat);
        found = changes.after(number, AT_ONCE);
      }
      return found;
    } catch (NewsUnavailable away) {
      place.rest(REST);
      return List.of();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
