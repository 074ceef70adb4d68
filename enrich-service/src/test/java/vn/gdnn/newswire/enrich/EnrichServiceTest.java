package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.gdnn.newswire.enrich.RealLog.LONG;
import static vn.gdnn.newswire.enrich.RealLog.TRACE;
import static vn.gdnn.newswire.enrich.RealLog.example;
import static vn.gdnn.newswire.enrich.RealLog.header;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;
import vn.gdnn.newswire.events.Tag;

/** The service as it runs: a real broker and HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrichServiceTest {

  private final EventCodec codec = new EventCodec();
  private final RealLog log = new RealLog();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Path key = Files.writeString(folder.resolve("internal-key"), "services-only\n");
    service = log.start(List.of(), "--newswire.enrich.internal-key-file=" + key);
    await().atMost(LONG).until(() -> health("news") == 200);
  }

  @AfterAll
  void stop() {
    service.close();
    log.close();
  }

  @Test
  void tagsADraft_keepsItsKeyIdAndTrace_andTellsTheNewsroom() throws Exception {
    ArticleIngested draft = example("article-ingested.seed-with-date-line", ArticleIngested.class);
    double before = count("articles.enrich.events", "result", "tagged");
    long offset = log.send(draft.id(), codec.encode(draft), EventType.INGESTED, "e-1").offset();

    ConsumerRecord<byte[], byte[]> record = log.next(Topics.ENRICHED, "e-1");

    assertThat(record.key()).isEqualTo(draft.id().toString().getBytes(StandardCharsets.UTF_8));
    assertThat(header(record, EventHeaders.PLACE)).isEqualTo("1-" + offset);
    assertThat(header(record, EventHeaders.TRACE_PARENT)).contains(TRACE);
    ArticleEnriched enriched =
        (ArticleEnriched)
            codec.decodeArticleEvent(record.value(), header(record, EventHeaders.TYPE));
    assertThat(enriched.article()).isEqualTo(draft);
    assertThat(enriched.tags())
        .extracting(Tag::id)
        .contains("tong-cuc-giao-duc-nghe-nghiep", "truong-anh-dung", "chi-thi-24-ct-ttg");
    assertThat(enriched.offices()).isNotEmpty();
    assertThat(enriched.cut()).isZero();
    Outcome outcome = log.outcome("e-1");
    assertThat(outcome.step()).isEqualTo(Step.ENRICHED);
    assertThat(outcome.state()).isEqualTo(State.PENDING);
    assertThat(outcome.traceId()).isEqualTo(TRACE);
    await()
        .atMost(LONG)
        .until(() -> count("articles.enrich.events", "result", "tagged") == before + 1);
    assertThat(count("articles.enrich.mentions", "kind", "PERSON")).isPositive();
  }

  @Test
  void passesAWithdrawalOnAsItIs() throws Exception {
    ArticleWithdrawn withdrawn = example("article-withdrawn.with-reason", ArticleWithdrawn.class);
    byte[] bytes = codec.encode(withdrawn);
    log.send(withdrawn.id(), bytes, EventType.WITHDRAWN, "e-2");

    ConsumerRecord<byte[], byte[]> record = log.next(Topics.ENRICHED, "e-2");

    assertThat(record.value()).isEqualTo(bytes);
    assertThat(header(record, EventHeaders.PLACE)).startsWith("1-");
    assertThat(log.outcome("e-2").step()).isEqualTo(Step.ENRICHED);
    await().atMost(LONG).until(() -> count("articles.enrich.events", "result", "passed-on") >= 1);
  }

  @Test
  void setsAsideWhatCannotBeRead_andGoesOn() throws Exception {
    ArticleIngested draft =
        example("article-ingested.seed-without-date-line", ArticleIngested.class);
    byte[] broken = "{\"id\":".getBytes(StandardCharsets.UTF_8);
    log.send(draft.id(), broken, EventType.INGESTED, "e-3");
    log.send(draft.id(), codec.encode(draft), EventType.INGESTED, "e-4");

    ConsumerRecord<byte[], byte[]> letter =
        log.next(Topics.deadLetters(Topics.INGESTED, "enrich-service"), "e-3");

    assertThat(letter.value()).isEqualTo(broken);
    assertThat(header(letter, "dlq_reason")).isEqualTo("unreadable");
    assertThat(log.next(Topics.ENRICHED, "e-4").value()).isNotEmpty();
    assertThat(count("articles.dead.letters", "reason", "unreadable")).isEqualTo(1);
    assertThat(log.outcome("e-3").state()).isEqualTo(State.DEAD_LETTERED);
  }

  @Test
  void setsAsideAKeyOfAnotherArticle_andAnEventThatWasTaggedAlready() throws Exception {
    ArticleIngested draft = example("article-ingested.seed-with-date-line", ArticleIngested.class);
    log.send(UUID.randomUUID(), codec.encode(draft), EventType.INGESTED, "e-5");
    ArticleEnriched tagged = example("article-enriched.seed-with-date-line", ArticleEnriched.class);
    log.send(tagged.id(), codec.encode(tagged), EventType.ENRICHED, "e-6");
    String letters = Topics.deadLetters(Topics.INGESTED, "enrich-service");

    assertThat(header(log.next(letters, "e-5"), "dlq_reason")).isEqualTo("breaks-schema");
    assertThat(header(log.next(letters, "e-6"), "dlq_reason")).isEqualTo("unknown-type");
  }

  @Test
  void answersAPreviewToTheServicesOwnKeyOnly() throws Exception {
    String draft =
        "{\"title\":\"Lãnh đạo Tổng cục GDNN họp\",\"body\":\"Tổng cục trưởng chủ trì.\","
            + "\"asOf\":\"2020-06-11\"}";

    assertThat(preview(draft, null).statusCode()).isEqualTo(401);
    assertThat(preview(draft, "wrong").statusCode()).isEqualTo(401);
    HttpResponse<String> answer = preview(draft, "services-only");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "\"id\":\"tong-cuc-giao-duc-nghe-nghiep\"",
            "\"personId\":\"truong-anh-dung\"",
            "\"cut\":0")
        .doesNotContain("holders", "terms");
    assertThat(preview("{", "services-only").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/tag", "/api/%74ag", "/api;a=b/tag;c=d", "/api/tag/"})
  void asksForTheKeyBeforeItReadsADraft_howeverTheAddressIsSpelt(String path) throws Exception {
    HttpRequest.BodyPublisher broken = HttpRequest.BodyPublishers.ofString("{");

    HttpResponse<String> answer = preview(path, broken, "wrong");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("urn:gdnn-newswire:problem:unauthorized");
  }

  @Test
  void readsADraftOfUnknownLengthUpToFiveMebibytes() throws Exception {
    String draft = "{\"title\":\"Tổng cục GDNN họp\"}";
    byte[] longest = Arrays.copyOf(draft.getBytes(StandardCharsets.UTF_8), 5 * 1024 * 1024);
    Arrays.fill(longest, draft.getBytes(StandardCharsets.UTF_8).length, longest.length, (byte) ' ');
    byte[] longer = Arrays.copyOf(longest, longest.length + 1);
    longer[longest.length] = ' ';

    assertThat(preview("/api/tag", chunked(longest), "services-only").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = preview("/api/tag", chunked(longer), "services-only");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("urn:gdnn-newswire:problem:too-large");
  }

  private static HttpRequest.BodyPublisher chunked(byte[] bytes) {
    return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
  }

  @Test
  void tellsHealthAndMetrics() throws Exception {
    assertThat(health("liveness")).isEqualTo(200);
    assertThat(get(management("/actuator/prometheus")).body())
        .contains("articles_enrich_events_total{result=\"tagged\",service=\"enrich-service\"");
  }

  private double count(String name, String tag, String value) {
    return service.getBean(MeterRegistry.class).get(name).tag(tag, value).counter().count();
  }

  private HttpResponse<String> preview(String json, String key) throws Exception {
    return preview("/api/tag", HttpRequest.BodyPublishers.ofString(json), key);
  }

  private HttpResponse<String> preview(String path, HttpRequest.BodyPublisher body, String key)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + service.getEnvironment().getProperty("local.server.port")
                        + path))
            .header("Content-Type", "application/json")
            .POST(body);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI management(String path) {
    return URI.create(
        "http://127.0.0.1:" + service.getEnvironment().getProperty("local.management.port") + path);
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private int health(String group) throws Exception {
    return get(management("/actuator/health/" + group)).statusCode();
  }
}
