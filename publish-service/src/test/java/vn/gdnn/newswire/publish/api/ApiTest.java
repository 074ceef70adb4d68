package vn.gdnn.newswire.publish.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Golden;
import vn.gdnn.newswire.publish.faces.HostileArticles;
import vn.gdnn.newswire.publish.faces.Samples;

@FacesTest
class ApiTest {

  private static final String PROBLEM = "urn:gdnn-newswire:problem:";

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;

  @BeforeEach
  void startEmpty() {
    news.clear();
  }

  private MockHttpServletResponse answer(String address) throws Exception {
    return mvc.perform(get(URI.create(address))).andReturn().getResponse();
  }

  private JsonNode json(String address) throws Exception {
    return JsonMapper.shared().readTree(answer(address).getContentAsByteArray());
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.get("items").forEach(item -> ids.add(item.get("id").asString()));
    return ids;
  }

  @Test
  void answersTheDocumentInTheOrderOfTheDesign() throws Exception {
    Document seed = Samples.seedWithDateLine();
    news.put(seed);
    MockHttpServletResponse answer = answer("/api/articles/" + seed.id());
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("application/json");
    assertThat(answer.getHeader("ETag")).matches("\"[0-9a-f]{32}\"");
    JsonNode document = JsonMapper.shared().readTree(answer.getContentAsByteArray());
    assertThat(List.copyOf(document.propertyNames()))
        .containsExactly(
            "id",
            "source",
            "externalId",
            "revision",
            "tagging",
            "status",
            "title",
            "body",
            "publishedAt",
            "publishedAtFrom",
            "updatedAt",
            "structure",
            "tags",
            "offices",
            "images",
            "attachments");
    assertThat(document.get("status").asString()).isEqualTo("published");
    assertThat(document.get("publishedAt").asString()).isEqualTo("2020-06-11T03:24:15Z");
    assertThat(document.get("publishedAtFrom").asString()).isEqualTo("dateline");
    assertThat(document.get("body").asString()).isEqualTo(seed.body());
    JsonNode mention = document.get("tags").get(0).get("mentions").get(0);
    assertThat(mention.get("field").asString()).isEqualTo("title");
    assertThat(mention.get("surface").asString()).isEqualTo("Tổng cục Giáo dục nghề nghiệp");
  }

  @Test
  void saysNotModifiedForADocumentToo() throws Exception {
    news.put(Samples.announcement(1));
    String address = "/api/articles/" + Samples.id(1);
    String tag = answer(address).getHeader("ETag");
    assertThat(
            mvc.perform(get(address).header("If-None-Match", tag))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(304);
  }

  @Test
  void aWithdrawnArticleIsGone_andOnlyItsNoticeIsLeft() throws Exception {
    news.put(
        Samples.draft(1, "Đầu đề", "Thân bài")
            .withdrawn("Đăng nhầm.", "2024-05-01T00:00:00Z")
            .document());
    MockHttpServletResponse answer = answer("/api/articles/" + Samples.id(1));
    assertThat(answer.getStatus()).isEqualTo(410);
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":\""
                + Samples.id(1)
                + "\",\"status\":\"withdrawn\",\"revision\":2,\"updatedAt\":\"2024-05-01T00:00:00Z\","
                + "\"notice\":{\"text\":\"Đăng nhầm.\",\"at\":\"2024-05-01T00:00:00Z\"}}");
  }

  private MockHttpServletResponse accepting(String accept) throws Exception {
    return mvc.perform(get("/api/articles/" + Samples.id(1)).header("Accept", accept))
        .andReturn()
        .getResponse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.iptc.ninjs+json, true",
    "'application/vnd.iptc.ninjs+json, application/json', true",
    "'application/json;q=0.5, application/vnd.iptc.ninjs+json', true",
    "'application/json, application/vnd.iptc.ninjs+json;q=0.9', false",
    "'application/vnd.iptc.ninjs+json;q=0.1, */*', false",
    "'application/vnd.iptc.ninjs+json;q=0.5, application/*', false",
    "application/vnd.iptc.ninjs+json;q=0, false",
    "*/*, false",
    "text/html, false",
    "nonsense, false",
  })
  void answersInNinjsToWhoPrefersIt(String accept, boolean ninjs) throws Exception {
    news.put(Samples.announcement(1));
    MockHttpServletResponse answer = accepting(accept);
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType())
        .isEqualTo(ninjs ? "application/vnd.iptc.ninjs+json" : "application/json");
    assertThat(answer.getHeaders("Vary")).contains("Accept", "Accept-Encoding");
  }

  @Test
  void aDocumentAsNinjs() throws Exception {
    news.put(
        Samples.draft(1, "Lịch thi đã sửa", "Người Mẫu nói về lịch thi.")
            .byline("Ban Biên tập")
            .tag(Kind.PERSON, "nguoi-mau", "Người Mẫu", true, "Người Mẫu")
            .tag(Kind.PLAN, "x-0123456789", "Lịch thi", false, "lịch thi")
            .corrected(2, "Bản trước ghi nhầm.", "2024-03-04T08:30:00Z")
            .document());
    Golden.assertSame("api/article.ninjs.json", ninjs().getContentAsByteArray());
  }

  /** IPTC's own schema: a field that it does not have is an error too. */
  private static List<Error> breaches(byte[] ninjs) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of("classpath:/ninjs/ninjs-schema_3.1.json"))
        .validate(JsonMapper.shared().readTree(ninjs));
  }

  @Test
  void ninjsIsAsIptcsSchemaSays() throws Exception {
    List<Document> all = new ArrayList<>(HostileArticles.all());
    all.add(Samples.seedWithDateLine());
    all.add(Samples.complete(1));
    for (Document document : all) {
      news.put(document);
      MockHttpServletResponse answer = ninjs(document.id());
      assertThat(breaches(answer.getContentAsByteArray())).as(document.title()).isEmpty();
    }
    assertThat(
            breaches(
                "{\"uri\":\"urn:uuid:1\",\"headline\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }

  @Test
  void ninjsHasPicturesAndFilesAsAssociations() throws Exception {
    news.put(Samples.complete(1));
    JsonNode ninjs = JsonMapper.shared().readTree(ninjs().getContentAsByteArray());
    List<String> seen = new ArrayList<>();
    for (JsonNode one : ninjs.get("associations")) {
      JsonNode rendition = one.get("renditions").get(0);
      seen.add(
          String.join(
              " | ",
              one.get("rel").asString(),
              one.get("name").asString(),
              one.get("uri").asString(),
              rendition.path("contentType").asString("-"),
              rendition.path("sizeInBytes").asString("-")));
      assertThat(rendition.get("href").asString()).isEqualTo(one.get("uri").asString());
    }
    assertThat(seen)
        .containsExactly(
            "picture | Quang cảnh cuộc họp | https://anh.example/hop.jpg?w=800&h=600 | image/jpeg"
                + " | -",
            "picture | http://anh.example:8080/b%20b.PNG | http://anh.example:8080/b%20b.PNG |"
                + " image/png | -",
            "attachment | Kế hoạch | https://tep.example/ke-hoach.pdf | application/pdf | 120000",
            "attachment | Phụ lục | https://tep.example/ph%E1%BB%A5%20l%E1%BB%A5c.docx |"
                + " application/vnd.openxmlformats-officedocument.wordprocessingml.document | -",
            "attachment | https://tep.example/tai?so=1 | https://tep.example/tai?so=1 | - | 0");
  }

  @Test
  void aWithdrawnDocumentAsNinjs_isCanceled() throws Exception {
    news.put(
        Samples.draft(1, "Đầu đề", "Thân bài")
            .tag(Kind.PERSON, "nguoi-mau", "Người Mẫu", true, "Thân")
            .withdrawn("Đăng nhầm.", "2024-05-01T00:00:00Z")
            .document());
    assertThat(ninjs().getStatus()).isEqualTo(410);
    Golden.assertSame("api/withdrawn.ninjs.json", ninjs().getContentAsByteArray());
  }

  private MockHttpServletResponse ninjs() throws Exception {
    return ninjs(Samples.id(1));
  }

  private MockHttpServletResponse ninjs(UUID id) throws Exception {
    return mvc.perform(
            get("/api/articles/" + id).header("Accept", "application/vnd.iptc.ninjs+json"))
        .andReturn()
        .getResponse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-5000-8000-0000000000ff", "0-0-5000-8000-1", "x", "a.json"})
  void anUnknownArticleIsAProblem(String id) throws Exception {
    news.put(Samples.announcement(1));
    MockHttpServletResponse answer = answer("/api/articles/" + id);
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString())
        .contains("\"type\":\"" + PROBLEM + "unknown-article\"", "\"status\":404", "\"detail\":");
  }

  @Test
  void pagesThroughAllArticlesWithoutMissingOrRepeating() throws Exception {
    for (int i = 1; i <= 7; i++) {
      news.put(
          Samples.draft(i, "t" + i, "b")
              .published("2024-03-0" + (1 + i / 3) + "T00:00:00Z")
              .document());
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = json("/api/articles?limit=2" + cursor);
      seen.addAll(ids(page));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : null;
    }
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    assertThat(seen).isEqualTo(ids(json("/api/articles")));
  }

  @Test
  void listsByEntityDateAndWords() throws Exception {
    String first = Samples.seedWithDateLine().id().toString();
    String second = Samples.seedWithoutDateLine().id().toString();
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine());
    assertThat(ids(json("/api/articles?person=truong-anh-dung"))).containsExactly(first);
    assertThat(ids(json("/api/articles?unit=tong-cuc-giao-duc-nghe-nghiep")))
        .containsExactly(first, second);
    assertThat(ids(json("/api/articles?plan=luat-74-2014-qh13"))).containsExactly(second);
    assertThat(ids(json("/api/articles?from=2020-01-17&to=2020-01-17"))).containsExactly(second);
    assertThat(ids(json("/api/articles?from=2020-06-11T10:24:15%2B07:00"))).containsExactly(first);
    assertThat(ids(json("/api/articles?to=2020-06-11T10:24:15%2B07:00"))).containsExactly(second);
    assertThat(ids(json("/api/articles?q=COVID%2019"))).containsExactly(first);
    assertThat(ids(json("/api/articles?q=khong%20co%20chu%20nay"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/articles?perosn=a, perosn",
    "/api/articles?person=a&unit=b, unit",
    "/api/articles?person=a&person=b, person",
    "/api/articles?from=yesterday, from",
    "/api/articles?from=2020-06-11T10:24:15, from",
    "/api/articles?to=2020-13-45, to",
    "/api/articles?from=2020-06-12&to=2020-06-11, to",
    "/api/articles?cursor=abc, cursor",
    "/api/articles?cursor=%00, cursor",
    "/api/articles?from=%2B999999999-01-01T00:00:00Z, from",
    "/api/articles?to=-0001-01-01T00:00:00Z, to",
    "/api/articles?to=0000-01-01, to",
    "/api/articles?limit=0, limit",
    "/api/articles?limit=1e3, limit",
    "/api/changes?since=zz, since",
    "/api/changes?since=YTE, since",
    "/api/changes?limit=1001, limit",
    "/api/changes?wait=31, wait",
    "/api/changes/stream?since=zz, since",
    "/api/changes/stream?limit=1, limit",
  })
  void aWrongParameterIsRefusedByName(String address, String name) throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(get(URI.create(address))).andReturn().getResponse();
    assertThat(answer.getStatus()).isEqualTo(400);
    JsonNode problem = JsonMapper.shared().readTree(answer.getContentAsByteArray());
    assertThat(problem.get("type").asString()).isEqualTo(PROBLEM + "bad-parameter");
    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(name);
    assertThat(problem.get("detail").asString()).startsWith(name + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "0000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-01-01T00:00:00Z"
      })
  void aCursorOfAYearThatNobodyWritesIsRefused(String time) throws Exception {
    assertThat(answer("/api/articles?cursor=" + cursor(time)).getStatus()).isEqualTo(400);
    assertThat(answer("/?cursor=" + cursor(time)).getStatus()).isEqualTo(404);
  }

  @Test
  void theFirstAndTheLastYearCanBeAsked() throws Exception {
    news.put(Samples.announcement(1));
    assertThat(ids(json("/api/articles?from=0001-01-01&to=9999-12-31"))).hasSize(1);
    assertThat(ids(json("/api/articles?cursor=" + cursor("9999-12-31T23:59:59Z")))).hasSize(1);
  }

  private static String cursor(String time) {
    String plain = "a1 " + time + " 00000000-0000-5000-8000-000000000001";
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void changesAreReadToTheEnd_fromAnyPlace() throws Exception {
    news.put(Samples.announcement(1), Samples.announcement(2), Samples.announcement(1));
    JsonNode page = json("/api/changes?limit=2");
    assertThat(page.get("more").asBoolean()).isTrue();
    JsonNode first = page.get("changes").get(0);
    assertThat(List.copyOf(first.propertyNames()))
        .containsExactly("cursor", "id", "revision", "tagging", "what", "at");
    assertThat(first.get("what").asString()).isEqualTo("published");
    assertThat(page.get("next").asString())
        .isEqualTo(page.get("changes").get(1).get("cursor").asString());

    JsonNode rest = json("/api/changes?since=" + page.get("next").asString());
    assertThat(rest.get("changes").size()).isEqualTo(1);
    assertThat(rest.get("changes").get(0).get("what").asString()).isEqualTo("corrected");
    assertThat(rest.get("more").asBoolean()).isFalse();

    String end = rest.get("next").asString();
    JsonNode nothing = json("/api/changes?since=" + end);
    assertThat(nothing.get("changes").isEmpty()).isTrue();
    assertThat(nothing.get("next").asString()).isEqualTo(end);
    news.put(Samples.announcement(3));
    assertThat(json("/api/changes?since=" + end).get("changes").size()).isEqualTo(1);
    assertThat(json("/api/changes?since=" + first.get("cursor").asString()).get("changes").size())
        .isEqualTo(3);
  }

  @Test
  void beforeAnyChange_thereIsACursorToComeBackWith() throws Exception {
    JsonNode page = json("/api/changes");
    assertThat(page.get("changes").isEmpty()).isTrue();
    news.put(Samples.announcement(1));
    assertThat(json("/api/changes?since=" + page.get("next").asString()).get("changes").size())
        .isEqualTo(1);
  }

  @Test
  void aCursorOfAnotherLogIsGone() throws Exception {
    MockHttpServletResponse answer = answer("/api/changes?since=" + new ChangeCursor(2, 7).text());
    assertThat(answer.getStatus()).isEqualTo(410);
    assertThat(answer.getContentAsString()).contains(PROBLEM + "cursor-of-another-log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/articles",
        "/api/articles/00000000-0000-5000-8000-000000000001",
        "/api/changes"
      })
  void saysUnavailableWhileTheStoreIsAway(String address) throws Exception {
    news.setAway(true);
    MockHttpServletResponse answer = answer(address);
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("15");
    assertThat(answer.getContentAsString()).contains(PROBLEM + "unavailable");
  }
}
