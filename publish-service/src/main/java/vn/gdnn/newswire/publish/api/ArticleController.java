package vn.gdnn.newswire.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.ArticleCursor;
import vn.gdnn.newswire.publish.web.Representation;

/** Serves {@code GET /api/articles/{id}} and lists of articles. */
@Controller
class ArticleController {

  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int MOST_WORDS = 200;

  /** A list with more than this ends; one article alone may have twice as much. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final Map<String, Kind> KINDS =
      Map.of("person", Kind.PERSON, "unit", Kind.UNIT, "plan", Kind.PLAN);
  private static final Set<String> PARAMETERS =
      new TreeSet<>(Set.of("person", "unit", "plan", "from", "to", "q", "cursor", "limit"));

  private final News news;
  private final Json json;
  private final NinjsMapping ninjs;

  ArticleController(News news, Json json, NinjsMapping ninjs) {
    this.news = news;
    this.json = json;
    this.ninjs = ninjs;
  }

  @GetMapping("/api/articles/{id}")
  void article(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
    new Parameters(request, Set.of());
    response.addHeader("Vary", "Accept");
    Answer answer =
        news.article(uuid(id), Accepted.ninjs(request) ? this::ninjs : this::answer)
            .orElseThrow(ArticleController::unknown);
    answer.json().send(answer.status().value(), request, response);
  }

  private Answer ninjs(Document document) {
    boolean withdrawn = document.status() == Document.Status.WITHDRAWN;
    return new Answer(
        withdrawn ? HttpStatus.GONE : HttpStatus.OK, json.of(ninjs.of(document), Accepted.NINJS));
  }

  private Answer answer(Document document) {
    if (document.status() != Document.Status.WITHDRAWN) {
      return new Answer(HttpStatus.OK, json.of(document));
    }
    Withdrawn withdrawn =
        new Withdrawn(
            document.id(),
            document.status(),
            document.revision(),
            document.updatedAt(),
            document.notice());
    return new Answer(HttpStatus.GONE, json.of(withdrawn));
  }

  private record Answer(HttpStatus status, Representation json) {}

  private static UUID uuid(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      if (uuid.toString().equals(id)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static Problem.Refused unknown() {
    return new Problem.Refused(
        Problem.of(
            HttpStatus.NOT_FOUND,
            "unknown-article",
            "Unknown article",
            "No article with this id can be read. One that was just sent in may still be on its"
                + " way: ask the ingest service for its status."));
  }

  @GetMapping("/api/articles")
  void articles(HttpServletRequest request, HttpServletResponse response) {
    Parameters parameters = new Parameters(request, PARAMETERS);
    int limit = parameters.number("limit", MOST, USUAL);
    Json.Page page = json.page("items");
    AtomicReference<ArticleQuery.@Nullable Position> after = new AtomicReference<>();
    boolean more =
        news.articles(
                query(parameters, limit + 1),
                document -> {
                  boolean full = page.items() == limit || page.bytes() > MOST_BYTES;
                  if (!full) {
                    page.add(document);
                    after.set(position(document));
                  }
                  return full;
                })
            .contains(true);
    page.end("next", more ? ArticleCursor.of(Objects.requireNonNull(after.get())) : null)
        .send(HttpStatus.OK.value(), request, response);
  }

  private static ArticleQuery.Position position(Document document) {
    return new ArticleQuery.Position(document.published(), document.id());
  }

  private static ArticleQuery query(Parameters parameters, int limit) {
    Kind kind = null;
    String entityId = null;
    for (Map.Entry<String, Kind> known : new TreeMap<>(KINDS).entrySet()) {
      String id = parameters.text(known.getKey());
      if (id != null && entityId != null) {
        throw Parameters.refused(known.getKey(), "give only one of person, unit and plan");
      }
      kind = id == null ? kind : known.getValue();
      entityId = id == null ? entityId : id;
    }
    Instant from = parameters.moment("from", 0);
    Instant to = parameters.moment("to", 1);
    if (from != null && to != null && !from.isBefore(to)) {
      throw Parameters.refused("to", "must be after from");
    }
    String words = parameters.text("q");
    if (words != null && words.length() > MOST_WORDS) {
      throw Parameters.refused("q", "must have at most " + MOST_WORDS + " characters");
    }
    ArticleQuery.Position after = parameters.read("cursor", ArticleCursor::position);
    return new ArticleQuery(kind, entityId, from, to, words, after, limit);
  }

  /** What is left of a withdrawn article. */
  record Withdrawn(
      UUID id,
      Document.Status status,
      int revision,
      Instant updatedAt,
      Document.@Nullable Notice notice) {}
}
