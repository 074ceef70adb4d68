package vn.gdnn.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.ingest.RunningService.Answer;

/** Status over real HTTP on both sides; publish is played by a small server. */
class StatusTest {

  private static final String ID = UUID.randomUUID().toString();
  private static final String JOURNEY =
      "{\"id\":\"" + ID + "\",\"place\":\"1-42\",\"state\":\"published\",\"steps\":[]}";

  @TempDir static Path directory;

  private static HttpServer publish;
  private static RunningService service;
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();
  private static final List<String> KEYS = new CopyOnWriteArrayList<>();
  private static final AtomicInteger UNKNOWN_FOR = new AtomicInteger();
  private static volatile int answerWith = 200;

  @BeforeAll
  static void start() throws IOException {
    publish = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    publish.createContext("/prefix/internal/journeys/", StatusTest::answer);
    publish.start();
    service =
        RunningService.start(
            directory,
            List.of(),
            "--spring.kafka.bootstrap-servers=127.0.0.1:1",
            "--PUBLISH_URL=http://127.0.0.1:" + publish.getAddress().getPort() + "/prefix/");
  }

  private static void answer(HttpExchange exchange) throws IOException {
    ASKED.add(exchange.getRequestURI().toString());
    KEYS.add(exchange.getRequestHeaders().getFirst("Authorization"));
    int status = UNKNOWN_FOR.getAndDecrement() > 0 ? 404 : answerWith;
    byte[] body = JOURNEY.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterAll
  static void stop() {
    service.close();
    publish.stop(0);
  }

  @BeforeEach
  void clear() {
    ASKED.clear();
    UNKNOWN_FOR.set(0);
    answerWith = 200;
  }

  @Test
  void passesOnWhatPublishTells() throws Exception {
    Answer answer = service.get("/api/articles/" + ID + "/status?place=1-42&wait=7");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo(JOURNEY);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(ASKED).hasSize(1);
    assertThat(ASKED.get(0))
        .startsWith("/prefix/internal/journeys/" + ID)
        .contains("place=1-42")
        .containsPattern("wait=[67]\\b");
    assertThat(KEYS).containsOnly("Bearer " + RunningService.INTERNAL_KEY);
  }

  @Test
  void articleWithoutPlaceIsNotFoundWhenNothingIsKnown() throws Exception {
    UNKNOWN_FOR.set(1);
    Answer answer = service.get("/api/articles/" + ID + "/status");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
  }

  @Test
  void eventThatPublishDoesNotKnowYetIsPending() throws Exception {
    UNKNOWN_FOR.set(1);
    Answer answer = service.get("/api/articles/" + ID + "/status?place=1-42");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("id").asString()).isEqualTo(ID);
    assertThat(answer.json().path("place").asString()).isEqualTo("1-42");
    assertThat(answer.json().path("state").asString()).isEqualTo("pending");
    assertThat(answer.json().path("steps").isArray()).isTrue();
  }

  @Test
  void waitsUntilPublishKnowsIt() throws Exception {
    UNKNOWN_FOR.set(3);
    Answer answer = service.get("/api/articles/" + ID + "/status?place=1-42&wait=20");
    assertThat(answer.json().path("state").asString()).isEqualTo("published");
    assertThat(ASKED).hasSize(4);
  }

  @Test
  void saysSoWhenPublishIsAwayOrFails() throws Exception {
    answerWith = 500;
    Answer answer = service.get("/api/articles/" + ID + "/status?place=1-42&wait=1");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("status-unavailable");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(answer.response().body()).doesNotContain(RunningService.INTERNAL_KEY);
  }

  @Test
  void wrongPlaceOrWaitIsNamed() throws Exception {
    for (String query : List.of("place=42", "place=1-x", "place=", "wait=-1", "wait=soon")) {
      Answer answer = service.get("/api/articles/" + ID + "/status?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.fields()).containsExactly(query.substring(0, query.indexOf('=')));
    }
    assertThat(service.get("/api/articles/abc/status").fields()).containsExactly("id");
  }
}
