package vn.gdnn.newswire.publish.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.faces.FacesServer;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.mongo.MongoStandings;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;

/** Real receivers on real connections; where they stand is kept in the storage suite's store. */
class WebhookTest {

  private static final String DELIVERIES = "articles.push.deliveries";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final FakeNews news = new FakeNews();
  private final Standings standings = new MongoStandings(new Store(TestDatabase.fresh()));
  private final List<AutoCloseable> open = new ArrayList<>();
  private int published;

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void tellsOfEveryChangeInOrder_withTheEntryThatTheApiHas() throws Exception {
    publish(3);
    Receiver site = receiver();
    PushInstance instance = start(site.settings(0, "tinh-a", folder)).takeOver();
    await().atMost(LONG).until(() -> site.taken().size() == 3);
    publish(2);
    await().atMost(LONG).until(() -> site.taken().size() == 5);
    assertThat(site.taken()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(site.received())
        .extracting(Receiver.Delivery::id)
        .containsExactly("change_1_1", "change_1_2", "change_1_3", "change_1_4", "change_1_5");
    // A delivery is counted once its answer is read.
    await().atMost(LONG).until(() -> instance.lag("tinh-a") == 0);
    assertThat(instance.count(DELIVERIES, "tinh-a", "delivered")).isEqualTo(5);
    assertThat(instance.attempts(DELIVERIES, "tinh-a")).isEqualTo(5);

    try (FacesServer server = new FacesServer()) {
      news.changes(0, 10)
          .forEach(change -> server.news().put(news.article(change.id()).orElseThrow()));
      JsonNode ours;
      try (var in = server.address("/api/changes").toURL().openStream()) {
        ours = JsonMapper.shared().readTree(in).get("changes");
      }
      for (int i = 0; i < 5; i++) {
        assertThat(site.received().get(i).body()).isEqualTo(ours.get(i).toString());
      }
    }
  }

  @Test
  void oneThatIsNewBeginsWithWhatIsNew_unlessToldOtherwise() throws Exception {
    publish(4);
    Receiver newest = receiver();
    Receiver start = receiver();
    Receiver cursor = receiver();
    List<String> settings = new ArrayList<>(newest.settings(0, "newest", folder));
    settings.add("newswire.push.receivers[0].from=newest");
    settings.removeIf(setting -> setting.equals("newswire.push.receivers[0].from=start"));
    settings.addAll(start.settings(1, "start", folder));
    List<String> third = new ArrayList<>(cursor.settings(2, "cursor", folder));
    third.remove("newswire.push.receivers[2].from=start");
    third.add("newswire.push.receivers[2].from=" + cursor(3));
    settings.addAll(third);
    PushInstance instance = start(settings).takeOver();
    await().atMost(LONG).until(() -> instance.lag("newest") == 0);
    instance.kill();
    publish(2);

    // What came while nobody told is told, though it begins "newest".
    start(settings).takeOver();
    await().atMost(LONG).until(() -> newest.taken().size() >= 2 && start.taken().contains(6L));
    assertThat(newest.taken()).containsExactly(5L, 6L);
    assertThat(firsts(start.taken())).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    await().atMost(LONG).until(() -> cursor.taken().contains(6L));
    assertThat(firsts(cursor.taken())).containsExactly(4L, 5L, 6L);
  }

  @Test
  void oneThatIsSlowOrDeadHoldsUpNobody() {
    Receiver quick = receiver();
    Receiver slow = receiver();
    Receiver dead = receiver();
    slow.behave(
        delivery -> {
          Thread.sleep(300);
          return 200;
        });
    List<String> settings = new ArrayList<>(quick.settings(0, "quick", folder));
    settings.addAll(slow.settings(1, "slow", folder));
    settings.addAll(dead.settings(2, "dead", folder));
    dead.close();
    PushInstance instance = start(settings).takeOver();
    publish(20);
    long begin = System.nanoTime();
    await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> quick.taken().size() == 20);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    assertThat(slow.taken().size()).isLessThan(20);
    assertThat(instance.lag("dead")).isEqualTo(20);
    assertThat(instance.says("dead"))
        .contains("behind=20", "does not learn of changes", "can't be reached")
        .doesNotContain("s3cret");
    assertThat(instance.health().getStatus()).isEqualTo(Status.UP);
    await().atMost(LONG).until(() -> slow.taken().size() == 20);
    assertThat(slow.taken()).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void whatIsRefusedIsNotSentAgain_andCounted() {
    Receiver site = receiver();
    site.behave(delivery -> delivery.number() == 2 ? 404 : delivery.number() == 3 ? 400 : 200);
    PushInstance instance = start(site.settings(0, "tinh-a", folder)).takeOver();
    publish(5);
    await().atMost(LONG).until(() -> site.numbers().contains(5L));
    assertThat(site.numbers()).containsExactly(1L, 2L, 3L, 4L, 5L);
    await().atMost(LONG).until(() -> instance.lag("tinh-a") == 0);
    assertThat(instance.count(DELIVERIES, "tinh-a", "refused")).isEqualTo(2);
    assertThat(instance.count(DELIVERIES, "tinh-a", "delivered")).isEqualTo(3);
    assertThat(instance.attempts(DELIVERIES, "tinh-a")).isEqualTo(5);
    assertThat(instance.says("tinh-a"))
        .contains("2 in all were refused", "from change 2 to 3", "answered 400")
        .contains("/api/changes?since=" + cursor(1));

    instance.close();
    PushInstance next = start(site.settings(0, "tinh-a", folder)).takeOver();
    await().atMost(LONG).untilAsserted(() -> assertThat(next.says("tinh-a")).contains("2 in all"));
  }

  @Test
  void whoRefusesEverythingIsNotFlooded() {
    Receiver site = receiver();
    site.behave(delivery -> 403);
    List<String> settings = new ArrayList<>(site.settings(0, "tinh-a", folder));
    settings.add("newswire.push.back-off.initial=200ms");
    settings.add("newswire.push.back-off.max=10s");
    start(settings).takeOver();
    publish(100);
    await().atMost(LONG).until(() -> site.numbers().size() >= 3);
    assertThat(site.numbers().size()).isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "429, later",
    "408, later",
    "500, failed",
    "503, failed",
    "302, failed",
    "0, unreachable"
  })
  void whatFailsIsSentAgainUntilItIsTaken_andNothingBeforeIt(int status, String result) {
    Receiver site = receiver();
    site.behave(
        delivery ->
            delivery.number() == 2 && site.numbers().stream().filter(n -> n == 2).count() < 3
                ? status
                : 200);
    PushInstance instance = start(site.settings(0, "tinh-a", folder)).takeOver();
    publish(3);
    await().atMost(LONG).until(() -> site.taken().contains(3L));
    assertThat(site.numbers()).containsExactly(1L, 2L, 2L, 2L, 2L, 3L);
    assertThat(site.received().stream().filter(delivery -> delivery.number() == 2))
        .extracting(Receiver.Delivery::id)
        .containsOnly("change_1_2");
    assertThat(instance.count(DELIVERIES, "tinh-a", result)).isEqualTo(3);
    await().atMost(LONG).until(() -> instance.lag("tinh-a") == 0);
    assertThat(instance.says("tinh-a")).doesNotContain("missing");
  }

  @Test
  void waitsAsLongAsAReceiverAsks() {
    Receiver site = receiver();
    site.retryAfter("2");
    site.behave(delivery -> site.numbers().isEmpty() ? 429 : 200);
    start(site.settings(0, "tinh-a", folder)).takeOver();
    publish(1);
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> site.numbers().size() == 1);
    long begin = System.nanoTime();
    await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(() -> site.taken().size() == 1);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1800));
  }

  @Test
  void whoIsGoneIsToldNothingMore_untilItHasAnotherAddress() {
    Receiver site = receiver();
    site.behave(delivery -> delivery.number() == 2 ? 410 : 200);
    List<String> settings = site.settings(0, "tinh-a", folder);
    PushInstance instance = start(settings).takeOver();
    publish(4);
    await().atMost(LONG).untilAsserted(() -> assertThat(instance.says("tinh-a")).contains("410"));
    assertThat(instance.count(DELIVERIES, "tinh-a", "gone")).isEqualTo(1);
    instance.close();
    PushInstance again = start(settings).takeOver();
    await().atMost(LONG).untilAsserted(() -> assertThat(again.says("tinh-a")).contains("410"));
    assertThat(again.attempts(DELIVERIES, "tinh-a")).isZero();
    assertThat(again.lag("tinh-a")).isEqualTo(3);
    again.close();

    Receiver moved = receiver();
    start(moved.settings(0, "tinh-a", folder)).takeOver();
    await().atMost(LONG).until(() -> moved.taken().size() == 3);
    assertThat(moved.taken()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void aReceiverCanGoOverToAnotherSecret() throws Exception {
    Receiver site = receiver();
    List<String> settings = site.settings(0, "tinh-a", folder);
    Files.writeString(
        site.secretFile(folder), "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD\n" + site.secret());
    start(settings).takeOver();
    publish(1);
    await().atMost(LONG).until(() -> site.taken().size() == 1);
    assertThat(site.received().get(0).signatures()).matches("v1,[^ ]+ v1,[^ ]+");
  }

  @Test
  void withoutASecretNothingIsSent_andNothingIsLost() throws Exception {
    Receiver site = receiver();
    List<String> settings = site.settings(0, "tinh-a", folder);
    Path file = site.secretFile(folder);
    Files.delete(file);
    PushInstance instance = start(settings).takeOver();
    publish(2);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(instance.says("tinh-a")).contains("secret-file of receiver tinh-a"));
    assertThat(site.received()).isEmpty();
    site.secretFile(folder);
    await().atMost(LONG).until(() -> site.taken().size() == 2);
    assertThat(site.taken()).containsExactly(1L, 2L);
  }

  @Test
  void anAddressOfOurNeighbourhoodGetsNothing_unlessThatWasMeant() {
    Receiver site = receiver();
    List<String> settings = new ArrayList<>(site.settings(0, "tinh-a", folder));
    settings.remove("newswire.push.receivers[0].private-address=true");
    PushInstance instance = start(settings).takeOver();
    publish(1);
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(instance.says("tinh-a")).contains("open internet"));
    assertThat(instance.count(DELIVERIES, "tinh-a", "blocked")).isPositive();
    assertThat(site.received()).isEmpty();
  }

  @Test
  void onlyTheKeeperTells_andWhoTakesOverGoesOn() {
    Receiver site = receiver();
    List<String> settings = site.settings(0, "tinh-a", folder);
    PushInstance first = start(settings).takeOver();
    PushInstance second = start(settings);
    publish(3);
    await().atMost(LONG).until(() -> site.taken().size() == 3 && first.lag("tinh-a") == 0);
    assertThat(second.attempts(DELIVERIES, "tinh-a")).isZero();
    assertThat(second.lag("tinh-a")).isNaN();
    assertThat(second.says("tinh-a")).contains("by the instance that is the keeper");
    first.handOver();
    await().atMost(LONG).until(() -> Double.isNaN(first.lag("tinh-a")));
    // It writes where the receiver stands as it lets go.
    await().atMost(LONG).until(() -> standings.find("webhook/tinh-a").orElseThrow().number() == 3);
    second.takeOver();
    publish(2);
    await().atMost(LONG).until(() -> site.taken().size() == 5);
    assertThat(site.taken()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(first.attempts(DELIVERIES, "tinh-a")).isEqualTo(3);
  }

  @Test
  void aKeeperThatSleptFindsOutThatAnotherWentOn() {
    Receiver site = receiver();
    List<String> settings = site.settings(0, "tinh-a", folder);
    PushInstance asleep = start(settings).takeOver();
    publish(1);
    await().atMost(LONG).until(() -> site.taken().size() == 1);
    PushInstance heir = start(settings).takeOver();
    publish(30);
    await().atMost(LONG).until(() -> site.taken().contains(31L));
    await().atMost(LONG).until(() -> asleep.lag("tinh-a") == 0 && heir.lag("tinh-a") == 0);
    assertThat(firsts(site.taken())).isEqualTo(LongStream.rangeClosed(1, 31).boxed().toList());
  }

  @Test
  void goesOnWhenTheStoreComesBack() {
    Receiver site = receiver();
    PushInstance instance = start(site.settings(0, "tinh-a", folder)).takeOver();
    publish(1);
    await().atMost(LONG).until(() -> site.taken().size() == 1);
    news.setAway(true);
    publish(2);
    await().pollDelay(Duration.ofMillis(700)).until(() -> true);
    assertThat(site.taken()).hasSize(1);
    assertThat(instance.health().getStatus()).isEqualTo(Status.UP);
    news.setAway(false);
    await().atMost(LONG).until(() -> site.taken().size() == 3);
    assertThat(site.taken()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aLogThatBeganAnewIsToldFromItsStart() {
    Receiver site = receiver();
    assertThat(standings.replace(new Standing("webhook/tinh-a", 1, 7, 99, 0, null, null))).isTrue();
    publish(2);
    List<String> settings = new ArrayList<>(site.settings(0, "tinh-a", folder));
    settings.remove("newswire.push.receivers[0].from=start");
    start(settings).takeOver();
    await().atMost(LONG).until(() -> site.taken().size() == 2);
    assertThat(site.taken()).containsExactly(1L, 2L);
  }

  @Test
  void keepsWhereOneStands_guarded() {
    Standing first = Standing.first("webhook/x", 1, 5).written();
    assertThat(standings.replace(first)).isTrue();
    assertThat(standings.replace(first)).isFalse();
    Standing next =
        first
            .upTo(6)
            .refused(6, 404, java.time.Instant.parse("2026-01-05T02:00:00Z"), false)
            .gone("abc")
            .written();
    assertThat(standings.replace(next)).isTrue();
    assertThat(standings.replace(first.upTo(7).written())).isFalse();
    assertThat(standings.find("webhook/x")).contains(next);
    assertThat(standings.find("webhook/y")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=Tỉnh A",
        "name=",
        "url=example.org",
        "url=https://we:s3cret@example.org/",
        "secret-file=",
        "from=yesterday",
        "from=YzEgOSA1",
      })
  void aSettingThatIsWrongIsRefusedAtTheStart(String wrong) {
    Receiver site = receiver();
    String key = wrong.substring(0, wrong.indexOf('='));
    List<String> settings =
        new ArrayList<>(
            site.settings(0, "tinh-a", folder).stream()
                .filter(setting -> !setting.contains("." + key + "="))
                .toList());
    settings.add("newswire.push.receivers[0]." + wrong);
    assertThatThrownBy(() -> start(settings))
        .satisfies(
            failure ->
                assertThat(chain(failure))
                    .contains("newswire.push.receivers")
                    .doesNotContain("s3cret"));
  }

  private static String chain(Throwable cause) {
    StringBuilder all = new StringBuilder();
    for (Throwable next = cause; next != null; next = next.getCause()) {
      all.append(next.getMessage()).append('\n');
    }
    return all.toString();
  }

  private Receiver receiver() {
    Receiver receiver = new Receiver(open.size());
    open.add(receiver);
    return receiver;
  }

  private PushInstance start(List<String> settings) {
    PushInstance instance =
        new PushInstance(news, standings, change -> List.of(), settings.toArray(String[]::new));
    open.add(0, instance);
    return instance;
  }

  private void publish(int articles) {
    for (int i = 0; i < articles; i++) {
      published++;
      news.put(Samples.draft(published, "Bài " + published, "Nội dung").document());
    }
  }

  static List<Long> firsts(List<Long> numbers) {
    return numbers.stream().distinct().toList();
  }

  private static String cursor(long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("c1 1 " + number).getBytes(StandardCharsets.US_ASCII));
  }
}
