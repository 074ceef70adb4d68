package vn.gdnn.newswire.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.publish.Registered;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;

/** What the registry knows, on the pages of people, units and plans, in their feeds and the API. */
@FacesTest
class RegistryPageTest {

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;

  @BeforeEach
  void startEmpty() {
    news.clear();
  }

  private MockHttpServletResponse answer(String address) throws Exception {
    return mvc.perform(get(URI.create(address))).andReturn().getResponse();
  }

  private Document page(String address) throws Exception {
    MockHttpServletResponse answer = answer(address);
    assertThat(answer.getStatus()).isEqualTo(200);
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page =
        parser.parseInput(
            new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8),
            "https://ban-tin.example" + address);
    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("script, style, [style], [onclick], a a")).isEmpty();
    return page;
  }

  private static String fact(Document page, String term) {
    return page.select(".facts dt").stream()
        .filter(dt -> dt.text().equals(term))
        .map(dt -> dt.nextElementSibling().text())
        .findFirst()
        .orElse("");
  }

  @Test
  void showsAPersonsOfficesOverTime_andFillsNoGap() throws Exception {
    news.register(Registered.example("person"));
    news.put(Samples.seedWithDateLine());

    Document page = page("/people/truong-anh-dung");

    assertThat(page.select("h2").eachText())
        .startsWith("Chức vụ theo thời gian", "Bài có tên Trương Anh Dũng");
    List<Element> steps = page.select(".timeline > li");
    assertThat(steps)
        .extracting(Element::className)
        .containsExactly("point", "gap", "", "gap", "", "gap", "point");
    assertThat(steps.get(0).text()).startsWith("Cục trưởng").contains("Ghi nhận ngày 10/10/2025");
    assertThat(steps.get(1).text()).isEqualTo("Chưa có ghi nhận từ 17/11/2022 đến 10/10/2025");
    assertThat(steps.get(2).select("h3").text()).isEqualTo("Tổng cục trưởng");
    assertThat(steps.get(2).select("a.tag-unit").attr("href"))
        .isEqualTo("/units/tong-cuc-giao-duc-nghe-nghiep");
    assertThat(steps.get(2).text())
        .contains("Ghi nhận từ 11/06/2020 đến 17/11/2022")
        .contains("13 nguồn. Chưa rõ ngày bổ nhiệm, sau 17/01/2020");
    assertThat(steps.get(2).select("time").eachAttr("datetime"))
        .containsExactly("2020-06-11", "2022-11-17", "2020-01-17");
    assertThat(page.select("meta[name=robots]")).isEmpty();
  }

  @Test
  void showsWhatAUnitBelongsTo_wasMadeFrom_andWhoLedIt() throws Exception {
    news.register(Registered.example("unit"));
    news.put(Samples.seedWithDateLine());

    Document page = page("/units/tong-cuc-giao-duc-nghe-nghiep");

    assertThat(fact(page, "Hoạt động")).isEqualTo("08/2017 đến 28/02/2025");
    assertThat(fact(page, "Thuộc")).startsWith("Bộ Lao động - Thương binh và Xã hội");
    assertThat(fact(page, "Tên khác")).contains("Tổng cục GDNN");
    assertThat(page.select(".chain > li")).hasSize(3);
    assertThat(page.select(".chain > li").get(0).text())
        .isEqualTo("Tổng cục Dạy nghề 1998 đến 07/2017");
    assertThat(page.select(".chain > [aria-current]").text())
        .startsWith("Tổng cục Giáo dục nghề nghiệp");
    assertThat(page.select(".chain > [aria-current] a")).isEmpty();
    Element head = page.selectFirst("h2:containsOwn(Tổng cục trưởng)").parent();
    assertThat(head.select(".timeline > li").eachText())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("Trương Anh Dũng"),
            gap -> assertThat(gap).isEqualTo("Chưa có ghi nhận từ 17/01/2020 đến 11/06/2020"),
            last -> assertThat(last).startsWith("Nguyễn Hồng Minh"));
    Element deputies = page.selectFirst("h2:containsOwn(Phó Tổng cục trưởng)").parent();
    assertThat(deputies.select(".timeline > li:not(.point)"))
        .as("of several at a time no line runs from one to the next")
        .isEmpty();
    assertThat(deputies.select(".timeline > li")).hasSizeGreaterThan(2);
  }

  @Test
  void showsWhatAPlanIsAndApproves_beforeAnyArticleNamesIt() throws Exception {
    news.register(Registered.example("plan"));

    Document page = page("/plans/quyet-dinh-1956-qd-ttg");

    assertThat(page.select("h1").text()).isEqualTo("Quyết định 1956/QĐ-TTg");
    assertThat(page.select(".lead").text()).startsWith("Phê duyệt Đề án “Đào tạo nghề");
    assertThat(fact(page, "Loại")).isEqualTo("Quyết định");
    assertThat(fact(page, "Số")).isEqualTo("1956/QĐ-TTg");
    assertThat(fact(page, "Nơi ban hành")).isEqualTo("Thủ tướng Chính phủ");
    assertThat(fact(page, "Phê duyệt")).startsWith("Đề án “Đào tạo nghề cho lao động nông thôn");
    assertThat(fact(page, "Nguồn")).isEqualTo("m.thuvienphapluat.vn");
    assertThat(page.text()).contains("Hiện không có bài nào.");
    assertThat(fact(page, "Số bài")).isEqualTo("0");
    assertThat(page.select("meta[name=robots]").attr("content"))
        .as("thin until an article names it")
        .isEqualTo("noindex");
  }

  @Test
  void theFeedsItNamesAreThere_beforeAnyArticleNamesIt() throws Exception {
    news.register(Registered.example("plan"));

    for (String feed :
        page("/plans/quyet-dinh-1956-qd-ttg")
            .select("link[rel=alternate][href^=/feeds/plans/]")
            .eachAttr("href")) {
      MockHttpServletResponse answer = answer(feed);
      assertThat(answer.getStatus()).as(feed).isEqualTo(200);
      assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
          .contains("Quyết định 1956/QĐ-TTg");
    }
    assertThat(answer("/feeds/plans/khac.atom").getStatus()).isEqualTo(404);
    assertThat(answer("/plans/khac").getStatus()).isEqualTo(404);
  }

  @Test
  void anEmptyFeedTakesTheNameThatTheRegistryHasNow() throws Exception {
    news.register(Registered.unit("vien-mau", "Viện Mẫu"));
    answer("/feeds/units/vien-mau.atom");

    news.register(Registered.unit("vien-mau", "Viện Mẫu mới"));

    // A feed may be served for ten seconds without being asked for.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        new String(
                            answer("/feeds/units/vien-mau.atom").getContentAsByteArray(),
                            StandardCharsets.UTF_8))
                    .contains("Viện Mẫu mới"));
  }

  @ParameterizedTest
  @CsvSource({
    "/units/vien-cu, /units/vien-mau",
    "/feeds/units/vien-cu.rss, /feeds/units/vien-mau.rss",
    "/feeds/units/vien-cu/archive/2.json, /feeds/units/vien-mau.json",
    "/api/units/vien-cu, /api/units/vien-mau",
  })
  void sendsOnFromAFormerId(String from, String to) throws Exception {
    news.register(
        Registered.unit("vien-mau", "Viện Mẫu", "vien-cu"),
        new RegistryMove(Kind.UNIT, "vien-cu", "vien-mau"));

    MockHttpServletResponse answer = answer(from);

    assertThat(answer.getStatus()).isEqualTo(301);
    assertThat(answer.getHeader("Location")).isEqualTo(to);
    assertThat(answer(to).getStatus()).isEqualTo(200);
  }

  @Test
  void itsTagMovesWithTheRegistry_andWithNothingElse() throws Exception {
    news.register(Registered.unit("vien-mau", "Viện Mẫu"));
    String before = answer("/units/vien-mau").getHeader("ETag");
    assertThat(answer("/units/vien-mau").getHeader("ETag")).isEqualTo(before);

    news.register(Registered.unit("khac", "Viện khác"));
    assertThat(answer("/units/vien-mau").getHeader("ETag")).isEqualTo(before);

    news.register(Registered.unit("vien-mau", "Viện Mẫu mới"));
    assertThat(answer("/units/vien-mau").getHeader("ETag")).isNotEqualTo(before);
  }

  @Test
  void saysTheSameToPrograms() throws Exception {
    news.register(Registered.example("person"));
    news.put(Samples.seedWithDateLine());

    JsonNode person =
        JsonMapper.shared().readTree(answer("/api/people/truong-anh-dung").getContentAsByteArray());

    assertThat(person.get("articles").asInt()).isEqualTo(1);
    assertThat(person.get("known").asBoolean()).isTrue();
    assertThat(person.get("page").asString())
        .isEqualTo("https://ban-tin.example/people/truong-anh-dung");
    assertThat(person.at("/registry/person/offices/0/stretches/0/from").asString())
        .isEqualTo("2020-06-11");
    assertThat(answer("/api/people/khac").getStatus()).isEqualTo(404);
    assertThat(answer("/api/people/truong-anh-dung?x=1").getStatus()).isEqualTo(400);
  }

  @Test
  void escapesWhatTheRegistrySays_andLinksOnlyTheWeb() throws Exception {
    RegistryEntity plain = Registered.unit("vien-mau", "<b>Viện</b> & \u202Emẫu\u0008");
    news.register(
        new RegistryEntity(
            plain.kind(),
            plain.id(),
            List.of(),
            plain.name(),
            List.of("\"><script>alert(1)</script>"),
            List.of(),
            List.of("javascript:alert(1)", "https://www.mot.example/a b", "https://hai.example/x"),
            null,
            plain.unit(),
            null));

    Document page = page("/units/vien-mau");

    assertThat(page.select("h1").text()).contains("<b>Viện</b> &");
    assertThat(fact(page, "Tên khác")).isEqualTo("\"><script>alert(1)</script>");
    assertThat(page.select(".facts a").eachAttr("href")).containsExactly("https://hai.example/x");
    assertThat(fact(page, "Nguồn")).isEqualTo("hai.example và 2 nguồn khác");
  }

  @Test
  void listsManyPartsByThemselves() throws Exception {
    news.register(Registered.withParts("bo-mau", 7));

    Document page = page("/units/bo-mau");

    assertThat(fact(page, "Gồm có")).isEmpty();
    assertThat(page.select("h2:containsOwn(Gồm có) + ul > li")).hasSize(7);
    assertThat(page(answerOf(Registered.withParts("bo-mau", 3))).select("h2:containsOwn(Gồm có)"))
        .isEmpty();
  }

  private String answerOf(RegistryEntity entity) {
    news.register(entity);
    return "/units/" + entity.id();
  }

  @ParameterizedTest
  @CsvSource({
    "2010-11, , true, false, point, Từ 11/2010",
    "2015-02-14, 2016, true, false, '', 'Từ 14/02/2015, ghi nhận đến 2016'",
    "2018, 2019-10-17, true, true, '', Từ 2018 đến 17/10/2019",
    "2019-01-01, 2019-10, false, true, '', Ghi nhận từ 01/01/2019 đến 10/2019",
    "2019-01-01, 2019-01-01, false, false, point, Ghi nhận ngày 01/01/2019",
  })
  void claimsNoMoreThanItsSources(
      String from, String to, boolean began, boolean ended, String line, String words)
      throws Exception {
    news.register(
        Registered.person(
            new RegistryEntity.Stretch(
                new PartialDay(from),
                to == null ? null : new PartialDay(to),
                began,
                ended,
                null,
                null)));

    Element step = page("/people/nguoi-mau").selectFirst(".timeline > li");

    assertThat(step.className()).isEqualTo(line);
    assertThat(step.select("p").eachText()).contains(words);
  }
}
