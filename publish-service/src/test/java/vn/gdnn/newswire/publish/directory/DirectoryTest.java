package vn.gdnn.newswire.publish.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Golden;
import vn.gdnn.newswire.publish.faces.Samples;

@FacesTest
@TestPropertySource(properties = "newswire.sitemap.most-addresses=6")
class DirectoryTest {

  private static final String SITE = "https://ban-tin.example";

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;

  @BeforeEach
  void twoArticlesAndANotice() {
    news.clear();
    news.put(
        Samples.draft(1, "Một", "Người Mẫu gặp Ai Đó.")
            .tag(Kind.PERSON, "nguoi-mau", "Người \"Mẫu\" & <Bạn>", true, "Người Mẫu")
            .tag(Kind.PERSON, "x-0123456789", "Ai Đó", false, "Ai Đó")
            .document(),
        Samples.announcement(2),
        Samples.draft(3, "Ba", "x").withdrawn("Nhầm.", "2024-04-01T00:00:00Z").document());
  }

  private MockHttpServletResponse answer(String address) throws Exception {
    return mvc.perform(get(address)).andReturn().getResponse();
  }

  private Document xml(String address) throws Exception {
    MockHttpServletResponse answer = answer(address);
    assertThat(answer.getStatus()).isEqualTo(200);
    return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8), Parser.xmlParser());
  }

  @Test
  void opmlListsTheFeedOfAllAndOfEachKnownEntity() throws Exception {
    Golden.assertSame("feeds/feeds.opml", answer("/feeds.opml").getContentAsByteArray());
    assertThat(answer("/feeds.opml").getContentType()).isEqualTo("text/x-opml; charset=utf-8");
    assertThat(answer("/feeds.opml").getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(xml("/feeds.opml").select("outline[type=rss]").eachAttr("xmlUrl"))
        .containsExactly(SITE + "/feeds/all.atom", SITE + "/feeds/people/nguoi-mau.atom");
  }

  @Test
  void sitemapListsHomeArticlesKnownEntitiesAndMonths_withTheTimesOfEvents() throws Exception {
    Document map = xml("/sitemap.xml");
    assertThat(map.select("loc").eachText())
        .containsExactly(
            SITE + "/",
            SITE + "/articles/" + Samples.id(1),
            SITE + "/articles/" + Samples.id(2),
            SITE + "/people/nguoi-mau",
            SITE + "/archive",
            SITE + "/archive/2024-03");
    assertThat(map.select("lastmod").eachText())
        .containsExactly("2024-03-02T02:01:00Z", "2024-03-03T02:01:00Z");
    assertThat(answer("/sitemap-1.xml").getStatus()).isEqualTo(404);
  }

  @Test
  void aSitemapThatIsTooLongIsParted() throws Exception {
    for (int i = 4; i <= 13; i++) {
      news.put(Samples.announcement(i));
    }
    Document index = xml("/sitemap.xml");
    assertThat(index.select("sitemapindex > sitemap > loc").eachText())
        .containsExactly(SITE + "/sitemap-1.xml", SITE + "/sitemap-2.xml", SITE + "/sitemap-3.xml");
    assertThat(index.select("lastmod").eachText())
        .containsExactly("2024-03-07T02:01:00Z", "2024-03-13T02:01:00Z", "2024-03-14T02:01:00Z");
    assertThat(xml("/sitemap-1.xml").select("loc")).hasSize(6);
    assertThat(xml("/sitemap-2.xml").select("loc").eachText())
        .startsWith(SITE + "/articles/" + Samples.id(7));
    assertThat(xml("/sitemap-3.xml").select("loc").eachText())
        .containsExactly(
            SITE + "/articles/" + Samples.id(13),
            SITE + "/people/nguoi-mau",
            SITE + "/archive",
            SITE + "/archive/2024-03");
    assertThat(answer("/sitemap-4.xml").getStatus()).isEqualTo(404);
    assertThat(answer("/sitemap-01.xml").getStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds.opml", "/sitemap.xml"})
  void bytesStayWhileNothingChanges(String address) throws Exception {
    MockHttpServletResponse first = answer(address);
    String tag = first.getHeader("ETag");
    assertThat(
            mvc.perform(get(address).header("If-None-Match", tag))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(304);
    news.put(Samples.announcement(9));
    assertThat(answer(address).getHeader("ETag")).isNotEqualTo(tag);
  }

  /** Another instance may have made its own earlier or later while the keeper writes. */
  @ParameterizedTest
  @ValueSource(strings = {"/feeds.opml", "/sitemap.xml"})
  void keepsNothingThatItMadeWhileTheKeeperWrites(String address) throws Exception {
    byte[] before = answer(address).getContentAsByteArray();
    Runnable rest =
        news.begin(
            Samples.draft(5, "Năm", "Người Mới nói.")
                .tag(Kind.PERSON, "nguoi-moi", "Người Mới", true, "Người Mới")
                .document());
    byte[] begun = answer(address).getContentAsByteArray();
    assertThat(begun).as("as it stands in the store").isNotEqualTo(before);
    Runnable more =
        news.begin(
            Samples.draft(6, "Sáu", "Người Khác nói.")
                .tag(Kind.PERSON, "nguoi-khac", "Người Khác", true, "Người Khác")
                .document());
    assertThat(answer(address).getContentAsByteArray()).isNotEqualTo(begun);
    rest.run();
    more.run();
    byte[] after = answer(address).getContentAsByteArray();
    assertThat(after).isNotEqualTo(begun).isNotEqualTo(before);
    assertThat(answer(address).getContentAsByteArray()).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds.opml", "/sitemap.xml"})
  void servesWhatItMadeLastWhileTheStoreIsAway(String address) throws Exception {
    news.put(Samples.announcement(8));
    byte[] made = answer(address).getContentAsByteArray();
    news.setAway(true);
    assertThat(answer(address).getContentAsByteArray()).isEqualTo(made);
  }

  @Test
  void saysUnavailableWhileTheStoreIsAway_andNothingWasMade() throws Exception {
    news.setAway(true);
    assertThat(answer("/sitemap-7.xml").getStatus()).isEqualTo(503);
  }

  @Test
  void robotsAreToldOfTheSitemap() throws Exception {
    assertThat(answer("/robots.txt").getContentAsString())
        .isEqualTo("User-agent: *\nAllow: /\n\nSitemap: " + SITE + "/sitemap.xml\n");
  }
}
