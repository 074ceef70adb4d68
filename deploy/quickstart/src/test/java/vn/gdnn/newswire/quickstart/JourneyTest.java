package vn.gdnn.newswire.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.quickstart.client.IngestClient;

/**
 * The whole road: real broker, store, services and HTTP, each in a process of its own. The steps
 * follow one another, as a day at the newsroom would.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {

  private static final List<String> FEEDS =
      List.of("/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json");
  private static final Path SEEDS = Path.of("../../seeds/drafts");
  private static final String JUNE = ArticleIds.of(IngestClient.SOURCE, "000.txt").toString();
  private static final String JANUARY = ArticleIds.of(IngestClient.SOURCE, "003.txt").toString();

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
    String corrected = Files.readString(SEEDS.resolve("000.txt")).replace("khó khăng", "khó khăn");
    Path file = Files.writeString(directory.resolve("000.txt"), corrected);
    assertThat(newswire.gdnn("submit", file.toString()).resultLines())
        .containsExactly(JUNE + "\tpublished\t" + file);
    assertThat(newswire.get("/api/articles/" + JUNE).body())
        .contains("\"revision\":2")
        .doesNotContain("khó khăng");
    for (String feed : FEEDS) {
      assertThat(newswire.get(feed).body()).as(feed).contains(JUNE).doesNotContain("khó khăng");
    }
  }

  @Test
  @Order(5)
  void withdrawal_takesTheTextAway_andSaysWhy() {
    TestTerminal withdrawn = newswire.gdnn("withdraw", JANUARY, "--reason", "Đăng nhầm bản thảo");
    assertThat(withdrawn.resultLines()).containsExactly(JANUARY + "\twithdrawn");
    assertThat(newswire.get("/api/articles/" + JANUARY).statusCode()).isEqualTo(410);
    assertThat(newswire.get("/api/articles/" + JANUARY).body()).contains("Đăng nhầm bản thảo");
    for (String feed : FEEDS) {
      assertThat(newswire.get(feed).body()).as(feed).doesNotContain("Phí Mạnh Thắng");
    }
    assertThat(newswire.gdnn("submit", SEEDS.resolve("003.txt").toString()).results())
        .contains(JANUARY + "\trefused: withdrawn");
  }

  @Test
  @Order(6)
  void orderlyRestart_givesTheSameBytes() throws Exception {
    Map<String, String> before = everythingPublic();
    assertThat(newswire.stop()).isEqualTo(Gdnn.DONE);
    newswire.up();
    assertThat(everythingPublic()).isEqualTo(before);
  }

  @Test
  @Order(7)
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
