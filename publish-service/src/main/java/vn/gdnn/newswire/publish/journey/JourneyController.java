package vn.gdnn.newswire.publish.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;

/**
 * Journeys for ingest's {@code status}. Answers only to the services' own key; a wait holds no
 * thread.
 */
@RestController
@RequestMapping("/internal/journeys")
class JourneyController {

  private static final Logger LOG = LoggerFactory.getLogger(JourneyController.class);
  private static final int LONGEST_WAIT = 30;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Journeys journeys;
  private final ArticleStates states;
  private final ScheduledExecutorService looking;

  JourneyController(Journeys journeys, ArticleStates states, ScheduledExecutorService looking) {
    this.journeys = journeys;
    this.states = states;
    this.looking = looking;
  }

  /** The journey of the event at that place, or of the article; waits until it is not pending. */
  @GetMapping("/{id}")
  DeferredResult<ResponseEntity<JourneyAnswer>> journey(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(defaultValue = "0") int wait) {
    Place at;
    try {
      at = place == null ? null : Place.parse(place);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
    Instant until = Instant.now().plusSeconds(Math.max(0, Math.min(wait, LONGEST_WAIT)));
    DeferredResult<ResponseEntity<JourneyAnswer>> answer = new DeferredResult<>(60_000L);
    look(id, at, until, answer);
    return answer;
  }

  private void look(
      UUID id,
      @Nullable Place place,
      Instant until,
      DeferredResult<ResponseEntity<JourneyAnswer>> answer) {
    if (answer.isSetOrExpired()) {
      return;
    }
    try {
      Optional<JourneyAnswer> found = find(id, place);
      boolean settled = found.isPresent() && found.get().state() != State.PENDING;
      if (settled || !Instant.now().isBefore(until)) {
        answer.setResult(ResponseEntity.of(found));
      } else {
        looking.schedule(
            () -> look(id, place, until, answer), LOOK.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (RuntimeException e) {
      // The store is away: ingest says so to whoever asked.
      LOG.warn("a journey can't be read now: {}", e.toString());
      answer.setResult(ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }
  }

  private Optional<JourneyAnswer> find(UUID id, @Nullable Place place) {
    Journey journey = journeys.find(id).orElseGet(() -> Journey.unknown(id));
    List<JourneyAnswer.RevisionAt> revisions = states.revisions(journey);
    if (place != null) {
      return journey.at(place).map(travel -> JourneyAnswer.of(id, travel, revisions));
    }
    return states.ofArticle(journey, revisions);
  }
}
