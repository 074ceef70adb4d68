package vn.gdnn.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.ingest.RunningService.Answer;

/** Previews over real HTTP on both sides; enrich is played by a small server. */
class PreviewTest {

  private static final String TAGS =
      "[{\"kind\":\"PERSON\",\"id\":\"a\",\"name\":\"Á\",\"known\":true,\"mentions\":["
          + "{\"field\":\"title\",\"start\":0,\"end\":1,\"surface\":\"Á\",\"rule\":\"r\","
          + "\"confidence\":0.98}]}]";
  private static final String OFFICES = "[{\"field\":\"body\",\"start\":0,\"personId\":\"a\"}]";
  private static final String FOUND =
      "{\"tags\":" + TAGS + ",\"offices\":" + OFFICES + ",\"registry\":\"r1\",\"cut\":3}";
  private static final String DRAFT =
      """
      {"externalId":"1","title":"Á họp","body":"Ngày 17/01/2020, Á chủ trì.\\r\\n\\r\\nPV"}\
      """;
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir static Path directory;

  private static HttpServer enrich;
  private static RunningService service;
  private static final List<JsonNode> ASKED = new CopyOnWriteArrayList<>();
  private static final List<String> KEYS = new CopyOnWriteArrayList<>();
  private static volatile int answerWith;
  private static volatile String answer;
  private static volatile CountDownLatch hold;

  @BeforeAll
  static void start() throws IOException {
    enrich = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    enrich.createContext("/prefix/api/tag", PreviewTest::answer);
    enrich.setExecutor(Executors.newCachedThreadPool());
    enrich.start();
    service =
        RunningService.start(
            directory,
            List.of(Broken.class),
            "--spring.kafka.bootstrap-servers=127.0.0.1:1",
            "--newswire.ingest.preview.timeout=2s",
            "--ENRICH_URL=http://127.0.0.1:" + enrich.getAddress().getPort() + "/prefix/");
  }

  /** Fails as a file or another service may, in the words of a client that left. */
  @RestController
  static class Broken {
    @GetMapping("/api/broken")
    String broken() throws IOException {
      throw new IOException("Connection reset by peer");
    }
  }

  @Test
  void aFailureThatIsNotTheClientsIsOurs_whateverItsWords() throws Exception {
    Answer answer = service.get("/api/broken");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("internal");
  }

  @Test
  void aWithdrawalOfWhatIsCalledPreviewIsAWithdrawal_andCountedOnce() throws Exception {
    double before = service.count("articles.ingest.previews");
    double refused = service.count("articles.ingest.refused", "kind", "withdrawal");

    Answer answer = service.withdraw("preview", "?reason=x");

    assertThat(answer.status()).isEqualTo(400);
    await()
        .until(() -> service.count("articles.ingest.refused", "kind", "withdrawal") == refused + 1);
    assertThat(service.count("articles.ingest.previews")).isEqualTo(before);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    ASKED.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
    KEYS.add(exchange.getRequestHeaders().getFirst("Authorization"));
    try {
      hold.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answerWith, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterAll
  static void stop() {
    service.close();
    enrich.stop(0);
  }

  @BeforeEach
  void works() {
    ASKED.clear();
    KEYS.clear();
    answerWith = 200;
    answer = FOUND;
    hold = new CountDownLatch(0);
  }

  private static Answer preview(String type, String query, String draft) throws Exception {
    return service.send(
        service
            .request("/api/articles/preview" + query)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(draft)));
  }

  private static Answer preview(String json) throws Exception {
    return preview("application/json", "", json);
  }

  private static double previews(String result) {
    return service.count("articles.ingest.previews", "result", result);
  }

  private static Answer unavailable(Answer answer, String problem) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.response().body()).doesNotContain(RunningService.INTERNAL_KEY);
    return answer;
  }

  @Test
  void showsTheDraftAsReadersWouldGetIt_andKeepsNothing() throws Exception {
    double shown = previews("shown");
    double received = service.count("articles.ingest.received");

    Answer answer = preview(DRAFT);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    JsonNode json = answer.json();
    assertThat(json.path("id").asString()).isEqualTo(ArticleIds.of("gdnn.gov.vn", "1").toString());
    assertThat(json.path("source").asString()).isEqualTo("gdnn.gov.vn");
    assertThat(json.path("title").asString()).isEqualTo("Á họp");
    assertThat(json.path("body").asString()).isEqualTo("Ngày 17/01/2020, Á chủ trì.\n\nPV");
    assertThat(json.path("publishedAt").asString()).isEqualTo("2020-01-16T17:00:00Z");
    assertThat(json.path("publishedAtFrom").asString()).isEqualTo("lead");
    assertThat(json.path("structure").findValuesAsString("part"))
        .containsExactly("headline", "lead", "signature");
    assertThat(json.path("cut").asInt()).isEqualTo(3);
    assertThat(json.path("findings").toString())
        .isEqualTo("[{\"slip\":\"carriage-return\",\"count\":2}]");
    assertThat(answer.response().body())
        .as("as enrich gave them")
        .contains("\"tags\":" + TAGS + ",\"offices\":" + OFFICES)
        .doesNotContain("registry", "byline", "raw");
    assertThat(KEYS).containsExactly("Bearer " + RunningService.INTERNAL_KEY);
    assertThat(ASKED.get(0).toString())
        .isEqualTo(
            "{\"title\":\"Á họp\",\"body\":\"Ngày 17/01/2020, Á chủ trì.\\n\\nPV\","
                + "\"asOf\":\"2020-01-17\"}");
    await().until(() -> previews("shown") == shown + 1);
    assertThat(service.count("articles.ingest.received")).isEqualTo(received);
  }

  @Test
  void takesWhatHandingInTakes() throws Exception {
    String query = "?title=A&publishedAt=2020-06-11T23:30:00%2B07:00&note=s%E1%BB%ADa&byline=PV";
    JsonNode text = preview("text/plain", query, "Một\n\nHai").json();
    assertThat(text.path("body").asString()).isEqualTo("Một\n\nHai");
    assertThat(text.path("note").asString()).isEqualTo("sửa");
    assertThat(text.path("byline").asString()).isEqualTo("PV");
    assertThat(text.path("publishedAtFrom").asString()).isEqualTo("field");
    assertThat(ASKED.get(0).path("asOf").asString()).isEqualTo("2020-06-11");

    JsonNode html = preview("text/html", "", "<h1>A</h1><script>x()</script><p>Một").json();
    assertThat(html.path("title").asString()).isEqualTo("A");
    assertThat(html.path("body").asString()).isEqualTo("Một");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {               | 400 | malformed",
        "application/json | {\"titel\":\"a\"} | 400 | invalid-draft",
        "application/pdf  | %PDF            | 415 | unsupported-media-type",
      })
  void refusesWhatHandingInRefuses_andAsksNobody(
      String type, String draft, int status, String problem) throws Exception {
    double before = previews(problem);

    Answer answer = preview(type, "", draft);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(ASKED).isEmpty();
    await().until(() -> previews(problem) == before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/articles/preview", "/api/articles/pre%76iew", "/api;a=b/articles/preview"})
  void asksForTheKey_andCounts_howeverTheAddressIsSpelt(String path) throws Exception {
    double before = previews("unauthorized");
    Answer answer =
        service.send(
            HttpRequest.newBuilder(service.address(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(DRAFT)));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(ASKED).isEmpty();
    await().until(() -> previews("unauthorized") == before + 1);
  }

  @Test
  void aDraftThatIsTooLargeIsRefused_hereOrByEnrich() throws Exception {
    assertThat(preview("text/plain", "", "a".repeat(2 * 1024 * 1024 + 1)).status()).isEqualTo(413);
    assertThat(ASKED).isEmpty();
    assertThat(preview("text/plain", "", "\"".repeat(2 * 1024 * 1024)).status()).isEqualTo(200);

    answerWith = 413;
    Answer answer = preview(DRAFT);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"tags\":[]}", "{\"tags\":[", "<html>"})
  void saysSoWhenEnrichTalksNonsense(String nonsense) throws Exception {
    answer = nonsense;
    unavailable(preview(DRAFT), "preview-unavailable");
  }

  @Test
  void saysSoWhenEnrichFails_orTakesTooLong_orIsAway() throws Exception {
    double before = previews("preview-unavailable");
    for (int status : List.of(401, 500, 503)) {
      answerWith = status;
      unavailable(preview(DRAFT), "preview-unavailable");
    }
    answerWith = 200;
    hold = new CountDownLatch(1);
    unavailable(preview(DRAFT), "preview-unavailable");
    hold.countDown();
    await().until(() -> previews("preview-unavailable") == before + 4);

    try (RunningService alone =
        RunningService.start(
            directory,
            List.of(),
            "--spring.kafka.bootstrap-servers=127.0.0.1:1",
            "--ENRICH_URL=http://127.0.0.1:1")) {
      HttpRequest.Builder request =
          alone
              .request("/api/articles/preview")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(DRAFT));
      unavailable(alone.send(request), "preview-unavailable");
    }
  }

  @Test
  void fewAtOnce_soThatASlowEnrichKeepsNobodyFromHandingIn() throws Exception {
    hold = new CountDownLatch(1);
    List<CompletableFuture<Answer>> waiting =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(PreviewTest::unchecked, executor()))
            .toList();
    await().until(() -> ASKED.size() == 4);

    unavailable(preview(DRAFT), "busy");

    hold.countDown();
    assertThat(waiting).allSatisfy(one -> assertThat(one.get().status()).isEqualTo(200));
    assertThat(preview(DRAFT).status()).isEqualTo(200);
  }

  private static Executor executor() {
    return task -> new Thread(task).start();
  }

  private static Answer unchecked() {
    try {
      return preview(DRAFT);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
