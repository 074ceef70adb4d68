package vn.gdnn.newswire.quickstart.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.quickstart.process.Pause;
import vn.gdnn.newswire.quickstart.process.Refusal;

/** The newsroom's side of ingest's HTTP interface. */
public final class IngestClient {

  /**
   * The source that drafts from this command line belong to: the quickstart key's own, so a draft
   * sent with curl is the same article.
   */
  public static final String SOURCE = "gdnn.gov.vn";

  private static final Duration ANSWER = Duration.ofSeconds(40);
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final int WAIT_SECONDS = 10;
  private static final long PAUSE_MILLIS = 500;

  private final Addresses addresses;
  private final String key;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param key what stands in the data directory's {@code api-key}
   */
  public IngestClient(Addresses addresses, String key) {
    this.addresses = addresses;
    this.key = key;
  }

  /**
   * What ingest said to a request.
   *
   * @param place null unless it was accepted
   * @param problem null when it was
   */
  public record Answer(@Nullable String id, @Nullable String place, @Nullable String problem) {}

  /**
   * Sends a draft; sent again while ingest can't be sure that it was kept, as one and the same
   * request.
   */
  public Answer submit(DraftFile draft) throws IOException {
    URI to = URI.create(addresses.ingest() + "/api/articles" + identity(draft));
    return send(request(to).header("Content-Type", draft.mediaType()).POST(body(draft)));
  }

  /** Source and name of the file, each unless a JSON draft has its own. */
  static String identity(DraftFile draft) throws IOException {
    List<String> parameters = new ArrayList<>();
    if (!draft.has("source")) {
      parameters.add("source=" + encode(SOURCE));
    }
    if (!draft.has("externalId")) {
      parameters.add("externalId=" + encode(draft.externalId()));
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private static BodyPublisher body(DraftFile draft) throws IOException {
    return BodyPublishers.ofFile(draft.path());
  }

  /** Withdraws an article for all to see. */
  public Answer withdraw(String id, String reason) {
    return send(
        request(
                URI.create(
                    addresses.ingest()
                        + "/api/articles/"
                        + encode(id)
                        + "?reason="
                        + encode(reason)))
            .DELETE());
  }

  /** Waits for what becomes of an accepted event. */
  public Outcome await(Answer accepted) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    String id = java.util.Objects.requireNonNull(accepted.id());
    String place = java.util.Objects.requireNonNull(accepted.place());
    String query = "?place=" + encode(place) + "&wait=" + WAIT_SECONDS;
    while (true) {
      Optional<JsonNode> status = status(id, query);
      String state = status.map(found -> found.path("state").asString("pending")).orElse("pending");
      if (!state.equals("pending")) {
        return new Outcome(
            id, state, status.map(found -> found.path("reason").asString(null)).orElse(null));
      }
      if (Instant.now().isAfter(end)) {
        return new Outcome(id, "pending", "not yet decided; ask ./gdnn status " + id);
      }
      if (status.isEmpty()) {
        Pause.millis(PAUSE_MILLIS);
      }
    }
  }

  /** An article's status; empty when ingest doesn't know or can't tell now. */
  public Optional<JsonNode> status(String id) {
    return status(id, "");
  }

  private Optional<JsonNode> status(String id, String query) {
    URI from = URI.create(addresses.ingest() + "/api/articles/" + encode(id) + "/status" + query);
    HttpResponse<String> response;
    try {
      response = exchange(request(from).GET().build());
    } catch (IOException gone) {
      return Optional.empty();
    }
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      throw new Refusal(problem(response));
    }
    return response.statusCode() == 200 ? parse(response.body()) : Optional.empty();
  }

  /** The document as readers get it, withdrawn ones too; empty when there is none. */
  public Optional<JsonNode> document(String id) {
    try {
      HttpResponse<String> response =
          exchange(
              HttpRequest.newBuilder(
                      URI.create(addresses.publish() + "/api/articles/" + encode(id)))
                  .timeout(ANSWER)
                  .build());
      return response.statusCode() == 200 || response.statusCode() == 410
          ? parse(response.body())
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private HttpRequest.Builder request(URI to) {
    return HttpRequest.newBuilder(to).timeout(ANSWER).header("Authorization", "Bearer " + key);
  }

  private Answer send(HttpRequest.Builder request) {
    request.header("Idempotency-Key", UUID.randomUUID().toString());
    Instant end = Instant.now().plus(LONGEST_OUTAGE);
    while (true) {
      String problem;
      try {
        HttpResponse<String> response = exchange(request.build());
        if (response.statusCode() == 202) {
          JsonNode accepted =
              parse(response.body())
                  .orElseThrow(() -> new IOException("an answer that is no JSON"));
          return new Answer(
              accepted.path("id").asString(null), accepted.path("place").asString(null), null);
        }
        problem = problem(response);
        if (response.statusCode() != 503 && response.statusCode() != 429) {
          return new Answer(null, null, problem);
        }
      } catch (IOException unreachable) {
        problem =
            "no newswire answers at %s: start one with ./gdnn up (with the same --data)"
                .formatted(addresses.ingest());
        if (unreachable instanceof java.net.ConnectException && !addresses.known()) {
          throw new Refusal(capital(problem) + ".", unreachable);
        }
      }
      if (Instant.now().isAfter(end)) {
        return new Answer(null, null, problem);
      }
      Pause.millis(PAUSE_MILLIS);
    }
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private HttpResponse<String> exchange(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Refusal("Stopped before it was done.", stop);
    }
  }

  /** A problem document's detail, with what is wrong in each field. */
  private String problem(HttpResponse<String> response) {
    Optional<JsonNode> document = parse(response.body());
    String detail =
        document
            .map(body -> body.path("detail").asString(null))
            .orElse("ingest answered " + response.statusCode());
    StringBuilder text = new StringBuilder(detail);
    document.ifPresent(
        body ->
            body.path("errors")
                .forEach(
                    error ->
                        text.append(" [")
                            .append(error.path("field").asString(""))
                            .append(": ")
                            .append(
                                error.path("detail").asString(error.path("message").asString("")))
                            .append("]")));
    return text.toString();
  }

  private Optional<JsonNode> parse(String body) {
    try {
      return Optional.of(json.readTree(body));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
