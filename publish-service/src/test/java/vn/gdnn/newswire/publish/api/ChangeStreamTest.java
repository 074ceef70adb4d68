package vn.gdnn.newswire.publish.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.publish.faces.FacesServer;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;

class ChangeStreamTest {

  private static final String STREAM = "/api/changes/stream";
  private static final Duration LONG = Duration.ofSeconds(20);

  private final FacesServer server =
      new FacesServer("newswire.changes.heartbeat=300ms", "newswire.changes.most-waiting=2");
  private final FakeNews news = server.news();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address(path)).timeout(LONG);
  }

  private HttpResponse<InputStream> open(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private double waiting() {
    return server.meters().get("articles.changes.waiting").gauge().value();
  }

  private static BufferedReader lines(HttpResponse<InputStream> stream) {
    return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
  }

  /** The lines up to the end of the next event that is no heartbeat. */
  private static List<String> event(BufferedReader stream) throws IOException {
    List<String> event = new ArrayList<>();
    for (String line = stream.readLine(); line != null; line = stream.readLine()) {
      if (!line.isEmpty()) {
        event.add(line);
      } else if (event.contains("event: change")) {
        return event;
      } else {
        event.clear();
      }
    }
    throw new IOException("ended");
  }

  @Test
  void tellsWhatWasAndWhatComes_asTheChangesDo() throws Exception {
    news.put(Samples.announcement(1));
    HttpResponse<InputStream> stream = open(request(STREAM));
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(stream.headers().firstValue("Cache-Control")).contains("no-store");
    BufferedReader lines = lines(stream);
    assertThat(lines.readLine()).isEqualTo("retry: 3000");
    String cursor = new ChangeCursor(1, 1).text();
    assertThat(event(lines))
        .containsExactly(
            "id: " + cursor,
            "event: change",
            "data: {\"cursor\":\""
                + cursor
                + "\",\"id\":\""
                + Samples.id(1)
                + "\",\"revision\":1,\"tagging\":1,\"what\":\"published\","
                + "\"at\":\"2024-03-02T02:01:00Z\"}");
    news.put(Samples.announcement(2));
    assertThat(event(lines)).contains("id: " + new ChangeCursor(1, 2).text());
    stream.body().close();
  }

  @Test
  void goesOnAfterTheLastEvent_whateverTheAddressSays() throws Exception {
    news.put(Samples.announcement(1), Samples.announcement(2), Samples.announcement(3));
    String first = new ChangeCursor(1, 1).text();
    String second = new ChangeCursor(1, 2).text();
    try (InputStream since = open(request(STREAM + "?since=" + first)).body()) {
      assertThat(event(new BufferedReader(new InputStreamReader(since, StandardCharsets.UTF_8))))
          .contains("id: " + second);
    }
    HttpRequest.Builder again = request(STREAM + "?since=" + first).header("Last-Event-ID", second);
    try (InputStream last = open(again).body()) {
      assertThat(event(new BufferedReader(new InputStreamReader(last, StandardCharsets.UTF_8))))
          .contains("id: " + new ChangeCursor(1, 3).text());
    }
  }

  @Test
  void refusesWhatIsNoCursorAndACursorOfAnotherLog() throws Exception {
    assertThat(ask(request(STREAM).header("Last-Event-ID", "zz")).statusCode()).isEqualTo(400);
    assertThat(ask(request(STREAM + "?since=" + new ChangeCursor(2, 7).text())).statusCode())
        .isEqualTo(410);
  }

  @Test
  void answersHeadWithoutStreaming() throws Exception {
    HttpRequest.Builder head = request(STREAM).method("HEAD", HttpRequest.BodyPublishers.noBody());
    assertThat(ask(head).headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    await().atMost(LONG).until(() -> waiting() == 0);
  }

  @Test
  void sendsACommentWhileNothingHappens_andWhileTheStoreIsAway() throws Exception {
    HttpResponse<InputStream> stream = open(request(STREAM));
    BufferedReader lines = lines(stream);
    assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine(), lines.readLine()))
        .containsExactly("retry: 3000", "", ":", "");
    news.setAway(true);
    assertThat(List.of(lines.readLine(), lines.readLine())).containsExactly(":", "");
    assertThat(List.of(lines.readLine(), lines.readLine())).containsExactly(":", "");
    news.setAway(false);
    news.put(Samples.announcement(1));
    assertThat(event(lines)).contains("id: " + new ChangeCursor(1, 1).text());
    stream.body().close();
  }

  @Test
  void letsNoMoreListenThanThereArePlaces_andGivesAPlaceBack() throws Exception {
    HttpResponse<InputStream> first = open(request(STREAM));
    HttpResponse<InputStream> second = open(request(STREAM));
    assertThat(waiting()).isEqualTo(2);
    HttpResponse<String> third = ask(request(STREAM));
    assertThat(third.statusCode()).isEqualTo(503);
    assertThat(third.headers().firstValue("Retry-After")).contains("15");
    assertThat(third.body()).contains("urn:gdnn-newswire:problem:too-many-listeners");
    assertThat(ask(request("/api/changes?wait=20")).statusCode())
        .as("who polls would else come back at once")
        .isEqualTo(503);
    first.body().close();
    await().atMost(LONG).until(() -> waiting() == 1);
    HttpResponse<InputStream> instead = open(request(STREAM));
    assertThat(instead.statusCode()).isEqualTo(200);
    second.body().close();
    instead.body().close();
  }

  @Test
  void aPollWaitsUntilThereIsSomething_orAsLongAsItWasTold() throws Exception {
    long before = System.nanoTime();
    assertThat(ask(request("/api/changes?wait=1")).body()).contains("\"changes\":[]");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(900));
    CompletableFuture<HttpResponse<String>> poll =
        http.sendAsync(
            request("/api/changes?wait=20").build(), HttpResponse.BodyHandlers.ofString());
    await().atMost(LONG).until(() -> waiting() == 1);
    news.put(Samples.announcement(1));
    assertThat(poll.get().body()).contains(Samples.id(1).toString());
  }

  @Test
  void endsWhenTheServiceStops() throws Exception {
    BufferedReader lines = lines(open(request(STREAM)));
    assertThat(lines.readLine()).isEqualTo("retry: 3000");
    long before = System.nanoTime();
    server.close();
    assertThat(lines.lines().filter(line -> !line.isEmpty() && !line.equals(":"))).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }
}
