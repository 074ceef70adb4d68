package vn.gdnn.newswire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalClientTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final CompletableFuture<Throwable> hungUp = new CompletableFuture<>();
  private HttpServer server;
  private Path key;

  @BeforeEach
  void start() throws IOException {
    key = Files.writeString(folder.resolve("key"), "services-only\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/under/echo", InternalClientTest::echo);
    server.createContext("/under/stall", this::stall);
    server.createContext("/under/elsewhere", InternalClientTest::elsewhere);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String told =
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestHeaders().getFirst("Content-Type")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] body = told.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(202, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void elsewhere(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "/under/echo");
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** Begins an answer and never ends it, until nobody listens. */
  private void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      while (true) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException gone) {
      hungUp.complete(gone);
    }
  }

  private InternalClient client() {
    URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/under/");
    return new InternalClient("Enrich", root, new KeyFile(key.toString(), "SOME_FILE"));
  }

  private static String text(InternalClient.Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void showsTheKey_andGivesWhatCame_whateverTheStatus() {
    InternalClient.Answer got = client().get("/echo?a=b", LONG);
    assertThat(got.status()).isEqualTo(202);
    assertThat(text(got)).isEqualTo("GET /under/echo?a=b Bearer services-only null ");

    byte[] question = "{\"hỏi\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(text(client().post("/echo", question, LONG)))
        .isEqualTo("POST /under/echo Bearer services-only application/json {\"hỏi\":1}");
    assertThat(client().get("/elsewhere", LONG).status()).as("the key goes nowhere").isEqualTo(302);
  }

  @Test
  void givesUpOnABodyThatNeverEnds_andLetsGoOfTheConnection() throws Exception {
    long start = System.nanoTime();
    assertThatThrownBy(() -> client().get("/stall", Duration.ofMillis(300)))
        .isInstanceOf(InternalClient.Unanswered.class)
        .hasMessage("Enrich does not answer.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    assertThat(hungUp.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
  }

  @Test
  void saysWhenNobodyIsThere() {
    server.stop(0);
    assertThatThrownBy(() -> client().get("/echo", LONG))
        .isInstanceOf(InternalClient.Unanswered.class)
        .hasMessage("Enrich does not answer.");
  }

  @Test
  void saysWhenThereIsNoKeyToAskWith() throws Exception {
    for (String noKey : new String[] {"", "one\ntwo", "one\r\nX-Other: two", "khoá"}) {
      Files.writeString(key, noKey);
      assertThatThrownBy(() -> client().get("/echo", LONG))
          .as(noKey)
          .isInstanceOf(InternalClient.Unanswered.class)
          .hasMessageStartingWith("The file that SOME_FILE names");
    }
  }
}
