package vn.gdnn.newswire.ingest.preview;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.ingest.article.Articles;
import vn.gdnn.newswire.ingest.desk.Requests;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;
import vn.gdnn.newswire.ingest.source.Drafts;

/** A draft as readers would get it, tags included. Nothing of it is kept. */
@RestController
class PreviewController {

  static final String ADDRESS = "/api/articles/preview";

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> FROM_ENRICH = Set.of("tags", "offices", "cut");

  private final Drafts drafts;
  private final EnrichTags enrich;
  private final Clock clock;
  private final Semaphore atOnce;

  PreviewController(Drafts drafts, EnrichTags enrich, Clock clock, PreviewProperties properties) {
    this.drafts = drafts;
    this.enrich = enrich;
    this.clock = clock;
    this.atOnce = new Semaphore(properties.atOnce());
  }

  /** What enrich is asked: offices are resolved by the article's day, as in the pipeline. */
  private record Question(String title, String body, LocalDate asOf) {}

  /** How often the text was cleaned of something that readers must not get. */
  private record Finding(String slip, int count) {}

  /** A draft as it is read here, and what enrich is asked about it. */
  private record Draft(ArticleIngested event, List<Finding> findings, byte[] question) {}

  @PostMapping(ADDRESS)
  ResponseEntity<byte[]> preview(HttpServletRequest request) throws IOException {
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Draft draft =
        drafts.read(
            request, (fields, raw) -> draft(Requests.draft(request, fields, raw, receivedAt)));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(shown(draft));
  }

  private static Draft draft(Articles.Accepted accepted) {
    ArticleIngested event = accepted.event();
    List<Finding> findings =
        accepted.slips().entrySet().stream()
            .map(slip -> new Finding(slip.getKey().wire(), slip.getValue()))
            .sorted((one, other) -> one.slip().compareTo(other.slip()))
            .toList();
    Question question =
        new Question(
            event.title(), event.body(), event.publishedAt().atZone(VIETNAM).toLocalDate());
    return new Draft(event, findings, JSON.writeValueAsBytes(question));
  }

  /**
   * Asked beside the room for large drafts, so that a slow enrich keeps nobody from handing in. The
   * place is given back once the answer is built: what enrich said stands in memory until then.
   */
  private byte[] shown(Draft draft) {
    if (!atOnce.tryAcquire()) {
      throw new ProblemException(
          ProblemKind.BUSY, "Too many previews at once. Ask again in a few seconds.");
    }
    try {
      return merged(draft, enrich.answer(draft.question()));
    } finally {
      atOnce.release();
    }
  }

  /** Token by token: a draft full of names has megabytes of tags. */
  private static byte[] merged(Draft draft, byte[] found) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream(found.length + 4_096);
    try (JsonGenerator to = JSON.createGenerator(answer);
        JsonParser from = JSON.createParser(found)) {
      ArticleIngested event = draft.event();
      to.writeStartObject();
      to.writePOJOProperty("id", event.id());
      to.writePOJOProperty("source", event.source());
      to.writePOJOProperty("title", event.title());
      to.writePOJOProperty("body", event.body());
      writeGiven(to, "byline", event.byline());
      writeGiven(to, "note", event.note());
      to.writePOJOProperty("publishedAt", event.publishedAt());
      to.writePOJOProperty("publishedAtFrom", event.publishedAtFrom());
      if (event.embargo() != null) {
        writeGiven(to, "embargoUntil", event.embargo().until());
      }
      to.writePOJOProperty("structure", event.structure());
      copy(from, to);
      to.writePOJOProperty("findings", draft.findings());
      to.writeEndObject();
    } catch (JacksonException e) {
      throw EnrichTags.unavailable("Enrich answered something else than tags.", e);
    }
    return answer.toByteArray();
  }

  private static void writeGiven(JsonGenerator to, String name, @Nullable Object value) {
    if (value != null) {
      to.writePOJOProperty(name, value);
    }
  }

  private static void copy(JsonParser from, JsonGenerator to) {
    if (from.nextToken() != JsonToken.START_OBJECT) {
      throw EnrichTags.unavailable("Enrich answered something else than tags.", null);
    }
    Set<String> missing = new HashSet<>(FROM_ENRICH);
    while (from.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = from.currentName();
      from.nextToken();
      if (missing.remove(name)) {
        to.writeName(name);
        to.copyCurrentStructure(from);
      } else {
        from.skipChildren();
      }
    }
    if (!missing.isEmpty()) {
      throw EnrichTags.unavailable("Enrich answered something else than tags.", null);
    }
  }
}
