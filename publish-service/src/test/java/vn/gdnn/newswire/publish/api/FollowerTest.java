package vn.gdnn.newswire.publish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.faces.FacesServer;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;

/**
 * A site that mirrors us from nothing, is cut off anywhere and any number of times while articles
 * come, change and go, and holds in the end exactly what we hold.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowerTest {

  private static final int STEPS = 120;
  private static final int ARTICLES = 25;

  private final HttpClient http = HttpClient.newHttpClient();
  private FacesServer server;
  private FakeNews news;

  @BeforeAll
  void start() {
    server = new FacesServer("newswire.changes.heartbeat=30ms");
    news = server.news();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void startEmpty() {
    news.clear();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void byTheStream(long seed) throws Exception {
    Follower follower = new Follower(new Random(seed));
    Thread newsroom = newsroom(seed);
    while (newsroom.isAlive() || !follower.hasAll()) {
      follower.listen();
    }
    assertThat(follower.cuts).as("times cut off").isGreaterThan(2);
    follower.assertHoldsWhatWeHold();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void byAsking(long seed) throws Exception {
    Follower follower = new Follower(new Random(seed));
    Thread newsroom = newsroom(seed);
    while (newsroom.isAlive() || !follower.hasAll()) {
      follower.poll();
    }
    assertThat(follower.cuts).as("answers lost").isGreaterThan(2);
    follower.assertHoldsWhatWeHold();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void byBothInTurn(long seed) throws Exception {
    Random random = new Random(seed);
    Follower follower = new Follower(random);
    Thread newsroom = newsroom(seed);
    while (newsroom.isAlive() || !follower.hasAll()) {
      if (random.nextBoolean()) {
        follower.listen();
      } else {
        follower.poll();
      }
    }
    follower.assertHoldsWhatWeHold();
  }

  /** Publishes, corrects, withdraws and reinstates, in some order. */
  private Thread newsroom(long seed) {
    Random random = new Random(seed * 31);
    Thread thread =
        new Thread(
            () -> {
              Map<Integer, Integer> revisions = new HashMap<>();
              for (int step = 0; step < STEPS; step++) {
                int n = 1 + random.nextInt(ARTICLES);
                int revision = revisions.merge(n, 1, Integer::sum);
                Samples.Draft draft =
                    Samples.draft(n, "Bài " + n, "Bản " + revision)
                        .corrected(revision, null, "2024-06-01T00:00:00Z");
                boolean withdraw = revision > 1 && random.nextInt(4) == 0;
                if (withdraw) {
                  draft.corrected(revision - 1, null, "2024-06-01T00:00:00Z");
                  draft.withdrawn("Nhầm.", "2024-06-01T00:00:00Z");
                }
                news.put(draft.document());
                if (random.nextInt(6) == 0) {
                  LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
                }
              }
            });
    thread.start();
    return thread;
  }

  /** Keeps what a site keeps: a cursor, and the articles as they were when it looked. */
  private final class Follower {
    private final Random random;
    private final List<Long> numbers = new ArrayList<>();
    private final Map<UUID, String> mirror = new HashMap<>();
    private @Nullable String cursor;
    private int cuts;

    Follower(Random random) {
      this.random = random;
    }

    boolean hasAll() {
      return numbers.size() == STEPS;
    }

    /** Listens until so many bytes have come, which may be in the middle of a letter. */
    void listen() throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
              server.address(
                  "/api/changes/stream"
                      + (cursor != null && random.nextBoolean() ? "?since=" + cursor : "")));
      if (cursor != null) {
        request.header("Last-Event-ID", cursor);
      }
      int most = 20 + random.nextInt(3000);
      try (InputStream stream =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body()) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        List<String> event = new ArrayList<>();
        for (int i = 0; i < most && !hasAll(); i++) {
          int next = stream.read();
          if (next != '\n') {
            line.write(next);
          } else if (line.size() > 0) {
            event.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
          } else {
            take(event);
            event.clear();
          }
        }
      }
      cuts++;
    }

    private void take(List<String> event) throws Exception {
      for (String line : event) {
        if (line.startsWith("data: ")) {
          take(JsonMapper.shared().readTree(line.substring("data: ".length())));
        }
      }
    }

    /** Asks for some; now and then the answer is lost. */
    void poll() throws Exception {
      String since = cursor == null ? "" : "&since=" + cursor;
      int limit = 1 + random.nextInt(9);
      String body = get("/api/changes?wait=1&limit=" + limit + since).body();
      if (random.nextInt(3) == 0) {
        cuts++;
        return;
      }
      for (JsonNode change : JsonMapper.shared().readTree(body).get("changes")) {
        take(change);
      }
    }

    private void take(JsonNode change) throws Exception {
      String text = change.get("cursor").asString();
      UUID id = UUID.fromString(change.get("id").asString());
      HttpResponse<String> article = get("/api/articles/" + id);
      if (article.statusCode() == 200) {
        mirror.put(id, article.body());
      } else {
        assertThat(article.statusCode()).isEqualTo(410);
        mirror.remove(id);
      }
      numbers.add(ChangeCursor.of(text).number());
      cursor = text;
    }

    void assertHoldsWhatWeHold() throws Exception {
      assertThat(numbers)
          .as("each once and in order")
          .containsExactlyElementsOf(LongStream.rangeClosed(1, STEPS).boxed().toList());
      Map<UUID, String> ours = new HashMap<>();
      for (int n = 1; n <= ARTICLES; n++) {
        UUID id = Samples.id(n);
        boolean published =
            news.article(id).filter(d -> d.status() == Document.Status.PUBLISHED).isPresent();
        if (published) {
          ours.put(id, get("/api/articles/" + id).body());
        }
      }
      assertThat(mirror).isEqualTo(ours);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address(path)).timeout(Duration.ofSeconds(20)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
