package vn.gdnn.newswire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.revision.Arrival;

/** The service as it runs: a real broker, the embedded store, HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishServiceTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final Duration LONG = Duration.ofSeconds(60);

  private final EventCodec codec = new EventCodec();
  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
  private final HttpClient http = HttpClient.newHttpClient();
  private MongoServer mongo;
  private InetSocketAddress mongoAddress;
  private H2Backend backend;
  private ConfigurableApplicationContext service;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    kafka.brokerProperty("auto.create.topics.enable", "false");
    kafka.afterPropertiesSet();
    startStore(folder);
    Path key = Files.writeString(folder.resolve("internal-key"), "services-only\n");
    service =
        new SpringApplicationBuilder(PublishService.class)
            .properties("spring.config.name=publish-service")
            .run(
                "--server.port=0",
                "--management.server.port=0",
                "--newswire.delivery.topic-partitions=3",
                "--newswire.delivery.back-off.initial=20ms",
                "--newswire.delivery.back-off.max=200ms",
                "--newswire.internal-key-file=" + key,
                "--newswire.readership.flush=50ms",
                "--newswire.mongodb-uri=mongodb://127.0.0.1:%d/newswire?serverSelectionTimeoutMS=500"
                    .formatted(mongoAddress.getPort()),
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    // Topics are made by the service.
    await().atMost(LONG).until(() -> health("news") == 200);
  }

  @AfterAll
  void stop() {
    producer.close();
    service.close();
    mongo.shutdownNow();
    kafka.destroy();
  }

  @Test
  void publishesCorrectsAndWithdraws_andTellsTheNewsroom() throws Exception {
    send(Events.draft("story", "Một", 0).naming("u-1").arrives());
    send(Events.draft("story", "Một, sửa", 1).naming("u-1").arrives());
    send(Events.withdrawal("story", 2));
    send(Events.draft("story", "Một, sửa nữa", 3).arrives());
    UUID id = Events.id("story");
    await()
        .atMost(LONG)
        .until(
            () ->
                news().article(id).map(Document::status).orElse(null) == Document.Status.WITHDRAWN);
    assertThat(news().article(id).orElseThrow().traceId()).isEqualTo(TRACE);
    assertThat(news().feed(FeedKey.ALL).orElseThrow().items())
        .anyMatch(item -> item.id().equals(id));

    String withdrawn = journey(id, "?place=1-2&wait=20").body();
    assertThat(withdrawn).contains("\"state\":\"withdrawn\"", "written", "announced", "visible");
    assertThat(journey(id, "?place=1-3&wait=20").body())
        .contains("\"state\":\"refused\"", "\"reason\":\"withdrawn\"");
    assertThat(journey(id, "").body()).contains("\"state\":\"withdrawn\"", "\"revision\":3");
    assertThat(journey(UUID.randomUUID(), "").statusCode()).isEqualTo(404);
    assertThat(journey(id, "?place=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void tellsWhoListensWhatReadersSee() throws Exception {
    HttpRequest stream = HttpRequest.newBuilder(uri("/api/changes/stream")).timeout(LONG).build();
    try (InputStream events = http.send(stream, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      UUID id = Events.id("listened");
      send(Events.draft("listened", "Nghe", 60).arrives());
      // AssertJ would read the stream to its end, which does not come.
      boolean told =
          new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))
              .lines()
              .anyMatch(line -> line.startsWith("data: ") && line.contains(id.toString()));
      assertThat(told).isTrue();
      assertThat(news().article(id)).isPresent();
    }
  }

  @Test
  void keepsJourneysToTheServices() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/internal/journeys/" + UUID.randomUUID()));
    assertThat(status(request)).isEqualTo(401);
    assertThat(status(request.header("Authorization", "Bearer wrong"))).isEqualTo(401);
    for (String spelling : List.of("/%69nternal/journeys/", "/internal;x=1/journeys/")) {
      assertThat(status(HttpRequest.newBuilder(uri(spelling + UUID.randomUUID())))).isIn(400, 401);
    }
  }

  @Test
  void listsUnknownNamesForEditors_onTheManagementPortAlone() throws Exception {
    send(
        Events.draft("unknown", "Tin có tên <lạ>", 60)
            .naming(Kind.UNIT, "x-0123456789", "Viện <Lạ>", false)
            .arrives());
    await().atMost(LONG).until(() -> news().article(Events.id("unknown")).isPresent());

    HttpResponse<String> list = management("/unknown?kind=unit");
    assertThat(list.headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(list.body())
        .contains(
            "\"kind\":\"UNIT\",\"id\":\"x-0123456789\",\"name\":\"Viện <Lạ>\",\"articles\":1,",
            "\"firstSeen\":\"2026-01-05T03:00:00Z\"",
            "/units/x-0123456789",
            "\"title\":\"Tin có tên <lạ>\"")
        .doesNotContain("u-1");
    assertThat(management("/unknown").body()).contains("x-0123456789");
    assertThat(management("/unknown?kind=person").body()).isEqualTo("{\"items\":[]}");
    assertThat(management("/unknown?kind=nobody").statusCode()).isEqualTo(400);
    assertThat(management("/unknown?cursor=nonsense").statusCode()).isEqualTo(400);

    HttpResponse<String> page = management("/unknown/page");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body())
        .contains("Tên chưa biết", "Viện &lt;Lạ&gt;", "Đơn vị, 1 bài, lần đầu 05/01/2026")
        .doesNotContain("<Lạ>", "<lạ>");
    assertThat(management("/unknown/page?cursor=nonsense").statusCode()).isEqualTo(400);
    assertThat(management("/unknown/newswire.css").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    assertThat(management("/unknown/other").statusCode()).isEqualTo(404);

    for (String path : List.of("/actuator/unknown", "/unknown", "/api/unknown")) {
      assertThat(status(HttpRequest.newBuilder(uri(path)))).as(path).isEqualTo(404);
    }
  }

  @Test
  void readAgainChangesNothing() throws Exception {
    Arrival draft = Events.draft("twice", "Hai lần", 10).arrives();
    send(draft);
    UUID id = Events.id("twice");
    await().atMost(LONG).until(() -> news().article(id).isPresent());
    double dropped = count("articles.keeper.entries", "result", "dropped");

    send(draft);
    await()
        .atMost(LONG)
        .until(() -> count("articles.keeper.entries", "result", "dropped") == dropped + 1);
    assertThat(news().article(id).orElseThrow().revision()).isEqualTo(1);
    assertThat(news().changes(0, 1000)).filteredOn(change -> change.id().equals(id)).hasSize(1);
  }

  @Test
  void settlesARequestThatWasSentAgain() throws Exception {
    Arrival draft = Events.draft("again", "Gửi lại", 12).arrives();
    UUID id = Events.id("again");
    send(draft);
    EventType type = EventType.of(draft.event().getClass());
    send(id, codec.encode(draft.event()), type, draft.eventId(), new Place(1, 13));
    assertThat(journey(id, "?place=1-12&wait=20").body()).contains("\"state\":\"published\"");
    assertThat(journey(id, "?place=1-13&wait=20").body()).contains("\"state\":\"published\"");
    assertThat(journey(id, "").body()).contains("\"state\":\"published\"");
  }

  @Test
  void deadLettersWhatCannotBeRead_andGoesOn() throws Exception {
    double before =
        count("articles.dead.letters", "reason", "breaks-schema")
            + count("articles.dead.letters", "reason", "unreadable");
    UUID broken = Events.id("broken");
    sendRaw(broken, "{\"no\":\"article\"}".getBytes(StandardCharsets.UTF_8), 20);
    sendRaw(broken, "not json".getBytes(StandardCharsets.UTF_8), 21);
    send(Events.draft("after", "Bài sau", 22).arrives());

    await().atMost(LONG).until(() -> news().article(Events.id("after")).isPresent());
    List<ConsumerRecord<byte[], byte[]>> letters =
        read(Topics.deadLetters(Topics.ENRICHED, "publish-service"), 2);
    assertThat(letters)
        .extracting(letter -> new String(letter.value(), StandardCharsets.UTF_8))
        .contains("{\"no\":\"article\"}", "not json");
    assertThat(
            count("articles.dead.letters", "reason", "breaks-schema")
                + count("articles.dead.letters", "reason", "unreadable"))
        .isEqualTo(before + 2);
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(journey(broken, "?place=1-20").body())
                    .contains("dead-lettered", "breaks-schema"));
  }

  @Test
  void releasesAtTheEndOfAnEmbargo() throws Exception {
    Instant until = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
    UUID id = Events.id("embargo");
    send(Events.draft("embargo", "Chờ", 40).embargo(until).arrives());
    await().atMost(LONG).until(() -> news().article(id).isPresent());
    assertThat(Instant.now()).isAfterOrEqualTo(until);
    assertThat(news().article(id).orElseThrow().published()).isEqualTo(until);
  }

  @Test
  void tellsOpsAndTheServicesWhoHasReadAWithdrawal() throws Exception {
    UUID id = Events.id("read");
    send(Events.draft("read", "Bài <b>sẽ rút</b>", 60).naming("u-read").arrives());
    await().atMost(LONG).until(() -> news().article(id).isPresent());
    String feed = "/feeds/units/u-read.atom";
    String tag = poll(feed, "Newsboat/2.3", null).headers().firstValue("ETag").orElseThrow();
    poll(feed + "?site=truong-nghe.example", "curl/8", null);
    poll("/feeds/units/u-read.json", "Cham/1.0 (mua 7)", null);
    assertThat(poll(feed + "?site=%3Cscript%3E", "x", null).statusCode()).isEqualTo(400);
    assertThat(readers(id).statusCode()).isEqualTo(200);

    // The clock of the log is that of the events: this one comes after the readers.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    send(
        Events.arrival(
            new ArticleWithdrawn(id, "Nhầm <i>số</i>", List.of("test"), now.plusMillis(1)), 61));
    await()
        .atMost(LONG)
        .until(
            () ->
                news().article(id).map(Document::status).orElse(null) == Document.Status.WITHDRAWN);
    HttpResponse<String> changed = poll(feed, "Newsboat/2.4", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    poll(feed + "?site=truong-nghe.example", "curl/9", null);
    String next = changed.headers().firstValue("ETag").orElseThrow();
    assertThat(poll(feed, "Newsboat/2.4", next).statusCode()).isEqualTo(304);

    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(readers(id).body())
                    .contains("2 of 3 known readers have fetched it, the slowest after")
                    .contains("\"confirmed\":1")
                    .contains("{\"reader\":\"agent:cham\",\"state\":\"waiting\"")
                    .contains("\"reader\":\"site:truong-nghe.example\",\"state\":\"sent\"")
                    .contains("\"reader\":\"agent:newsboat\",\"state\":\"confirmed\"")
                    .contains("behind a cache are not seen", "count as one"));
    assertThat(readers(UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(status(HttpRequest.newBuilder(uri("/internal/articles/" + id + "/readers"))))
        .as("no open door")
        .isEqualTo(401);
    assertThat(status(HttpRequest.newBuilder(uri("/actuator/readers")))).isEqualTo(404);

    HttpResponse<String> page = readersPage("/" + id);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("2 trong 3 nơi đọc đã biết đã lấy bản này, nơi chậm nhất sau")
        .contains("Bài &lt;b&gt;sẽ rút&lt;/b&gt;", "bộ nhớ đệm", "agent:cham", "Chưa lấy")
        .doesNotContain("<b>sẽ rút");
    assertThat(readersPage("").body())
        .contains("href=\"readers/" + id + "\"", "Còn thiếu 1.", "site:truong-nghe.example");
    assertThat(readersPage("/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(readersPage("/%3Cscript%3E").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> poll(String path, String agent, @Nullable String held)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("User-Agent", agent);
    if (held != null) {
      request.header("If-None-Match", held);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> readers(UUID id) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri("/internal/articles/" + id + "/readers"))
            .header("Authorization", "Bearer services-only")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> readersPage(String path) throws Exception {
    int port = service.getEnvironment().getProperty("local.management.port", Integer.class, 0);
    URI page = URI.create("http://127.0.0.1:%d/actuator/readers%s".formatted(port, path));
    return http.send(
        HttpRequest.newBuilder(page).header("Accept", "text/html,*/*").build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void namesItselfInItsMetrics() throws Exception {
    int port = service.getEnvironment().getProperty("local.management.port", Integer.class, 0);
    URI metrics = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port));
    String body =
        http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    assertThat(body)
        .containsPattern("articles_keeper_entries_total\\{[^}]*service=\"publish-service\"")
        .containsPattern("articles_lag\\{[^}]*service=\"publish-service\"");
  }

  @Test
  void waitsWhileTheStoreIsAway_saysWhatReadersMiss_andRecoversAlone() throws Exception {
    mongo.shutdownNow();
    UUID id = Events.id("patient");
    send(Events.draft("patient", "Đợi", 30).arrives());
    await().atMost(LONG).until(() -> health("news") == 503);
    assertThat(health("liveness")).isEqualTo(200);
    await().atMost(LONG).until(() -> count("articles.retries", "fault", "world") > 0);

    startStoreAgain();
    await().atMost(LONG).until(() -> health("news") == 200);
    await().atMost(LONG).ignoreExceptions().until(() -> news().article(id).isPresent());
    assertThat(count("articles.dead.letters", "reason", "failed")).isZero();
  }

  private void startStore(Path folder) {
    backend = new H2Backend(folder.resolve("store.mv").toString());
    backend.version(ServerVersion.MONGO_5_0);
    mongo = new MongoServer(backend);
    mongoAddress = mongo.bind();
    storeFile = folder.resolve("store.mv");
  }

  private Path storeFile;

  private void startStoreAgain() {
    backend = new H2Backend(storeFile.toString());
    backend.version(ServerVersion.MONGO_5_0);
    mongo = new MongoServer(backend);
    mongo.bind("127.0.0.1", mongoAddress.getPort());
  }

  private News news() {
    return service.getBean(News.class);
  }

  private double count(String meter, String tag, String value) {
    return service.getBean(MeterRegistry.class).find(meter).tag(tag, value).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private void send(Arrival arrival) throws Exception {
    send(
        arrival.event().id(),
        codec.encode(arrival.event()),
        EventType.of(arrival.event().getClass()),
        arrival.eventId(),
        arrival.place());
  }

  private void sendRaw(UUID key, byte[] value, long offset) throws Exception {
    send(key, value, EventType.WITHDRAWN, "raw-" + offset, new Place(1, offset));
  }

  private void send(UUID key, byte[] value, EventType type, String eventId, Place place)
      throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.ENRICHED, bytes(key.toString()), value);
    Map.of(
            EventHeaders.SPEC_VERSION,
            "1.0",
            EventHeaders.ID,
            eventId,
            EventHeaders.TYPE,
            type.ceType(),
            EventHeaders.SOURCE,
            "/enrich-service",
            EventHeaders.TIME,
            Events.START.toString(),
            EventHeaders.SUBJECT,
            key.toString(),
            EventHeaders.PLACE,
            place.toString(),
            EventHeaders.TRACE_PARENT,
            "00-" + TRACE + "-00f067aa0ba902b7-01")
        .forEach((name, text) -> record.headers().add(name, bytes(text)));
    producer.send(record).get();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic, int atLeast) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .atMost(LONG)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= atLeast;
              });
    }
    return records;
  }

  private HttpResponse<String> journey(UUID id, String query) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri("/internal/journeys/" + id + query))
            .header("Authorization", "Bearer services-only")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int status(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private int health(String group) throws Exception {
    int port = service.getEnvironment().getProperty("local.management.port", Integer.class, 0);
    return status(
        HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(port, group))));
  }

  private HttpResponse<String> management(String path) throws Exception {
    int port = service.getEnvironment().getProperty("local.management.port", Integer.class, 0);
    URI address = URI.create("http://127.0.0.1:%d/actuator%s".formatted(port, path));
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    int port = service.getEnvironment().getProperty("local.server.port", Integer.class, 0);
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
