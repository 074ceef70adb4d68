package vn.gdnn.newswire.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;

@FacesTest
class ArchivePageTest {

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
    return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
  }

  @Test
  void homeLeadsToEveryMonthThatHasArticles_andToNoOther() throws Exception {
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine(), Samples.announcement(1));
    String archive = page("/").select(".site-nav a:contains(Theo tháng)").attr("href");
    Document all = page(archive);
    assertThat(all.selectFirst("h1").text()).isEqualTo("Tin theo tháng");
    assertThat(all.select(".when a").eachText()).containsExactly("2024", "2020");
    assertThat(all.select(".when a").eachAttr("href")).containsExactly("#nam-2024", "#nam-2020");
    assertThat(all.select("#nam-2020 .months li")).hasSize(12);
    assertThat(all.select(".months a").eachAttr("href"))
        .containsExactly("/archive/2024-03", "/archive/2020-01", "/archive/2020-06");
    assertThat(all.select("#nam-2020 .months a").eachText())
        .containsExactly("Tháng 1 1 bài", "Tháng 6 1 bài");
    assertThat(all.select("nav [aria-current=page]").text()).isEqualTo("Theo tháng");
  }

  @Test
  void aMonthHasItsArticles_andLeadsToItsNeighbours() throws Exception {
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine(), Samples.announcement(1));
    Document month = page("/archive/2020-06");
    assertThat(month.title()).isEqualTo("Tháng 6/2020 | Bản tin GDNN");
    assertThat(month.select(".item-title").eachText())
        .containsExactly(Samples.seedWithDateLine().title());
    assertThat(month.select(".months [aria-current]").text()).isEqualTo("Tháng 6 1 bài");
    assertThat(month.select(".when [aria-current]").text()).isEqualTo("2020");
    assertThat(month.select(".pager a").eachAttr("href"))
        .containsExactly("/archive/2024-03", "/archive/2020-01");
    assertThat(month.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://ban-tin.example/archive/2020-06");
  }

  @Test
  void aDayBelongsToTheMonthItHasInVietnam() throws Exception {
    news.put(
        Samples.draft(1, "Còn tháng Một", "x").published("2024-01-31T16:59:59Z").document(),
        Samples.draft(2, "Sang tháng Hai", "x").published("2024-01-31T17:00:00Z").document());
    assertThat(page("/archive/2024-01").select(".item-title").eachText())
        .containsExactly("Còn tháng Một");
    assertThat(page("/archive/2024-02").select(".item-title").eachText())
        .containsExactly("Sang tháng Hai");
  }

  @Test
  void aLargeMonthIsPaged_eachArticleOnce() throws Exception {
    for (int i = 1; i <= 65; i++) {
      String at = "2024-05-%02dT05:%02d:00Z".formatted(1 + i % 28, i % 60);
      news.put(Samples.draft(i, "Bài " + i, "x").published(at).document());
    }
    news.put(Samples.draft(90, "Tháng khác", "x").published("2024-04-30T05:00:00Z").document());
    Document page = page("/archive/2024-05");
    assertThat(page.selectFirst("main h2:contains(bài)").text()).isEqualTo("65 bài");
    List<String> titles = new ArrayList<>(page.select(".item-title").eachText());
    assertThat(titles).hasSize(30);
    while (!page.select(".pager a:contains(Bài cũ hơn)").isEmpty()) {
      page = page(page.select(".pager a:contains(Bài cũ hơn)").attr("href"));
      titles.addAll(page.select(".item-title").eachText());
      assertThat(page.select(".pager a:contains(Đầu)").attr("href")).isEqualTo("/archive/2024-05");
    }
    assertThat(titles).hasSize(65).doesNotHaveDuplicates().doesNotContain("Tháng khác");
    assertThat(page.select(".pager a").eachAttr("href"))
        .containsExactly("/archive/2024-05", "/archive/2024-04");
  }

  @Test
  void thousandsArePartedByAPoint() throws Exception {
    for (int i = 1; i <= 1204; i++) {
      news.put(Samples.draft(i, "Bài " + i, "x").published("2024-05-02T05:00:00Z").document());
    }
    assertThat(page("/archive").select(".months a").text()).isEqualTo("Tháng 5 1.204 bài");
  }

  @Test
  void whatIsWithdrawnIsNoLongerInItsMonth() throws Exception {
    news.put(
        Samples.draft(1, "t", "x")
            .published("2024-05-02T05:00:00Z")
            .withdrawn("Nhầm.", "2024-05-03T05:00:00Z")
            .document());
    assertThat(answer("/archive/2024-05").getStatus()).isEqualTo(404);
    assertThat(page("/archive").select(".notice h2").text()).isEqualTo("Chưa có bài nào");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/archive/2024-02",
        "/archive/2024-13",
        "/archive/0000-01",
        "/archive/9999-12",
        "/archive/2024",
        "/archive/x",
        "/archive/2024-03?cursor=x",
        "/archive/%2B99999-01",
      })
  void aMonthThatIsNotThereSaysSo(String address) throws Exception {
    news.put(Samples.announcement(1));
    assertThat(answer(address).getStatus()).isEqualTo(404);
  }

  @Test
  void noPageBeginsAfterTheLastArticle() throws Exception {
    for (int i = 1; i <= 31; i++) {
      String at = "2024-05-%02dT05:00:00Z".formatted(i);
      news.put(Samples.draft(i, "Bài " + i, "x").published(at).document());
    }
    String second = page("/archive/2024-05").select(".pager a:contains(Bài cũ hơn)").attr("href");
    assertThat(page(second).select(".item")).hasSize(1);
    news.put(
        Samples.draft(1, "t", "x")
            .published("2024-05-01T05:00:00Z")
            .withdrawn("Nhầm.", "2024-06-03T05:00:00Z")
            .document());
    assertThat(answer(second).getStatus()).isEqualTo(404);
  }

  @Test
  void bytesStayWhileNothingChanges_andTheStoreThatIsAwayIsSaidToBe() throws Exception {
    news.put(Samples.announcement(1));
    for (String address : List.of("/archive", "/archive/2024-03")) {
      String tag = answer(address).getHeader("ETag");
      assertThat(
              mvc.perform(get(address).header("If-None-Match", tag))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(304);
    }
    news.setAway(true);
    assertThat(answer("/archive").getStatus()).isEqualTo(503);
    assertThat(answer("/archive/2024-03").getStatus()).isEqualTo(503);
  }
}
