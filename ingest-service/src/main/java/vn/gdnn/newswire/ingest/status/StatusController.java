package vn.gdnn.newswire.ingest.status;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.ingest.desk.Requests;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;

/** What has become of an article or of one event about it. */
@RestController
class StatusController {

  private static final int LONGEST_WAIT = 30;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Journeys journeys;
  private final Semaphore waiting;

  StatusController(Journeys journeys, StatusProperties properties) {
    this.journeys = journeys;
    this.waiting = new Semaphore(properties.waitingAtOnce());
  }

  /** An event that has a place but no journey yet. */
  private record Pending(UUID id, Place place, State state, List<Object> steps) {}

  @GetMapping("/api/articles/{id}/status")
  ResponseEntity<Object> status(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(required = false) @Nullable String wait) {
    UUID article = Requests.articleId(id);
    Place event = place == null ? null : place(place);
    Duration patience = wait == null ? Duration.ZERO : seconds(wait);
    boolean mayWait = !patience.isZero() && waiting.tryAcquire();
    try {
      return answer(article, event, mayWait ? patience : Duration.ZERO);
    } catch (JourneysUnavailable e) {
      throw new ProblemException(
          ProblemKind.STATUS_UNAVAILABLE,
          e.getMessage() + " What was accepted is safe; ask again later.",
          List.of(),
          e);
    } finally {
      if (mayWait) {
        waiting.release();
      }
    }
  }

  private ResponseEntity<Object> answer(UUID id, @Nullable Place place, Duration patience) {
    Optional<String> journey = find(id, place, patience);
    if (journey.isEmpty() && place == null) {
      throw new ProblemException(
          ProblemKind.NOT_FOUND,
          "Nothing is known of this article (yet). Right after handing in, ask with its place.");
    }
    Object body =
        journey.isPresent() ? journey.get() : new Pending(id, place, State.PENDING, List.of());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(body);
  }

  /** Publish waits for an outcome only of what it knows; until then the waiting is done here. */
  private Optional<String> find(UUID id, @Nullable Place place, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      Optional<String> journey = journeys.find(id, place, left);
      left = Duration.ofNanos(deadline - System.nanoTime());
      if (journey.isPresent() || place == null || left.compareTo(PAUSE) < 0) {
        return journey;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return journey;
      }
    }
  }

  private static Place place(String text) {
    try {
      return Place.parse(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField(
          ProblemKind.INVALID_REQUEST,
          "place",
          "A place looks like 1-42, as the answer to the draft gives it.");
    }
  }

  private static Duration seconds(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      throw ProblemException.ofField(
          ProblemKind.INVALID_REQUEST, "wait", "Give whole seconds, at most 30.");
    }
    return Duration.ofSeconds(Math.min(LONGEST_WAIT, Integer.parseInt(text)));
  }
}
