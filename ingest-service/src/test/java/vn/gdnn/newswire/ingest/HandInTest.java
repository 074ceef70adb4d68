package vn.gdnn.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.ArticleReinstated;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.ingest.RunningService.Answer;
import vn.gdnn.newswire.ingest.emit.ArticleLog;
import vn.gdnn.newswire.ingest.emit.EventDoesNotFit;
import vn.gdnn.newswire.ingest.emit.NotAcknowledged;

/** What newsrooms are answered, over real HTTP; the log is a list. */
class HandInTest {

  @TempDir static Path directory;

  private static RunningService service;
  private static ListLog log;

  /** A log in memory that fails when told to. */
  static final class ListLog implements ArticleLog {
    private final List<ArticleEvent> events = new ArrayList<>();
    private final List<String> eventIds = new ArrayList<>();
    private RuntimeException failure;

    @Override
    public synchronized Place append(ArticleEvent event, String eventId) {
      if (failure != null) {
        throw failure;
      }
      new EventCodec().encode(event);
      events.add(event);
      eventIds.add(eventId);
      return new Place(1, events.size() - 1);
    }

    synchronized <T> T last(Class<T> type) {
      return type.cast(events.get(events.size() - 1));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class InMemory {
    @Bean
    @Primary
    ListLog listLog() {
      return new ListLog();
    }
  }

  @BeforeAll
  static void start() throws IOException {
    service =
        RunningService.start(
            directory, List.of(InMemory.class), "--spring.kafka.bootstrap-servers=127.0.0.1:1");
    log = service.bean(ListLog.class);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void works() {
    log.failure = null;
  }

  /** A request is counted once it is answered, so the count may come a moment later. */
  private static void counts(double expected, Callable<Double> count) {
    await().until(count, value -> value == expected);
  }

  private static double received() {
    return service.count("articles.ingest.received");
  }

  private static double ended() {
    return service.count("articles.ingest.accepted")
        + service.count("articles.ingest.refused")
        + service.count("articles.ingest.unavailable");
  }

  private static Answer refused(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("detail").asString()).hasSizeGreaterThan(10);
    return answer;
  }

  @Test
  void acceptsAJsonDraft() throws Exception {
    double before = service.count("articles.ingest.accepted", "kind", "draft");

    Answer answer = service.postJson(RunningService.DRAFT);

    UUID id = ArticleIds.of("gdnn.gov.vn", "1");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("id").asString()).isEqualTo(id.toString());
    assertThat(answer.json().path("status").asString()).isEqualTo("accepted");
    String place = answer.json().path("place").asString();
    assertThat(answer.header("Location"))
        .isEqualTo("/api/articles/" + id + "/status?place=" + place);
    ArticleIngested event = log.last(ArticleIngested.class);
    assertThat(event.title()).isEqualTo("Tiêu đề");
    assertThat(event.body()).isEqualTo("Đoạn dẫn của tin.\n\nPV");
    assertThat(event.publishedAtFrom()).isEqualTo(DateSource.RECEIPT);
    assertThat(event.publishedAt()).isEqualTo(event.receivedAt());
    assertThat(event.raw().mediaType()).isEqualTo("application/json");
    assertThat(new String(Base64.getDecoder().decode(event.raw().base64()), StandardCharsets.UTF_8))
        .isEqualTo(RunningService.DRAFT);
    counts(before + 1, () -> service.count("articles.ingest.accepted", "kind", "draft"));
  }

  @Test
  void acceptsPlainTextWithFieldsInTheQuery() throws Exception {
    Answer answer =
        service.postText(
            "?externalId=000.txt&source=gdnn.gov.vn&version=7&byline=Thu%20H%C3%A0"
                + "&embargoUntil=null&publishedAt=2020-06-11T10:24:15+07:00",
            "Tiêu đề\n\nĐoạn dẫn.\n\nPV");

    assertThat(answer.status()).isEqualTo(202);
    ArticleIngested event = log.last(ArticleIngested.class);
    assertThat(event.id()).hasToString("20bbb9f7-8c9a-5fd5-8f62-459116149f35");
    assertThat(event.title()).isEqualTo("Tiêu đề");
    assertThat(event.version()).isEqualTo("7");
    assertThat(event.byline()).isEqualTo("Thu Hà");
    assertThat(event.embargo()).isNotNull();
    assertThat(event.embargo().until()).isNull();
    assertThat(event.publishedAt()).isEqualTo(Instant.parse("2020-06-11T03:24:15Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\":\"b\"}",
        "{\"body\":\"b\",\"externalId\":null,\"source\":null}",
        "{\"body\":\"b\",\"externalId\":\"tin.json\"}",
        "{\"body\":\"b\",\"externalId\":\"tin.json\",\"source\":\"truong-a.vn\"}"
      })
  void theQueryTellsAJsonDraftsIdentityWhereItDoesNot(String json) throws Exception {
    Answer answer = service.postJson("?source=truong-a.vn&externalId=tin.json", json);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    ArticleIngested event = log.last(ArticleIngested.class);
    assertThat(event.id()).isEqualTo(ArticleIds.of("truong-a.vn", "tin.json"));
    assertThat(event.source()).isEqualTo("truong-a.vn");
    assertThat(event.externalId()).isEqualTo("tin.json");
  }

  @ParameterizedTest
  @CsvSource({
    "?externalId=2, externalId",
    "?externalId=, externalId",
    "?source=truong-a.vn, source",
    "?externalId=1&externalId=1, externalId",
    "?title=a, title",
    "?externalid=1, externalid",
  })
  void aParameterThatAJsonDraftCannotUseIsNamed(String query, String field) throws Exception {
    int events = log.events.size();
    Answer answer =
        service.postJson(query, "{\"body\":\"b\",\"externalId\":\"1\",\"source\":\"gdnn.gov.vn\"}");
    assertThat(refused(answer, 400, "invalid-draft").fields()).containsExactly(field);
    assertThat(log.events).hasSize(events);
  }

  @Test
  void acceptsHtml_andDropsWhatRuns() throws Exception {
    Answer answer =
        service.post(
            "text/html",
            BodyPublishers.ofString(
                "<h1>Tiêu&nbsp;đề</h1><script>alert(1)</script><p onclick='x()'>Một<br>hai"
                    + " <a href='javascript:x()'>ba</a></p><iframe src='http://x'>q</iframe>"));

    assertThat(answer.status()).isEqualTo(202);
    ArticleIngested event = log.last(ArticleIngested.class);
    assertThat(event.title()).isEqualTo("Tiêu\u00a0đề");
    assertThat(event.body()).isEqualTo("Một\nhai ba");
  }

  @Test
  void draftWithoutExternalIdIsKnownByItsContent() throws Exception {
    String first = service.postText("", "Tiêu đề\n\nMột").json().path("id").asString();
    assertThat(service.postText("", "\ufeffTiêu đề\r\n\r\nMột\n").json().path("id").asString())
        .isEqualTo(first);
    assertThat(service.postText("", "Tiêu đề\n\nHai").json().path("id").asString())
        .isNotEqualTo(first);
  }

  @Test
  void sameIdempotencyKeyIsTheSameEvent() throws Exception {
    for (int i = 0; i < 2; i++) {
      service.send(
          service
              .request("/api/articles")
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", "abc-1")
              .POST(BodyPublishers.ofString(RunningService.DRAFT)));
    }
    List<String> ids = log.eventIds.subList(log.eventIds.size() - 2, log.eventIds.size());
    assertThat(ids).containsOnly(ArticleIds.ofRequest("gdnn.gov.vn", "abc-1").toString());
    Answer answer =
        service.send(
            service
                .request("/api/articles")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a b")
                .POST(BodyPublishers.ofString(RunningService.DRAFT)));
    refused(answer, 400, "invalid-request");
  }

  @Test
  void withdraws_andTakesBack() throws Exception {
    String id = UUID.randomUUID().toString();
    Answer withdrawn = service.withdraw(id, "?reason=%C4%90%C4%83ng%20nh%E1%BA%A7m");
    assertThat(withdrawn.status()).isEqualTo(202);
    assertThat(withdrawn.header("Location")).contains(id + "/status?place=1-");
    ArticleWithdrawn event = log.last(ArticleWithdrawn.class);
    assertThat(event.reason()).isEqualTo("Đăng nhầm");
    assertThat(event.sources()).containsExactly("*");

    assertThat(service.reinstate(id).status()).isEqualTo(202);
    assertThat(log.last(ArticleReinstated.class).id()).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?reason=", "?reason=%20%0A", "?reason=%EF%BF%BD"})
  void withdrawalNeedsAReason(String query) throws Exception {
    Answer answer = service.withdraw(UUID.randomUUID().toString(), query);
    assertThat(refused(answer, 400, "invalid-request").fields()).containsExactly("reason");
  }

  @Test
  void reasonMayHave500Characters_andNoMore() throws Exception {
    String id = UUID.randomUUID().toString();
    String emoji = "%F0%9F%98%80";
    assertThat(service.withdraw(id, "?reason=" + emoji.repeat(500)).status()).isEqualTo(202);
    refused(service.withdraw(id, "?reason=" + emoji.repeat(501)), 400, "invalid-request");
    refused(service.withdraw("1-1-1-1-1", "?reason=x"), 400, "invalid-request");
    refused(service.reinstate("abc"), 400, "invalid-request");
    refused(service.withdraw(id, "?reason=%FF"), 400, "invalid-request");
  }

  @Test
  void nobodyGetsInWithoutTheKey() throws Exception {
    double before = service.count("articles.ingest.refused", "reason", "unauthorized");
    for (String value :
        List.of("", "Bearer", "Bearer wrong", "Basic YTpi", "Bearer " + RunningService.KEY + "x")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(service.address("/api/articles"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(RunningService.DRAFT));
      if (!value.isEmpty()) {
        request.header("Authorization", value);
      }
      Answer answer = refused(service.send(request), 401, "unauthorized");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
    HttpRequest.Builder status =
        HttpRequest.newBuilder(service.address("/api/articles/" + UUID.randomUUID() + "/status"));
    refused(service.send(status), 401, "unauthorized");
    counts(before + 5, () -> service.count("articles.ingest.refused", "reason", "unauthorized"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"a\",\"body\":\"b\",\"embargountil\":\"x\"} | embargountil",
        "{\"title\":7,\"body\":\"b\"} | title",
        "{\"title\":\"a\",\"body\":[\"b\"]} | body",
        "{\"title\":\"a\",\"body\":\"b\",\"html\":\"c\"} | html",
        "{\"title\":\"a\"} | body",
        "{\"body\":\" \\n \"} | body",
        "{\"html\":\"<p> </p><script>x</script>\"} | html",
        "{\"body\":\"b\",\"publishedAt\":\"2020-06-11\"} | publishedAt",
        "{\"body\":\"b\",\"publishedAt\":\"2020-06-11T10:24:15\"} | publishedAt",
        "{\"body\":\"b\",\"publishedAt\":\"2999-06-11T10:24:15Z\"} | publishedAt",
        "{\"body\":\"b\",\"publishedAt\":1591845855} | publishedAt",
        "{\"body\":\"b\",\"embargoUntil\":\"mai\"} | embargoUntil",
        "{\"body\":\"b\",\"version\":1.5} | version",
        "{\"body\":\"b\",\"version\":-1} | version",
        "{\"body\":\"b\",\"version\":\"v2\"} | version",
        "{\"body\":\"b\",\"version\":\"\"} | version",
        "{\"body\":\"b\",\"source\":\"\"} | source",
        "{\"body\":\"b\",\"source\":\"a\\u001fb\"} | source",
        "{\"body\":\"b\",\"externalId\":\" \"} | externalId",
        "{\"body\":\"b\",\"externalId\":\"\\ud800\"} | externalId",
        "{\"body\":\"b\",\"images\":{}} | images",
        "{\"body\":\"b\",\"images\":[{\"caption\":\"c\"}]} | images[0].url",
        "{\"body\":\"b\",\"images\":[{\"url\":\"javascript:alert(1)\"}]} | images[0].url",
        "{\"body\":\"b\",\"images\":[{\"url\":\"/a.jpg\"}]} | images[0].url",
        "{\"body\":\"b\",\"images\":[{\"url\":\"http://u:p@h/a b\"}]} | images[0].url",
        "{\"body\":\"b\",\"images\":[{\"url\":\"http://u:p@h/a\"}]} | images[0].url",
        "{\"body\":\"b\",\"images\":[{\"url\":\"http://h/\",\"x\":1}]} | images[0].x",
        "{\"body\":\"b\",\"attachments\":[{\"url\":\"ftp://h/a\"}]} | attachments[0].url",
        "{\"body\":\"b\",\"attachments\":[{\"url\":\"http://h\",\"size\":-1}]} | attachments[0].size",
        "{\"body\":\"b\",\"attachments\":[{\"url\":\"http://h\",\"size\":1.5}]} |"
            + " attachments[0].size",
        "{\"body\":\"b\",\"attachments\":[{\"url\":\"http://h\",\"type\":\"pdf\"}]} |"
            + " attachments[0].type",
      })
  void fieldThatIsWrongIsNamed(String json, String field) throws Exception {
    Answer answer = refused(service.postJson(json), 400, "invalid-draft");
    assertThat(answer.fields()).containsExactly(field);
  }

  @Test
  void allWrongFieldsAreNamedAtOnce() throws Exception {
    Answer answer =
        service.postJson(
            "{\"body\":\"b\",\"publishedAt\":\"x\",\"embargoUntil\":\"y\",\"version\":\"z\"}");
    assertThat(refused(answer, 400, "invalid-draft").fields())
        .containsExactlyInAnyOrder("publishedAt", "embargoUntil", "version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"a\"",
        "{\"body\":\"b\"} {}",
        "{\"body\":\"b\",}",
        "{body:1}",
        "{\"body\":\"b\",\"body\":\"c\"}",
        "{\"version\":NaN}",
        "{\"body\":\"\t\u0000\"}"
      })
  void malformedJsonIsRefusedWithThePlace(String json) throws Exception {
    Answer answer = refused(service.postJson(json), 400, "malformed");
    assertThat(answer.json().path("detail").asString()).startsWith("Line 1, column ");
  }

  @Test
  void hostileJsonIsRefusedQuickly() throws Exception {
    int size = 2 * 1024 * 1024;
    for (String json :
        List.of(
            "[".repeat(size),
            "{\"x\":" + "[".repeat(size - 5),
            "{\"x\":" + "{\"a\":".repeat(400_000),
            "{\"version\":" + "9".repeat(size - 20) + "}",
            "{\"attachments\":[{\"url\":\"http://h\",\"size\":1e999999999}]}",
            "{\"" + "n".repeat(size - 10) + "\":1}",
            "{\"images\":[" + "1,".repeat(size / 2 - 20) + "1]}",
            "{\"images\":[" + "{\"url\":\"http://a\"},".repeat(50_000) + "{}]}")) {
      long start = System.nanoTime();
      assertThat(service.postJson(json).status()).isEqualTo(400);
      assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
  }

  @Test
  void parametersAreCheckedToo() throws Exception {
    assertThat(refused(service.postText("?titel=a", "a\n\nb"), 400, "invalid-draft").fields())
        .containsExactly("titel");
    assertThat(
            refused(service.postText("?title=a&title=b", "a\n\nb"), 400, "invalid-draft").fields())
        .containsExactly("title");
    refused(service.postText("?title=%C3%28", "b"), 400, "invalid-request");
    assertThat(refused(service.postText("?title=%EF%BF%BD", "b"), 400, "invalid-draft").fields())
        .containsExactly("title");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/pdf | PDF",
        "application/msword | .doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document | not taken yet",
        "multipart/form-data; boundary=x | not taken yet",
        "application/x-ndjson | one by one",
        "image/png | application/json",
        "text/plain; charset=windows-1258 | UTF-8",
        "text/plain; charset=klingon | text/plain",
        "nonsense | application/json",
        "application/x-www-form-urlencoded | application/json",
      })
  void otherMediaTypesAreRefusedWithWhatIsAccepted(String type, String detail) throws Exception {
    Answer answer =
        refused(service.post(type, BodyPublishers.ofString("a=b")), 415, "unsupported-media-type");
    assertThat(answer.json().path("detail").asString()).contains(detail).contains("text/html");
  }

  @Test
  void missingContentTypeAndCompressionAreRefused() throws Exception {
    refused(
        service.send(
            service.request("/api/articles").POST(BodyPublishers.ofString(RunningService.DRAFT))),
        415,
        "unsupported-media-type");
    refused(
        service.send(
            service
                .request("/api/articles")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("x"))),
        415,
        "unsupported-media-type");
  }

  @Test
  void textThatIsNotUtf8IsRefusedByName() throws Exception {
    byte[] latin = "Tiêu đề".getBytes(StandardCharsets.UTF_16);
    Answer utf16 =
        refused(service.post("text/plain", BodyPublishers.ofByteArray(latin)), 400, "not-utf-8");
    assertThat(utf16.json().path("detail").asString()).contains("UTF-16");
    Answer invalid =
        service.post("text/plain", BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xc3, '('}));
    assertThat(refused(invalid, 400, "not-utf-8").json().path("detail").asString())
        .contains("Byte 1");
    Answer old =
        service.postText(
            "", "Tæng côc D¹y nghÒ tæ chøc héi nghÞ\n\nN¨m 2020, c¸c tr­êng ®· ®µo t¹o nhiÒu nghÒ");
    assertThat(refused(old, 400, "old-encoding").json().path("detail").asString())
        .contains("TCVN3");
    Answer pdf = service.post("text/plain", BodyPublishers.ofString("%PDF-1.4 …"));
    assertThat(refused(pdf, 415, "unsupported-media-type").json().path("detail").asString())
        .contains("PDF");
  }

  @Test
  void draftOfTwoMebibytesIsTaken_andOneByteMoreIsNot() throws Exception {
    int limit = 2 * 1024 * 1024;
    String start = "Tiêu đề\n\n";
    int rest = limit - start.getBytes(StandardCharsets.UTF_8).length;
    assertThat(service.postText("", start + "a\n".repeat(rest / 2)).status()).isEqualTo(202);
    assertThat(service.postText("", start + "\"".repeat(rest)).status()).isEqualTo(202);
    byte[] encoded = new EventCodec().encode(log.last(ArticleIngested.class));
    assertThat(encoded.length).isLessThan(8 * 1024 * 1024);
    refused(service.postText("", start + "a".repeat(rest + 1)), 413, "too-large");
    byte[] large = (start + "a".repeat(rest + 1)).getBytes(StandardCharsets.UTF_8);
    refused(
        service.post(
            "text/plain", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
        413,
        "too-large");
  }

  @Test
  void smallPiecesBlowNoEventUp() throws Exception {
    int size = 2 * 1024 * 1024;
    for (String text :
        List.of("a\n".repeat(size / 2), "PV\n".repeat(size / 3), "\\\n".repeat(size / 2))) {
      assertThat(service.postText("", text).status()).isEqualTo(202);
      assertThat(new EventCodec().encode(log.last(ArticleIngested.class)).length)
          .isLessThan(8 * 1024 * 1024);
    }
    Answer tags = service.post("text/html", BodyPublishers.ofString("<p>a".repeat(size / 4)));
    refused(tags, 400, "invalid-draft");
    assertThat(service.post("text/html", BodyPublishers.ofString("<p>a".repeat(100_000))).status())
        .isEqualTo(202);
    assertThat(
            service.post("text/html", BodyPublishers.ofString("<b>".repeat(90_000) + "a")).status())
        .isEqualTo(202);
  }

  @Test
  void harmfulCharactersAreMadeSafe_andCounted() throws Exception {
    double bom = service.count("articles.ingest.text.cleaned", "slip", "bom");
    double half = service.count("articles.ingest.text.cleaned", "slip", "surrogate");
    service.postJson(
        "\ufeff{\"title\":\"\\ufeffTie\\u0302u\\u0000 \\ud800đề\",\"body\":\"m\u202e\\r\\n\\u0007t\"}");
    ArticleIngested event = log.last(ArticleIngested.class);
    assertThat(event.title()).isEqualTo(Normalizer.normalize("Tiêu đề", Normalizer.Form.NFC));
    assertThat(event.body()).isEqualTo("m\u202e\n\nt");
    counts(bom + 1, () -> service.count("articles.ingest.text.cleaned", "slip", "bom"));
    counts(half + 1, () -> service.count("articles.ingest.text.cleaned", "slip", "surrogate"));
  }

  @Test
  void answers503_whileTheLogIsAway() throws Exception {
    log.failure = new NotAcknowledged(new IllegalStateException("away"));
    double before = service.count("articles.ingest.unavailable");
    Answer answer = refused(service.postJson(RunningService.DRAFT), 503, "not-known");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    refused(service.withdraw(UUID.randomUUID().toString(), "?reason=x"), 503, "not-known");
    counts(before + 2, () -> service.count("articles.ingest.unavailable"));
    log.failure = new EventDoesNotFit(new IllegalStateException("large"));
    refused(service.postJson(RunningService.DRAFT), 413, "too-large");
    log.failure = new IllegalStateException("a bug");
    refused(service.postJson(RunningService.DRAFT), 500, "internal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
  void aClientThatLeavesWhileItSendsIsNobodysFaultHere(String length) throws Exception {
    double left = service.count("articles.ingest.refused", "reason", "incomplete");
    double internal = service.count("articles.ingest.refused", "reason", "internal");
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    Logger advice = (Logger) LoggerFactory.getLogger("vn.gdnn.newswire.ingest.problem");
    said.start();
    advice.addAppender(said);
    for (boolean abruptly : new boolean[] {false, true}) {
      try (Socket client = new Socket("127.0.0.1", service.address("/").getPort())) {
        client
            .getOutputStream()
            .write(
                """
                POST /api/articles HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: text/plain\r
                %s\r
                \r
                3e8\r
                Tin\
                """
                    .formatted(RunningService.KEY, length)
                    .getBytes(StandardCharsets.UTF_8));
        if (abruptly) {
          client.setSoLinger(true, 0);
        } else {
          client.shutdownOutput();
          assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
              .startsWith("HTTP/1.1 400");
        }
      }
    }
    try {
      counts(left + 2, () -> service.count("articles.ingest.refused", "reason", "incomplete"));
    } finally {
      advice.detachAppender(said);
    }
    assertThat(service.count("articles.ingest.refused", "reason", "internal")).isEqualTo(internal);
    assertThat(said.list).noneMatch(line -> line.getLevel() == Level.ERROR);
  }

  @Test
  void addressesAndMethodsThatDoNotExistAreProblemsToo() throws Exception {
    refused(service.get("/api/nothing"), 404, "not-found");
    Answer answer = refused(service.get("/api/articles"), 405, "method-not-allowed");
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @Test
  void answersWhateverTheClientSaysItAccepts() throws Exception {
    HttpRequest.Builder request =
        service
            .request("/api/articles")
            .header("Content-Type", "application/json")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(RunningService.DRAFT));
    assertThat(service.send(request).status()).isEqualTo(202);
  }

  @Test
  void countsAddUp() throws Exception {
    service.postJson(RunningService.DRAFT);
    service.postJson("{");
    service.reinstate(UUID.randomUUID().toString());
    await().until(() -> received() > 0 && received() == ended());
    Answer metrics = service.getManagement("/actuator/prometheus");
    assertThat(metrics.response().body())
        .contains("articles_ingest_received_total{kind=\"draft\"")
        .contains("articles_ingest_accept_seconds_count{kind=\"draft\"")
        .contains("articles_ingest_text_cleaned_total{");
  }

  @Test
  void livenessNeverLooksAtKafka_andNewsSaysWhatIsMissed() throws Exception {
    assertThat(service.getManagement("/actuator/health/liveness").status()).isEqualTo(200);
    Answer news = service.getManagement("/actuator/health/news");
    assertThat(news.status()).isEqualTo(503);
    assertThat(news.response().body()).contains("Nobody can hand in, correct or withdraw");
  }
}
