package vn.gdnn.newswire.ingest.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.ArticleReinstated;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.RawDraft;
import vn.gdnn.newswire.ingest.article.Articles;
import vn.gdnn.newswire.ingest.article.DraftFields;
import vn.gdnn.newswire.ingest.emit.ArticleLog;
import vn.gdnn.newswire.ingest.emit.EventDoesNotFit;
import vn.gdnn.newswire.ingest.emit.NotAcknowledged;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;
import vn.gdnn.newswire.ingest.source.Drafts;

/** Drafts in, withdrawals, and withdrawals taken back. Answers 202 once the log has the event. */
@RestController
@RequestMapping("/api/articles")
class ArticleController {

  private final Drafts drafts;
  private final ArticleLog log;
  private final CleanedText cleaned;
  private final Clock clock;

  ArticleController(Drafts drafts, ArticleLog log, CleanedText cleaned, Clock clock) {
    this.drafts = drafts;
    this.log = log;
    this.cleaned = cleaned;
    this.clock = clock;
  }

  /**
   * What a newsroom gets back.
   *
   * @param id id of the article
   * @param place where the event stands
   * @param status always {@code accepted}
   */
  record Accepted(UUID id, Place place, String status) {}

  @PostMapping
  ResponseEntity<Accepted> handIn(HttpServletRequest request) throws IOException {
    String eventId = Requests.eventId(request);
    Instant receivedAt = now();
    return drafts.read(request, (fields, raw) -> accept(request, eventId, receivedAt, fields, raw));
  }

  private ResponseEntity<Accepted> accept(
      HttpServletRequest request,
      String eventId,
      Instant receivedAt,
      DraftFields fields,
      RawDraft raw) {
    Articles.Accepted draft = Requests.draft(request, fields, raw, receivedAt);
    ResponseEntity<Accepted> answer = append(request, draft.event(), eventId);
    cleaned.count(draft.slips());
    return answer;
  }

  @DeleteMapping("/{id}")
  ResponseEntity<Accepted> withdraw(@PathVariable String id, HttpServletRequest request) {
    return append(
        request,
        new ArticleWithdrawn(
            Requests.articleId(id), Requests.reason(request), sources(request), now()),
        Requests.eventId(request));
  }

  @PostMapping("/{id}/reinstate")
  ResponseEntity<Accepted> reinstate(@PathVariable String id, HttpServletRequest request) {
    return append(
        request,
        new ArticleReinstated(Requests.articleId(id), sources(request), now()),
        Requests.eventId(request));
  }

  private static List<String> sources(HttpServletRequest request) {
    return Requests.key(request).sources();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private ResponseEntity<Accepted> append(
      HttpServletRequest request, ArticleEvent event, String eventId) {
    RequestTally.about(request, event.id());
    try {
      Place place = log.append(event, eventId);
      RequestTally.stands(request, place);
      return ResponseEntity.accepted()
          .location(URI.create("/api/articles/%s/status?place=%s".formatted(event.id(), place)))
          .contentType(MediaType.APPLICATION_JSON)
          .body(new Accepted(event.id(), place, "accepted"));
    } catch (NotAcknowledged e) {
      throw new ProblemException(
          ProblemKind.NOT_KNOWN,
          "The log has not confirmed it. Send it again in a few seconds: that is safe, with a"
              + " version where a newer draft may have gone out, with an Idempotency-Key for a"
              + " withdrawal.",
          List.of(),
          e);
    } catch (EventDoesNotFit e) {
      throw new ProblemException(
          ProblemKind.TOO_LARGE,
          "With its raw bytes the draft is larger than the log takes. Send a shorter one.",
          List.of(),
          e);
    }
  }
}
