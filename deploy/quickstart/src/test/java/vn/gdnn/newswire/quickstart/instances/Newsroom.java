package vn.gdnn.newswire.quickstart.instances;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands in drafts, corrects, withdraws and reinstates them, some of them before their embargo ends,
 * and remembers what readers have to see of each in the end.
 */
final class Newsroom {

  private static final int ARTICLES = 75;
  private static final List<String> TEXTS =
      List.of(
          "Ông Trương Anh Dũng, Tổng cục trưởng Tổng cục Giáo dục nghề nghiệp, dự họp.",
          "Tổng cục Giáo dục nghề nghiệp ban hành văn bản theo Chỉ thị 24/CT-TTg.",
          "Hội nghị bàn việc tuyển sinh và đào tạo nghề năm nay.");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;
  private final String key;
  private final Random random;
  private final Duration pause;
  private final List<Article> articles = new ArrayList<>();
  private final ReentrantLock desk = new ReentrantLock(true);
  private final AtomicBoolean open = new AtomicBoolean(true);

  Newsroom(String root, String key, Random random, Duration pause) {
    this.root = root;
    this.key = key;
    this.random = random;
    this.pause = pause;
  }

  /** What the newsroom knows of an article of its own. */
  static final class Article {
    final String externalId;
    final Instant publishedAt;
    final List<String> changes = new ArrayList<>();
    Instant embargoUntil;
    String id;
    String text;
    boolean withdrawn;
    private int version;

    private Article(String externalId, Instant publishedAt) {
      this.externalId = externalId;
      this.publishedAt = publishedAt;
    }

    /** Whether no reader may ever have seen it. */
    boolean isKeptBack() {
      return embargoUntil != null && Instant.now().isBefore(embargoUntil);
    }
  }

  /** Works until it is closed. */
  void work() {
    while (open.get()) {
      desk.lock();
      try {
        doSomething();
      } catch (IOException refused) {
        throw new java.io.UncheckedIOException(refused);
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      } finally {
        desk.unlock();
      }
      LockSupport.parkNanos(random.nextLong(2 * pause.toNanos()));
    }
  }

  void close() {
    open.set(false);
  }

  /** Nothing is handed in while this is done. */
  void whileItRests(Runnable task) {
    desk.lock();
    try {
      task.run();
    } finally {
      desk.unlock();
    }
  }

  /** All that it handed in; to be read while it rests, or when it is closed. */
  List<Article> articles() {
    return articles;
  }

  void doSomething() throws IOException, InterruptedException {
    int dice = random.nextInt(10);
    if (articles.size() < 5 || dice < 4 && articles.size() < ARTICLES) {
      create(random.nextInt(6));
      return;
    }
    Article article = articles.get(random.nextInt(articles.size()));
    if (article.embargoUntil != null) {
      // Well before its end, or well after it: in between it may be seen before or after.
      if (!isFarFrom(article.embargoUntil)) {
        return;
      }
      correct(article);
      if (!article.isKeptBack()) {
        article.changes.add("corrected");
      }
    } else if (article.withdrawn) {
      expect(send(request("/" + article.id + "/reinstate").POST(BodyPublishers.noBody())));
      article.withdrawn = false;
      article.changes.add("reinstated");
    } else if (dice == 9) {
      String reason = URLEncoder.encode("Đăng nhầm bản thảo", StandardCharsets.UTF_8);
      expect(send(request("/" + article.id + "?reason=" + reason).DELETE()));
      article.withdrawn = true;
      article.changes.add("withdrawn");
    } else {
      correct(article);
      article.changes.add("corrected");
    }
  }

  private static boolean isFarFrom(Instant moment) {
    return Duration.between(Instant.now(), moment).abs().toSeconds() > 30;
  }

  private void create(int kind) throws IOException, InterruptedException {
    Article article =
        new Article(
            "bai-" + articles.size(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(random.nextInt(2_000_000)));
    if (kind == 0) {
      article.embargoUntil =
          Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(2_000 + random.nextInt(15_000));
      article.changes.add("released");
    } else if (kind == 1 && articles.size() % 3 == 0) {
      article.embargoUntil = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3600);
    } else {
      article.changes.add("published");
    }
    correct(article);
    articles.add(article);
  }

  private void correct(Article article) throws IOException, InterruptedException {
    article.version++;
    article.text = "Bản %d của %s.".formatted(article.version, article.externalId);
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("source", "gdnn.gov.vn");
    draft.put("externalId", article.externalId);
    draft.put("version", article.version);
    draft.put("title", "Tin " + article.externalId);
    String known = TEXTS.get(random.nextInt(TEXTS.size()));
    draft.put("body", article.text + "\n\n" + known);
    draft.put("publishedAt", article.publishedAt.toString());
    if (article.embargoUntil != null && article.version == 1) {
      draft.put("embargoUntil", article.embargoUntil.toString());
    }
    HttpResponse<String> answer =
        send(
            request("")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(draft))));
    expect(answer);
    article.id = new JsonMapper().readTree(answer.body()).path("id").asString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + "/api/articles" + path))
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void expect(HttpResponse<String> answer) {
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }
}
