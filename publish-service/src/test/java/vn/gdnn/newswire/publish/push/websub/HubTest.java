package vn.gdnn.newswire.publish.push.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.publish.faces.FacesServer;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.mongo.MongoStandings;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;
import vn.gdnn.newswire.publish.push.PushInstance;
import vn.gdnn.newswire.publish.push.Standings;
import vn.gdnn.newswire.publish.reading.Change;

/** A real hub on real connections. */
class HubTest {

  private static final String PINGS = "articles.push.pings";
  private static final String SITE = "https://ban-tin.example/feeds/";
  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeNews news = new FakeNews();
  private final Standings standings = new MongoStandings(new Store(TestDatabase.fresh()));
  private final Map<Long, List<String>> feeds = new ConcurrentHashMap<>();
  private final Hub hub = new Hub();
  private final List<AutoCloseable> open = new ArrayList<>(List.of(hub));
  private int published;

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void isToldOfEachTouchedFeedInEachOfItsFormats() {
    PushInstance instance = start();
    publish("all", "units/u-1", "people/nguyen van a/b");
    List<String> expected =
        Stream.concat(
                Stream.of(SITE + "changes.atom"),
                Stream.of("all", "units/u-1", "people/nguyen%20van%20a%2Fb")
                    .flatMap(feed -> Stream.of(".atom", ".json", ".rss").map(f -> SITE + feed + f)))
            .toList();
    await().atMost(LONG).until(() -> hub.topics().size() >= expected.size());
    await().atMost(LONG).until(() -> instance.lag(hub.address()) == 0);
    assertThat(hub.topics()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(hub.pings()).allMatch(ping -> ping.size() == 1);
    assertThat(instance.count(PINGS, hub.address(), "delivered")).isEqualTo(expected.size());
  }

  @Test
  void changesWithinAMomentAreToldOfOnce() {
    start("newswire.push.hub-window=1s");
    for (int i = 0; i < 30; i++) {
      publish("all", "units/u-" + i % 2);
    }
    await().atMost(LONG).until(() -> hub.topics().contains(SITE + "units/u-1.rss"));
    await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
    assertThat(hub.topics()).doesNotHaveDuplicates().hasSize(1 + 3 * 3);

    publish("all");
    await().atMost(LONG).until(() -> hub.topics().size() == 10 + 4);
  }

  @Test
  void manyTopicsGoIntoOnePing_whereTheHubKnowsThat() {
    start("newswire.push.topics-per-ping=4");
    publish("all", "units/u-1", "units/u-2");
    await().atMost(LONG).until(() -> hub.topics().size() == 1 + 3 * 3);
    assertThat(hub.pings()).extracting(List::size).containsExactly(4, 4, 2);
  }

  @Test
  void anArticleThatTouchesTensOfThousandsOfFeedsHoldsUpNone() {
    hub.answers(204);
    PushInstance instance = start("newswire.push.topics-per-ping=100");
    String[] many =
        Stream.concat(Stream.of("all"), IntStream.range(0, 20_000).mapToObj(n -> "units/many-" + n))
            .toArray(String[]::new);
    publish(many);
    await().atMost(LONG).until(() -> hub.topics().size() > 1000);
    publish("all", "units/small");
    await().atMost(LONG).until(() -> hub.topics().contains(SITE + "units/small.rss"));
    assertThat(hub.topics().size()).as("told before the many were done").isLessThan(60_000);
    await().atMost(Duration.ofSeconds(60)).until(() -> hub.topics().size() >= 60_000);
    await().atMost(LONG).until(() -> instance.lag(hub.address()) == 0);
    assertThat(new HashSet<>(hub.topics())).hasSize(1 + 3 + 3 * 20_000 + 3);
  }

  @Test
  void whatAHubMissedIsToldWhenItIsBack_alsoByAnotherInstance() {
    hub.answers(503);
    PushInstance first = start();
    publish("all", "units/u-1");
    await().atMost(LONG).until(() -> hub.pings().size() > 3);
    assertThat(first.says(hub.address())).contains("answered 503", "subscribers do not learn");
    assertThat(first.lag(hub.address())).isEqualTo(1);
    first.kill();
    hub.answers(204);
    int before = hub.pings().size();
    start();
    await().atMost(LONG).until(() -> hub.pings().size() == before + 7);
    assertThat(hub.topics().subList(before, before + 7))
        .contains(SITE + "units/u-1.rss", SITE + "changes.atom")
        .doesNotHaveDuplicates();
  }

  @Test
  void aTopicThatIsRefusedIsPassedOver() {
    hub.answers(410);
    PushInstance instance = start();
    publish("all");
    await().atMost(LONG).until(() -> hub.pings().size() >= 4);
    await().atMost(LONG).until(() -> instance.lag(hub.address()) == 0);
    assertThat(instance.count(PINGS, hub.address(), "refused")).isEqualTo(4);
    assertThat(hub.pings()).hasSize(4);
    hub.answers(204);
    publish("all");
    await().atMost(LONG).until(() -> hub.pings().size() == 8);
  }

  @Test
  void aSubscriberGetsTheFeedAsItIs_fromDiscoveryToDelivery() throws Exception {
    try (FacesServer site =
        new FacesServer(
            "newswire.public-url=https://ban-tin.example", "newswire.feeds.hub=" + hub.address())) {
      hub.fetches(topic -> site.address(URI.create(topic).getRawPath()).toString());
      List<String> delivered = new CopyOnWriteArrayList<>();
      HttpServer subscriber = subscriber(delivered);
      open.add(() -> subscriber.stop(0));
      HttpClient http = HttpClient.newHttpClient();
      HttpResponse<Void> discovered =
          http.send(
              HttpRequest.newBuilder(site.address("/feeds/all.atom")).build(),
              HttpResponse.BodyHandlers.discarding());
      String links = String.join(", ", discovered.headers().allValues("Link"));
      assertThat(links).contains("<" + hub.address() + ">; rel=\"hub\"");
      String topic = links.replaceAll(".*<([^>]+)>; rel=\"self\".*", "$1");
      http.send(
          HttpRequest.newBuilder(URI.create(hub.address()))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "hub.mode=subscribe&hub.topic="
                          + URLEncoder.encode(topic, StandardCharsets.UTF_8)
                          + "&hub.callback=http://127.0.0.1:"
                          + subscriber.getAddress().getPort()
                          + "/"))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      await().atMost(LONG).until(() -> hub.hasSubscriber(topic));

      open.add(
          0,
          new PushInstance(
                  site.news(),
                  standings,
                  change -> List.of("all"),
                  "newswire.feeds.hub=" + hub.address(),
                  "newswire.push.private-hubs=true",
                  "newswire.push.hub-window=20ms")
              .takeOver());
      awaitBegun();
      site.news().put(Samples.draft(7, "Thông báo tuyển sinh", "Nội dung").document());
      await().atMost(LONG).until(() -> !delivered.isEmpty());
      assertThat(delivered.get(0)).contains("Thông báo tuyển sinh", "urn:uuid:" + Samples.id(7));
      String now =
          http.send(
                  HttpRequest.newBuilder(site.address("/feeds/all.atom")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      assertThat(delivered.get(0)).isEqualTo(now);
    }
  }

  /** Echoes the challenge, and keeps what it is sent. */
  private static HttpServer subscriber(List<String> delivered) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if ("GET".equals(exchange.getRequestMethod())) {
              byte[] challenge =
                  exchange
                      .getRequestURI()
                      .getRawQuery()
                      .replaceAll(".*hub\\.challenge=([^&]+).*", "$1")
                      .getBytes(StandardCharsets.US_ASCII);
              exchange.sendResponseHeaders(200, challenge.length);
              exchange.getResponseBody().write(challenge);
            } else {
              delivered.add(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
              exchange.sendResponseHeaders(204, -1);
            }
          }
        });
    server.start();
    return server;
  }

  private PushInstance start(String... more) {
    PushInstance instance =
        new PushInstance(
                news,
                standings,
                this::touched,
                Stream.concat(
                        Stream.of(
                            "newswire.feeds.hub=" + hub.address(),
                            "newswire.push.private-hubs=true",
                            "newswire.push.hub-window=100ms"),
                        Stream.of(more))
                    .toArray(String[]::new))
            .takeOver();
    open.add(0, instance);
    awaitBegun();
    return instance;
  }

  /** A hub that is new is told of what comes from then on. */
  private void awaitBegun() {
    await().atMost(LONG).until(() -> standings.find("hub/" + hub.address()).isPresent());
  }

  private List<String> touched(Change change) {
    return feeds.get(change.number());
  }

  private void publish(String... touching) {
    published++;
    feeds.put((long) published, List.of(touching));
    news.put(Samples.draft(published, "Bài " + published, "Nội dung").document());
  }
}
