package vn.gdnn.newswire.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.quickstart.client.IngestClient;

/**
 * The whole road: real broker, store, services and HTTP, each in a process of its own. The steps
 * follow one another, as a day at the newsroom would.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

  private static final List<String> FEEDS =
      List.of("/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json");
  private static final Path SEEDS = Path.of("../../seeds/drafts");
  private static final String JUNE = ArticleIds.of(IngestClient.SOURCE, "000.txt").toString();
  private static final String JANUARY = ArticleIds.of(IngestClient.SOURCE, "003.txt").toString();

  /** A slip of the pen in the seed, as it was published, and what it should be. */
  private static final String SLIP = "vướng mắc khó khăng trong";

  private static final String RIGHT = "vướng mắc khó khăn trong";
  private static final String SPEAKER = "Phí Mạnh Thắng";
  private static final String CLOSING = "gửi lời chúc sức khỏe, hạnh phúc, thành công";
  private static final String REASON = "Đăng nhầm bản thảo";

  @TempDir static Path directory;
  private static RunningNewswire newswire;

  @BeforeAll
  static void up() throws Exception {
    newswire = new RunningNewswire(directory.resolve("data"));
    newswire.up();
  }

  @AfterAll
  static void stop() {
    newswire.close();
  }

  @Test
  @Order(1)
  void seeds_areInAllThreeFeeds_andOnPages() {
    for (String feed : FEEDS) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(newswire.get(feed).body())
                      .as(feed)
                      .contains(
                          "urn:uuid:" + JUNE,
                          "urn:uuid:" + JANUARY,
                          "Tập trung thực hiện nhiệm vụ trọng tâm"));
    }
    assertPage("/", "Tập trung thực hiện nhiệm vụ trọng tâm 7 tháng cuối năm");
    assertPage("/articles/" + JUNE, "Trương Anh Dũng");
    assertPage("/people/truong-anh-dung", "Trương Anh Dũng");
    assertPage("/units/tong-cuc-giao-duc-nghe-nghiep", "Tổng cục Giáo dục nghề nghiệp");
    assertPage("/plans/chi-thi-24-ct-ttg", "24/CT-TTg");
    assertThat(newswire.get("/feeds/people/truong-anh-dung.atom").body())
        .contains(JUNE)
        .doesNotContain(JANUARY);
  }

  @Test
  @Order(1)
  void whatTheRegistryKnowsStandsOnPages_ofWhatNoArticleNamesToo() {
    // Enrich writes it once the topics are there; nobody waits for it.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertPage("/plans/nghi-dinh-15-2019-nd-cp", "15/2019/NĐ-CP"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertPage("/people/truong-anh-dung", "Chức vụ theo thời gian"));
    assertPage("/people/truong-anh-dung", "Chưa rõ ngày bổ nhiệm");
    assertPage("/units/tong-cuc-giao-duc-nghe-nghiep", "Trước và sau");
    assertPage("/units/tong-cuc-day-nghe", "Hiện không có bài nào.");
    assertPage("/plans/chi-thi-24-ct-ttg", "Nơi ban hành");
    assertThat(newswire.get("/feeds/units/tong-cuc-day-nghe.atom").statusCode()).isEqualTo(200);
    assertThat(newswire.get("/api/units/tong-cuc-day-nghe").body())
        .contains("\"predecessors\":[{", "\"articles\":0");
  }

  private static void assertPage(String path, String words) {
    var page = newswire.get(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    assertThat(page.body()).as(path).contains(words);
  }

  @Test
  @Order(2)
  void status_tellsEachStep_andTheTags() {
    TestTerminal status = newswire.gdnn("status", JUNE);
    assertThat(status.resultLines())
        .contains("id         " + JUNE, "state      published", "revision   1")
        .anyMatch(line -> line.startsWith("step       received"))
        .anyMatch(line -> line.startsWith("step       visible"))
        .anyMatch(
            line ->
                line.startsWith("tag        PERSON     Trương Anh Dũng  (truong-anh-dung, 4×)"));
  }

  @Test
  @Order(2)
  void preview_showsTheVeryTagsThatTheCommandLineGives_andKeepsNothing() throws Exception {
    Map<String, String> before = everythingPublic();
    for (String seed : List.of("000.txt", "003.txt")) {
      JsonNode preview = newswire.preview(Files.readString(SEEDS.resolve(seed)));

      JsonNode tagged =
          new JsonMapper()
              .readTree(newswire.gdnn("tag", "--json", SEEDS.resolve(seed).toString()).results());
      for (String field : List.of("title", "body", "tags", "offices")) {
        assertThat(preview.path(field)).as(seed + " " + field).isEqualTo(tagged.path(field));
      }
      assertThat(preview.path("tags").size()).isPositive();
    }
    assertThat(everythingPublic()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void seedsSentAgain_changeNothing() {
    Map<String, String> before = everythingPublic();
    TestTerminal again = newswire.gdnn("submit", SEEDS.toString());
    assertThat(again.resultLines())
        .containsExactly(
            JUNE + "\trepeated\t" + SEEDS.resolve("000.txt"),
            JANUARY + "\trepeated\t" + SEEDS.resolve("003.txt"));
    assertThat(everythingPublic()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void correction_isTheNextRevision_inEveryFeed() throws Exception {
    Map<String, FeedItem> before = inEachFeed(JUNE);
    assertThat(before.values())
        .allSatisfy(item -> assertThat(item.text()).contains(SLIP).doesNotContain(RIGHT));
    awaitASecondAfter(before);

    String corrected = Files.readString(SEEDS.resolve("000.txt")).replace(SLIP, RIGHT);
    Path file = Files.writeString(directory.resolve("000.txt"), corrected);
    assertThat(newswire.gdnn("submit", file.toString()).resultLines())
        .containsExactly(JUNE + "\tpublished\t" + file);

    JsonNode document = newswire.api("/api/articles/" + JUNE);
    assertThat(document.path("code").asInt()).isEqualTo(200);
    assertThat(document.path("revision").asInt()).isEqualTo(2);
    assertThat(document.path("body").asString()).contains(RIGHT).doesNotContain(SLIP);
    assertThat(newswire.get("/articles/" + JUNE).body()).contains(RIGHT).doesNotContain(SLIP);
    inEachFeed(JUNE)
        .forEach(
            (feed, item) -> {
              assertThat(item.text()).as(feed).contains(RIGHT).doesNotContain(SLIP);
              assertThat(item.title()).as(feed).isEqualTo(before.get(feed).title());
              assertNewerNotNew(feed, item, before.get(feed));
            });
  }

  @Test
  @Order(5)
  void withdrawal_takesTheTextAway_andSaysWhy() {
    Map<String, FeedItem> before = inEachFeed(JANUARY);
    assertThat(before.values())
        .allSatisfy(item -> assertThat(item.text()).contains(SPEAKER, CLOSING));
    awaitASecondAfter(before);

    TestTerminal withdrawn = newswire.gdnn("withdraw", JANUARY, "--reason", REASON);
    assertThat(withdrawn.resultLines()).containsExactly(JANUARY + "\twithdrawn");

    JsonNode document = newswire.api("/api/articles/" + JANUARY);
    assertThat(document.path("code").asInt()).isEqualTo(410);
    assertThat(document.path("status").asString()).isEqualTo("withdrawn");
    assertThat(document.path("revision").asInt()).isEqualTo(2);
    assertThat(document.path("notice").path("text").asString()).isEqualTo(REASON);
    assertThat(document.has("body") || document.has("title")).isFalse();
    var page = newswire.get("/articles/" + JANUARY);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body())
        .contains("Bài này đã rút", REASON)
        .doesNotContain(SPEAKER, CLOSING, before.get(FEEDS.get(0)).title());
    inEachFeed(JANUARY)
        .forEach(
            (feed, item) -> {
              String notice = "Bài này đã rút. Lý do: " + REASON;
              assertThat(item.title()).as(feed).isEqualTo("Bài này đã rút");
              assertThat(item.text()).as(feed).isEqualTo(notice);
              assertThat(item.summary()).as(feed).isEqualTo(notice);
              assertNewerNotNew(feed, item, before.get(feed));
            });
    for (String feed : FEEDS) {
      assertThat(newswire.get(feed).body()).as(feed).doesNotContain(SPEAKER, CLOSING);
    }
    assertThat(newswire.gdnn("submit", SEEDS.resolve("003.txt").toString()).results())
        .contains(JANUARY + "\trefused: withdrawn");
  }

  @Test
  @Order(6)
  void reinstatement_givesTheTextBack_inEveryFeed() throws Exception {
    Map<String, FeedItem> withdrawn = inEachFeed(JANUARY);
    awaitASecondAfter(withdrawn);

    assertThat(newswire.post("/api/articles/" + JANUARY + "/reinstate")).isEqualTo("published");

    JsonNode document = newswire.api("/api/articles/" + JANUARY);
    assertThat(document.path("code").asInt()).isEqualTo(200);
    assertThat(document.path("status").asString()).isEqualTo("published");
    assertThat(document.path("revision").asInt()).isEqualTo(3);
    assertThat(document.has("notice")).isFalse();
    assertThat(document.path("body").asString()).contains(SPEAKER, CLOSING);
    assertPage("/articles/" + JANUARY, CLOSING);
    inEachFeed(JANUARY)
        .forEach(
            (feed, item) -> {
              assertThat(item.title()).as(feed).startsWith("Đảng Bộ Tổng cục");
              assertThat(item.text()).as(feed).contains(SPEAKER, CLOSING).doesNotContain(REASON);
              assertNewerNotNew(feed, item, withdrawn.get(feed));
            });

    // And taken back for good, which the restarts below must keep.
    assertThat(newswire.gdnn("withdraw", JANUARY, "--reason", REASON).resultLines())
        .containsExactly(JANUARY + "\twithdrawn");
  }

  private static Map<String, FeedItem> inEachFeed(String article) {
    Map<String, FeedItem> items = new LinkedHashMap<>();
    for (String feed : FEEDS) {
      items.put(feed, FeedItem.in(feed, newswire.get(feed).body(), "urn:uuid:" + article));
    }
    return items;
  }

  /** Feeds count in seconds: what comes in the same one could not be told apart. */
  private static void awaitASecondAfter(Map<String, FeedItem> items) {
    items
        .values()
        .forEach(
            item -> await().until(() -> Instant.now().isAfter(item.updated().plusMillis(1_000))));
  }

  /** Readers are shown it again as changed, at the place where it stood. */
  private static void assertNewerNotNew(String feed, FeedItem now, FeedItem before) {
    assertThat(now.id()).as(feed).isEqualTo(before.id());
    assertThat(now.published()).as(feed).isEqualTo(before.published());
    assertThat(now.updated()).as(feed).isAfter(before.updated());
  }

  @Test
  @Order(7)
  void orderlyRestart_givesTheSameBytes() throws Exception {
    Map<String, String> before = everythingPublic();
    assertThat(newswire.stop()).isEqualTo(Gdnn.DONE);
    newswire.up();
    assertThat(everythingPublic()).isEqualTo(before);
  }

  @Test
  @Order(8)
  void killOfEveryProcess_givesTheSameBytes_andLosesNothingAccepted() throws Exception {
    for (boolean launcherFirst : new boolean[] {true, false}) {
      Path file =
          Files.writeString(
              directory.resolve("late-" + launcherFirst + ".txt"),
              "Tin cuối ngày\n\nÔng Trương Anh Dũng dự họp.");
      assertThat(newswire.gdnn("submit", file.toString()).results()).contains("\tpublished\t");
      Map<String, String> before = everythingPublic();
      newswire.killAll(launcherFirst);
      newswire.up();
      assertThat(everythingPublic()).isEqualTo(before);
    }
    assertThat(newswire.gdnn("submit", SEEDS.toString()).results())
        .contains(JUNE + "\trepeated", JANUARY + "\trefused: withdrawn");
  }

  private static Map<String, String> everythingPublic() {
    Map<String, String> bodies = new LinkedHashMap<>();
    for (String path : FEEDS) {
      bodies.put(path, newswire.get(path).body());
    }
    for (String path :
        List.of(
            "/",
            "/people/truong-anh-dung",
            "/api/changes",
            "/api/articles/" + JUNE,
            "/api/articles/" + JANUARY,
            "/feeds/people/truong-anh-dung.rss")) {
      bodies.put(path, newswire.get(path).body());
    }
    return bodies;
  }
}
