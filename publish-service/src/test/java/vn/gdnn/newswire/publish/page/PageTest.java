package vn.gdnn.newswire.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
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
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.HostileArticles;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.prose.SafeText;

@FacesTest
class PageTest {

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;

  @BeforeEach
  void startEmpty() {
    news.clear();
  }

  private MockHttpServletResponse answer(String address) throws Exception {
    return mvc.perform(get(URI.create(address))).andReturn().getResponse();
  }

  /**
   * The page, after checks that every page must stand: no parse error, no id twice, no broken
   * anchor, nothing to run.
   */
  private Document page(String address, int status) throws Exception {
    MockHttpServletResponse answer = answer(address);
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getContentType()).isEqualTo("text/html; charset=utf-8");
    String html = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page = parser.parseInput(html, "https://ban-tin.example" + address);
    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("html").attr("lang")).isEqualTo("vi");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("link[rel=alternate]").eachAttr("type"))
        .startsWith("application/rss+xml", "application/atom+xml", "application/feed+json");
    assertThat(
            page.select(
                "script:not([type=application/ld+json]), style, [style], iframe, [onclick], a a"))
        .isEmpty();
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    for (String target : page.select("a[href^=#]").eachAttr("href")) {
      assertThat(target.equals("#-") || ids.contains(target.substring(1))).as(target).isTrue();
    }
    return page;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nope", "/search", "/feeds/all.rss", "/api/changes", "/newswire.css"})
  void everyAnswerForbidsWhatNoPageNeeds(String address) throws Exception {
    MockHttpServletResponse answer = answer(address);
    assertThat(answer.getHeader("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void showsAnArticleWithItsTags() throws Exception {
    var seed = Samples.seedWithDateLine();
    news.put(seed);
    Document page = page("/articles/" + seed.id(), 200);
    assertThat(page.title()).isEqualTo(seed.title() + " | Bản tin GDNN");
    assertThat(page.selectFirst("h1").wholeText()).isEqualTo(seed.title());
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://ban-tin.example/articles/" + seed.id());
    assertThat(page.select("link[rel=alternate]").eachAttr("type"))
        .containsExactly(
            "application/rss+xml", "application/atom+xml", "application/feed+json", "text/x-opml");
    assertThat(page.select(".when time").first().attr("datetime"))
        .isEqualTo("2020-06-11T10:24:15+07:00");
    assertThat(page.select(".when time").first().text()).isEqualTo("11/06/2020 10:24");
    assertThat(page.select(".when dd").eachText()).contains("PV");
    assertThat(page.select("aside.who a").text())
        .isEqualTo("2 người, 2 đơn vị, 4 văn bản trong bài");

    Element person = page.selectFirst("a.tag-person[data-tip]");
    assertThat(person.text()).isEqualTo("Trương Anh Dũng");
    assertThat(person.attr("href")).isEqualTo("#truong-anh-dung");
    assertThat(person.attr("data-tip"))
        .isEqualTo(
            "Người: Trương Anh Dũng\nTổng cục trưởng, Tổng cục Giáo dục nghề nghiệp\nvào ngày"
                + " 11/06/2020");
    Element entry = page.selectFirst("#truong-anh-dung");
    assertThat(entry.selectFirst(".entry-name").attr("href")).isEqualTo("/people/truong-anh-dung");
    assertThat(entry.select("p").eachText())
        .startsWith(
            "Tổng cục trưởng, Tổng cục Giáo dục nghề nghiệp", "Chức vụ vào ngày 11/06/2020");
    assertThat(entry.select(".entry-places a").eachText())
        .as("four times by name, twice by office alone")
        .containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(page.select("[id^=m]").stream().map(Element::id))
        .containsExactlyElementsOf(numbers(23));
  }

  @Test
  void theDescriptionOfTheApiIsAPageLikeTheOthers() throws Exception {
    assertThat(page("/api", 200).select("main a").eachAttr("href")).contains("/api/openapi.json");
  }

  @Test
  void anArticleIsThereForProgramsToo() throws Exception {
    var seed = Samples.seedWithDateLine();
    news.put(seed);
    JsonNode data = data(page("/articles/" + seed.id(), 200));
    assertThat(data.get("@context").asString()).isEqualTo("https://schema.org");
    assertThat(data.get("@type").asString()).isEqualTo("NewsArticle");
    assertThat(data.get("@id").asString()).isEqualTo("urn:uuid:" + seed.id());
    assertThat(data.get("headline").asString()).isEqualTo(seed.title());
    assertThat(data.get("datePublished").asString()).isEqualTo("2020-06-11T03:24:15Z");
    assertThat(data.get("author").get(0).get("name").asString()).isEqualTo("PV");
    assertThat(List.copyOf(data.get("author").get(0).propertyNames()))
        .as("in one order in every process, so that bytes stay")
        .containsExactly("@type", "name");
    assertThat(List.copyOf(data.get("publisher").propertyNames()))
        .containsExactly("@type", "name", "url");
    assertThat(data.get("mentions").findValuesAsString("@id"))
        .contains(
            "https://ban-tin.example/people/truong-anh-dung",
            "https://ban-tin.example/plans/chi-thi-24-ct-ttg");
    assertThat(data.has("correction")).isFalse();
  }

  @Test
  void aCorrectionIsToldToProgramsToo() throws Exception {
    news.put(
        Samples.draft(1, "Lịch thi", "x")
            .corrected(2, "Bản trước ghi nhầm.", "2024-03-04T08:30:00Z")
            .document());
    JsonNode data = data(page("/articles/" + Samples.id(1), 200));
    assertThat(data.get("dateModified").asString()).isEqualTo("2024-03-04T08:30:00Z");
    assertThat(data.get("version").asInt()).isEqualTo(2);
    JsonNode correction = data.get("correction").get(0);
    assertThat(correction.get("@type").asString()).isEqualTo("CorrectionComment");
    assertThat(correction.get("text").asString()).isEqualTo("Bản trước ghi nhầm.");
  }

  @Test
  void noTextEndsTheBlockItStandsIn() throws Exception {
    String title = "</script><script>alert(1)</script><!-- & \"' ]]> \u2028";
    news.put(Samples.draft(1, title, "<!--<script>").document());
    Document page = page("/articles/" + Samples.id(1), 200);
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.selectFirst("script").data()).doesNotContain("<", ">", "&");
    assertThat(data(page).get("headline").asString())
        .isEqualTo("</script><script>alert(1)</script><!-- & \"' ]]>");
  }

  @Test
  void aWithdrawnArticleIsNotThereForPrograms() throws Exception {
    news.put(Samples.draft(1, "t", "b").withdrawn("Nhầm.", "2024-03-05T01:00:00Z").document());
    assertThat(page("/articles/" + Samples.id(1), 410).select("script")).isEmpty();
  }

  private static JsonNode data(Document page) {
    return JsonMapper.shared().readTree(page.selectFirst("script").data());
  }

  private static List<String> numbers(int most) {
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      numbers.add("m" + i);
    }
    return numbers;
  }

  @Test
  void showsTheTextOfBothSeedsLetterForLetter() throws Exception {
    for (var seed : List.of(Samples.seedWithDateLine(), Samples.seedWithoutDateLine())) {
      news.put(seed);
      Document page = page("/articles/" + seed.id(), 200);
      page.select(".photo-label").remove();
      List<String> blocks = new ArrayList<>();
      for (Element block : page.select(".lead, .body p, .body figcaption")) {
        blocks.add(block.wholeText());
      }
      assertThat(String.join("\n\n", blocks)).isEqualTo(seed.body());
    }
  }

  @Test
  void aDateFoundInTheLeadIsADayWithoutAnHour() throws Exception {
    var seed = Samples.seedWithoutDateLine();
    news.put(seed);
    Element time = page("/articles/" + seed.id(), 200).selectFirst(".when time");
    assertThat(time.attr("datetime")).isEqualTo("2020-01-17");
    assertThat(time.text()).isEqualTo("17/01/2020");
    assertThat(page("/", 200).select(".item-meta time")).isEmpty();
  }

  @Test
  void marksABareOfficeAndListsItsHolderAmongThePeople() throws Exception {
    news.put(
        Samples.draft(1, "Họp", "Tổng cục trưởng lưu ý.")
            .published("2020-06-11T03:00:00Z")
            .office("Tổng cục trưởng", "truong-anh-dung", "Trương Anh Dũng")
            .document());
    Document page = page("/articles/" + Samples.id(1), 200);
    Element office = page.selectFirst("a.tag-office");
    assertThat(office.attr("data-tip"))
        .isEqualTo("Chức vụ: Tổng cục trưởng\nNgày 11/06/2020 là Trương Anh Dũng");
    assertThat(page.selectFirst("#truong-anh-dung .entry-name").text())
        .isEqualTo("Trương Anh Dũng");
    assertThat(page.select("aside.who a").text()).isEqualTo("1 người trong bài");
  }

  @Test
  void anEntitysIdNeverMeetsAnotherIdOfThePage() throws Exception {
    Samples.Draft draft = Samples.draft(1, "t", "một hai ba bốn năm");
    draft.tag(Kind.UNIT, "m1", "A", true, "một").tag(Kind.UNIT, "trong-bai", "B", true, "hai");
    draft.tag(Kind.UNIT, "q", "C", true, "ba").tag(Kind.UNIT, "bo", "D", true, "bốn");
    draft.tag(Kind.PLAN, "bo", "E", true, "năm");
    news.put(draft.document());
    Document page = page("/articles/" + Samples.id(1), 200);
    assertThat(page.select(".entry").eachAttr("id"))
        .containsExactly("unit-m1", "unit-trong-bai", "unit-q", "bo", "plan-bo");
  }

  @Test
  void showsPicturesWithTheirCaptions_andLinksFiles() throws Exception {
    news.put(Samples.complete(1));
    Document page = page("/articles/" + Samples.id(1), 200);
    Element picture = page.selectFirst("#anh figure");
    assertThat(picture.selectFirst("img").attr("src"))
        .isEqualTo("https://anh.example/hop.jpg?w=800&h=600");
    assertThat(picture.selectFirst("img").attr("alt")).isEqualTo("Quang cảnh cuộc họp");
    assertThat(picture.selectFirst("figcaption").text()).isEqualTo("Quang cảnh cuộc họp");
    assertThat(page.select("#anh img")).as("no browser loads http in a page of https").hasSize(1);
    assertThat(page.select("#anh a").eachAttr("href"))
        .containsExactly("http://anh.example:8080/b%20b.PNG");
    assertThat(page.selectFirst("#tep h2").text()).isEqualTo("Tệp kèm theo");
    assertThat(page.select("#tep li").eachText())
        .containsExactly("Kế hoạch PDF, 120 KB", "Phụ lục DOCX", "https://tep.example/tai?so=1");
    assertThat(page.select("#tep a").eachAttr("href"))
        .containsExactly(
            "https://tep.example/ke-hoach.pdf",
            "https://tep.example/ph%E1%BB%A5%20l%E1%BB%A5c.docx",
            "https://tep.example/tai?so=1");
    JsonNode data = data(page);
    assertThat(data.get("image").findValuesAsString("contentUrl")).hasSize(2);
    assertThat(data.get("associatedMedia").findValuesAsString("encodingFormat"))
        .contains("application/pdf");
  }

  @Test
  void aPageMayLoadTheArticlesOwnPicturesAndNothingElseFromElsewhere() throws Exception {
    Samples.Draft draft = Samples.draft(1, "t", "b").image("javascript:alert(1)", "x");
    for (int i = 0; i < 40; i++) {
      draft.image("https://anh-" + i / 2 + ".example/" + i + ".jpg", null);
    }
    news.put(draft.document());
    String policy = answer("/articles/" + Samples.id(1)).getHeader("Content-Security-Policy");
    assertThat(policy)
        .startsWith(
            "default-src 'none'; style-src 'self'; img-src 'self' https://anh-0.example"
                + " https://anh-1.example ")
        .endsWith(
            "https://anh-9.example; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    Document page = page("/articles/" + Samples.id(1), 200);
    assertThat(page.select("#anh img")).hasSize(20);
    assertThat(page.select("#anh a")).as("the others are linked").hasSize(20);
  }

  @Test
  void hostilePicturesAndFilesAreTextOnAPage() throws Exception {
    for (var hostile : HostileArticles.all()) {
      news.put(hostile);
      int status = hostile.notice() == null ? 200 : 410;
      Document page = page("/articles/" + hostile.id(), status);
      assertThat(page.select("a[href^=javascript], a[href^=data], img[src^=javascript]")).isEmpty();
      assertThat(page.select("#anh img").eachAttr("src"))
          .allMatch(src -> src.startsWith("https://"));
    }
  }

  @Test
  void showsACorrectionAboveTheLead() throws Exception {
    news.put(
        Samples.draft(1, "t", "Mở đầu.")
            .part("lead", "Mở đầu.")
            .corrected(2, "Sửa <ngày>.", "2024-03-04T08:30:00Z")
            .document());
    Document page = page("/articles/" + Samples.id(1), 200);
    Element notice = page.selectFirst(".notice-correction");
    assertThat(notice.text()).isEqualTo("Đính chính, 04/03/2024 15:30 Sửa <ngày>.");
    assertThat(notice.nextElementSibling().className()).contains("lead");
    assertThat(page("/", 200).select(".state-corrected").text()).isEqualTo("Đính chính 04/03");
  }

  @Test
  void aWithdrawnArticleIsGone_withItsReasonAndNothingOfItsText() throws Exception {
    news.put(
        Samples.draft(1, "Đầu đề kín", "Thân kín")
            .withdrawn("Đăng <nhầm>.", "2024-03-05T01:00:00Z")
            .document());
    Document page = page("/articles/" + Samples.id(1), 410);
    assertThat(page.selectFirst("h1").text()).isEqualTo("Bài này đã rút");
    assertThat(page.select(".notice-withdrawn p").text()).isEqualTo("Đăng <nhầm>.");
    assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    assertThat(page.html()).doesNotContainIgnoringCase("kín");
    assertThat(page("/", 200).html()).doesNotContainIgnoringCase("kín");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Đậm</b> & ]]>",
        "</title></h1></a><script>alert(1)</script>",
        "\"onclick=alert(1) 'x' `y` {{title}}",
        "\u202Engược \u0000\u0008\uD83E",
      })
  void hostileTextIsOnlyText(String text) throws Exception {
    news.put(
        Samples.draft(1, text, text + "\n\n" + text)
            .byline(text)
            .corrected(2, text, "2024-05-01T00:00:00Z")
            .tag(Kind.PERSON, "ai-do", text, false, text)
            .document());
    String visible = SafeText.visible(text);
    Document article = page("/articles/" + Samples.id(1), 200);
    assertThat(article.selectFirst("h1").wholeText()).isEqualTo(visible);
    assertThat(article.selectFirst("h1 a").attr("data-tip")).contains("Người: ");
    page("/", 200);
    assertThat(page("/people/ai-do", 200).select("meta[name=robots]").attr("content"))
        .isEqualTo("noindex");
    page("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), 200);
  }

  @Test
  void listsTheNewestByDay_andLeadsToOlderOnes() throws Exception {
    for (int i = 1; i <= 35; i++) {
      news.put(Samples.announcement(i));
    }
    Document home = page("/", 200);
    assertThat(home.select(".item")).hasSize(30);
    assertThat(home.select(".item-first .item-title").text()).isEqualTo("Thông báo số 35");
    assertThat(home.selectFirst(".day-date").text()).isEqualTo("Thứ Sáu05/04/2024");
    Document older = page(home.select(".pager a").attr("href"), 200);
    assertThat(older.select(".item-title").eachText())
        .containsExactly(
            "Thông báo số 5",
            "Thông báo số 4",
            "Thông báo số 3",
            "Thông báo số 2",
            "Thông báo số 1");
    assertThat(older.select(".pager a").eachText())
        .containsExactly("Tin mới nhất", "Tin theo tháng");
  }

  @Test
  void saysWhoIsNamedMostInTheNewest_butNoUnknownName() throws Exception {
    for (int i = 1; i <= 3; i++) {
      Samples.Draft draft = Samples.draft(i, "t", "Ông A gặp ông B ở Sở C.");
      draft.tag(Kind.PERSON, "x-1", "Không Biết", false, "B").tag(Kind.PERSON, "a", "A", true, "A");
      news.put(
          i == 1 ? draft.tag(Kind.UNIT, "c", "Sở C", true, "Sở C").document() : draft.document());
    }
    assertThat(page("/", 200).select(".ranking li").eachText())
        .containsExactly("A 3 bài", "Sở C 1 bài");
  }

  @Test
  void anEmptySiteSaysSo() throws Exception {
    assertThat(page("/", 200).select(".notice h2").text()).isEqualTo("Chưa có bài nào");
  }

  @ParameterizedTest
  @CsvSource({
    "/people/truong-anh-dung, Người, Trương Anh Dũng",
    "/units/tong-cuc-giao-duc-nghe-nghiep, Đơn vị, Tổng cục Giáo dục nghề nghiệp",
    "/plans/chi-thi-24-ct-ttg, Văn bản, Chỉ thị 24/CT-TTg",
  })
  void showsAnEntityWithItsArticlesAndFeeds(String address, String kind, String name)
      throws Exception {
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine());
    Document page = page(address, 200);
    assertThat(page.selectFirst(".page-kind").text()).isEqualTo(kind);
    assertThat(page.selectFirst("h1").text()).isEqualTo(name);
    assertThat(page.select(".item-title").eachText()).contains(Samples.seedWithDateLine().title());
    assertThat(page.select("link[rel=alternate]:not([type=text/x-opml])").eachAttr("href"))
        .containsExactly(
            "/feeds" + address + ".rss",
            "/feeds" + address + ".atom",
            "/feeds" + address + ".json");
    assertThat(page.select("meta[name=robots]")).isEmpty();
    assertThat(page.select(".ranking a")).isNotEmpty();
  }

  @Test
  void searchFindsWithoutMarksAndShowsWhere() throws Exception {
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine());
    Document page = page("/search?q=dao%20tao", 200);
    assertThat(page.select("h2").first().text()).isEqualTo("2 bài có “dao tao”");
    assertThat(page.select("mark").eachText()).isNotEmpty().allMatch("đào tạo"::equalsIgnoreCase);
    assertThat(page.select(".ranking a").eachText())
        .isNotEmpty()
        .allMatch(name -> name.toLowerCase(Locale.ROOT).contains("đào tạo"));
    assertThat(page.select("input[name=q]").attr("value")).isEqualTo("dao tao");
    assertThat(page.select("input[name=q]")).hasSize(1);
  }

  @Test
  void searchSaysWhatItDidNotFind_andWhatIsWrong() throws Exception {
    news.put(Samples.announcement(1));
    assertThat(page("/search?q=khongco", 200).select(".notice h2").text())
        .isEqualTo("Không có bài nào có “khongco”");
    Document wrong = page("/search?from=homqua", 400);
    assertThat(wrong.select("input[aria-invalid]").attr("name")).isEqualTo("from");
    assertThat(wrong.selectFirst("#from-error").text()).startsWith("Ngày chưa đúng");
    assertThat(page("/search?from=2024-03-02&to=2024-03-02", 200).select(".item")).hasSize(1);
    assertThat(page("/search?from=2024-03-03", 200).select(".item")).isEmpty();
    assertThat(page("/search", 200).select(".item, .notice")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=%2B999999999-12-31", "to=%2B999999999-12-31", "from=0000-01-01"})
  void searchRefusesADayThatNobodyWrites(String query) throws Exception {
    Document wrong = page("/search?" + query, 400);
    assertThat(wrong.select("input[aria-invalid]").attr("name"))
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nope",
        "/articles/x",
        "/articles/00000000-0000-5000-8000-000000000001",
        "/people/nobody",
        "/?cursor=x",
      })
  void aPageThatIsNotThereSaysSoInVietnamese(String address) throws Exception {
    assertThat(page(address, 404).selectFirst("h1").text()).isEqualTo("Không có trang này");
  }

  @Test
  void whileTheStoreIsAwayPagesSaySo() throws Exception {
    news.setAway(true);
    assertThat(page("/", 503).selectFirst("h1").text()).contains("tạm thời");
    assertThat(answer("/").getHeader("Retry-After")).isEqualTo("15");
  }

  @Test
  void pagesAndStylesheetAreNotSentTwice() throws Exception {
    news.put(Samples.announcement(1));
    for (String address :
        List.of("/", page("/", 200).select("link[rel=stylesheet]").attr("href"))) {
      String tag = answer(address).getHeader("ETag");
      assertThat(
              mvc.perform(get(URI.create(address)).header("If-None-Match", tag))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(304);
    }
    assertThat(answer("/newswire.css").getContentType()).startsWith("text/css");
  }
}
