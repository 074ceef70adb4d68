package vn.gdnn.newswire.quickstart.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import vn.gdnn.newswire.quickstart.process.Ports;
import vn.gdnn.newswire.quickstart.process.TestChild;
import vn.gdnn.newswire.quickstart.process.TestService;

/**
 * Two publish instances on one log and one store, each in a process of its own, while a newsroom
 * works: one is killed or put to sleep at any moment, again and again, and comes back. Readers of
 * either see the same bytes, every change once and in order, and the end of each embargo in time.
 */
class TwoInstancesIT {

  private static final Logger LOG = LoggerFactory.getLogger(TwoInstancesIT.class);
  private static final Duration LONG = Duration.ofSeconds(120);
  private static final Duration BETWEEN_TWO_DRAFTS = Duration.ofMillis(400);

  /** A dead consumer is missed after so long; the broker takes no less. */
  private static final String SESSIONS =
      "{\"spring\":{\"cloud\":{\"stream\":{\"kafka\":{\"binder\":{\"consumer-properties\":"
          + "{\"session.timeout.ms\":\"6000\",\"heartbeat.interval.ms\":\"1500\"}}}}}}}";

  private static final Pattern KEEPS = Pattern.compile("(\\S+) .*: This instance is the keeper .*");
  private static final Pattern RELEASED =
      Pattern.compile("(\\S+) .*: article (\\S+) revision .*: visible as released");

  private static final List<String> LISTS =
      Stream.of("/feeds/all", "/feeds/people/truong-anh-dung", "/feeds/plans/chi-thi-24-ct-ttg")
          .flatMap(feed -> Stream.of(feed, feed + "/archive/1", feed + "/archive/2"))
          .flatMap(feed -> Stream.of(feed + ".rss", feed + ".atom", feed + ".json"))
          .toList();
  private static final List<String> OTHERS =
      List.of(
          "/",
          "/people/truong-anh-dung",
          "/units/tong-cuc-giao-duc-nghe-nghiep",
          "/search?q=tuyen+sinh",
          "/feeds/changes.atom",
          "/feeds.opml",
          "/sitemap.xml",
          "/robots.txt",
          "/api/articles?limit=100",
          "/api/articles?person=truong-anh-dung",
          "/api/changes?limit=1000");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path directory;

  private final long seed = Long.getLong("newswire.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<AutoCloseable> running = new ArrayList<>();
  private final List<TestService> instances = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private Newsroom newsroom;

  @BeforeEach
  void start() throws Exception {
    LOG.info("seed {}", seed);
    int kafka = Ports.free();
    int store = Ports.free();
    int ingest = Ports.free();
    int enrich = Ports.free();
    running.add(TestChild.store(directory, store));
    running.add(TestChild.broker(directory, kafka));
    Map<String, String> common = new HashMap<>();
    common.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka);
    common.put("MONGODB_URI", "mongodb://127.0.0.1:" + store + "/newswire");
    common.put("PUBLIC_URL", "https://tin.gdnn.example");
    common.put("SPRING_APPLICATION_JSON", SESSIONS);
    common.put("MALLOC_ARENA_MAX", "2");
    common.put("REGISTRY_FOLDER", Path.of("../../seeds/registry").toAbsolutePath().toString());
    Path key = Files.writeString(directory.resolve("api-key"), "newsroom-of-the-test");
    common.put("API_KEY_FILE", key.toString());
    common.put("ENRICH_URL", "http://127.0.0.1:" + enrich);
    List<TestService> starting = new ArrayList<>();
    starting.add(service("ingest", "ingest", ingest, common));
    starting.add(service("enrich", "enrich", enrich, common));
    for (String name : List.of("publish-a", "publish-b")) {
      int port = Ports.free();
      instances.add(service("publish", name, port, common));
      sites.add(new Site(port));
    }
    starting.addAll(instances);
    starting.forEach(TestService::start);
    starting.forEach(TestService::awaitUp);
    newsroom =
        new Newsroom(
            "http://127.0.0.1:" + ingest,
            Files.readString(key),
            new Random(random.nextLong()),
            BETWEEN_TWO_DRAFTS);
  }

  private TestService service(String service, String name, int port, Map<String, String> common) {
    int management = Ports.free();
    Map<String, String> environment = new HashMap<>(common);
    String prefix = service.toUpperCase(java.util.Locale.ROOT);
    environment.put(prefix + "_PORT", String.valueOf(port));
    environment.put(prefix + "_MANAGEMENT_PORT", String.valueOf(management));
    TestService made =
        TestService.of(service, management, environment, directory.resolve(name + ".log"));
    running.add(made);
    return made;
  }

  @AfterEach
  void stop() throws Exception {
    workers.shutdownNow();
    for (AutoCloseable child : running) {
      child.close();
    }
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void giveTheSameBytes_whileOneIsKilledAndComesBack() throws Exception {
    SameBytes same = new SameBytes(sites, new Random(random.nextLong()));
    List<Follower> followers =
        List.of(
            new Follower(sites, new Random(random.nextLong()), true, false),
            new Follower(sites, new Random(random.nextLong()), false, true),
            new Follower(sites, new Random(random.nextLong()), true, true));
    List<String> paths = new ArrayList<>(LISTS);
    for (int i = 0; i < 4; i++) {
      paths.addAll(OTHERS);
    }
    CompletableFuture<Void> work = run(newsroom::work);
    CompletableFuture<Void> comparing = run(() -> same.compareOnAndOn(paths));
    List<CompletableFuture<Void>> following =
        followers.stream().map(follower -> run(follower::follow)).toList();

    for (int round = 0; round < 4; round++) {
      disturb(round);
      newsroom.whileItRests(() -> assertSameNow(newsroom.articles()));
      assertThat(comparing).as("the comparison goes on").isNotCompletedExceptionally();
    }

    newsroom.close();
    work.join();
    List<Newsroom.Article> articles = newsroom.articles();
    assertSameNow(articles);
    assertNumberedWithoutGap();
    same.close();
    comparing.join();
    LOG.info("{} comparisons while they were disturbed", same.compared());
    assertThat(same.compared()).isGreaterThan(10);

    Map<String, Site.Answer> before = everything(sites.get(0), articles);
    assertThat(before).hasSizeGreaterThan(articles.size() * 2);
    assertSame(before, everything(sites.get(1), articles));
    assertMirrored(followers, following, articles);
    assertReleasedInTime(articles);

    // And from nothing kept in memory.
    instances.forEach(TestService::kill);
    instances.forEach(TestService::start);
    instances.forEach(TestService::awaitUp);
    assertSame(before, everything(sites.get(1), articles));
    assertSame(before, everything(sites.get(0), articles));
  }

  private CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, workers);
  }

  /** Kills the keeper, the other one, or puts the keeper to sleep until another has its place. */
  private void disturb(int round) throws Exception {
    int keeper = keeper();
    int victim = round % 3 == 1 ? 1 - keeper : keeper;
    boolean sleep = round % 3 == 2;
    LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(3_000)).toNanos());
    TestService instance = instances.get(victim);
    Duration away = Duration.ofMillis(sleep ? 9_000 : random.nextInt(9_000));
    LOG.info(
        "instance {}, {}, {} for {} ms",
        victim,
        victim == keeper ? "the keeper" : "not the keeper",
        sleep ? "sleeps" : "is killed",
        away.toMillis());
    if (sleep) {
      instance.sleep();
      LockSupport.parkNanos(away.toNanos());
      instance.wake();
    } else {
      instance.kill();
      LockSupport.parkNanos(away.toNanos());
      instance.start();
    }
    instance.awaitUp();
    LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
  }

  /** The one that took the entries over last. */
  private int keeper() throws Exception {
    Instant a = newest(takeOvers(instances.get(0)));
    Instant b = newest(takeOvers(instances.get(1)));
    return a.isAfter(b) ? 0 : 1;
  }

  private static Instant newest(List<Instant> moments) {
    return moments.isEmpty() ? Instant.EPOCH : moments.get(moments.size() - 1);
  }

  private static List<Instant> takeOvers(TestService instance) throws Exception {
    return lines(instance, KEEPS).map(line -> moment(line.group(1))).toList();
  }

  private static Stream<Matcher> lines(TestService instance, Pattern pattern) throws Exception {
    return Files.readAllLines(instance.log()).stream()
        .map(pattern::matcher)
        .filter(Matcher::matches);
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** Both have come as far as the newsroom, and give the same; an embargo may end in between. */
  private void assertSameNow(List<Newsroom.Article> articles) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertAllThere(articles));
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertSame(everything(sites.get(0), articles), everything(sites.get(1), articles)));
  }

  /** Each article stands as the newsroom left it, at both. */
  private void assertAllThere(List<Newsroom.Article> articles) {
    for (Site site : sites) {
      for (Newsroom.Article article : articles) {
        Site.Answer answer = site.get("/api/articles/" + article.id).orElseThrow();
        int expected = article.isKeptBack() ? 404 : article.withdrawn ? 410 : 200;
        assertThat(answer.status()).as(article.externalId).isEqualTo(expected);
        if (expected == 200) {
          assertThat(answer.json().path("body").asString()).startsWith(article.text);
        }
      }
    }
  }

  /** 1, 2, 3 … and of each article what the newsroom did with it, once and in its order. */
  private void assertNumberedWithoutGap() {
    List<JsonNode> changes = new ArrayList<>();
    String since = "";
    JsonNode page;
    do {
      page = sites.get(0).get("/api/changes?limit=1000" + since).orElseThrow().json();
      page.path("changes").forEach(changes::add);
      since = "&since=" + page.path("next").asString();
    } while (page.path("more").asBoolean());
    Map<String, List<String>> byArticle = new LinkedHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      JsonNode change = changes.get(i);
      String cursor = new String(Base64.getUrlDecoder().decode(change.path("cursor").asString()));
      assertThat(cursor).endsWith(" " + (i + 1));
      byArticle
          .computeIfAbsent(change.path("id").asString(), id -> new ArrayList<>())
          .add(change.path("what").asString());
    }
    Map<String, List<String>> expected = new HashMap<>();
    for (Newsroom.Article article : newsroom.articles()) {
      if (!article.isKeptBack()) {
        expected.put(article.id, article.changes);
      }
    }
    assertThat(byArticle).isEqualTo(expected);
  }

  /** All that a reader can get: lists, and each article in each form. */
  private static Map<String, Site.Answer> everything(Site site, List<Newsroom.Article> articles) {
    List<String> paths = new ArrayList<>(LISTS);
    paths.addAll(OTHERS);
    for (Newsroom.Article article : articles) {
      paths.add("/articles/" + article.id);
      paths.add("/api/articles/" + article.id);
    }
    Map<String, Site.Answer> all = new LinkedHashMap<>();
    for (String path : paths) {
      all.put(path, site.get(path).orElseThrow());
    }
    return all;
  }

  private static void assertSame(Map<String, Site.Answer> one, Map<String, Site.Answer> other) {
    one.forEach(
        (path, answer) -> {
          if (!answer.equals(other.get(path))) {
            throw new AssertionError(path + ": " + Site.Answer.difference(answer, other.get(path)));
          }
        });
  }

  private void assertMirrored(
      List<Follower> followers,
      List<CompletableFuture<Void>> following,
      List<Newsroom.Article> articles) {
    JsonNode changes = sites.get(0).get("/api/changes?limit=1000").orElseThrow().json();
    List<String> cursors = new ArrayList<>();
    changes.path("changes").forEach(change -> cursors.add(change.path("cursor").asString()));
    String last = cursors.get(cursors.size() - 1);
    Map<String, String> ours = new HashMap<>();
    for (Newsroom.Article article : articles) {
      Site.Answer answer = sites.get(0).get("/api/articles/" + article.id).orElseThrow();
      if (answer.status() == 200) {
        ours.put(article.id, answer.body());
      }
    }
    for (int i = 0; i < followers.size(); i++) {
      Follower follower = followers.get(i);
      await().atMost(LONG).until(() -> last.equals(follower.cursor()));
      follower.close();
    }
    following.forEach(CompletableFuture::join);
    for (Follower follower : followers) {
      LOG.info("{} changes followed, cut off {} times", follower.cursors().size(), follower.cuts());
      assertThat(follower.cuts()).isGreaterThan(5);
      assertThat(follower.sitesUsed()).isEqualTo(2);
      assertThat(follower.cursors()).as("each once and in order").isEqualTo(cursors);
      assertThat(follower.mirror()).isEqualTo(ours);
    }
  }

  /**
   * Within a second after its end, or after a take-over when that came later; what came in
   * meanwhile goes first, since an embargo's end is an entry like others. A machine that starts a
   * process on each of its few processors gets more time.
   */
  private void assertReleasedInTime(List<Newsroom.Article> articles) throws Exception {
    Map<String, Duration> late = new HashMap<>();
    Map<String, Instant> ends = new HashMap<>();
    articles.stream()
        .filter(article -> article.embargoUntil != null)
        .forEach(article -> ends.put(article.id, article.embargoUntil));
    for (TestService instance : instances) {
      List<Instant> takeOvers = takeOvers(instance);
      lines(instance, RELEASED)
          .forEach(
              line -> {
                Instant seen = moment(line.group(1));
                Instant end = ends.get(line.group(2));
                Optional<Instant> takeOver =
                    takeOvers.stream().filter(at -> !at.isAfter(seen)).reduce((x, y) -> y);
                Instant from = takeOver.filter(end::isBefore).orElse(end);
                assertThat(seen).isAfterOrEqualTo(end);
                late.merge(
                    line.group(2),
                    Duration.between(from, seen),
                    (x, y) -> x.compareTo(y) < 0 ? x : y);
              });
    }
    LOG.info("embargoes ended late by {}", late.values().stream().sorted().toList());
    assertThat(late).isNotEmpty();
    assertThat(late.values()).allMatch(each -> each.compareTo(Duration.ofSeconds(10)) < 0);
    assertThat(new HashSet<>(late.keySet()))
        .isEqualTo(
            new HashSet<>(
                articles.stream()
                    .filter(article -> article.changes.contains("released"))
                    .map(article -> article.id)
                    .toList()));
  }
}
