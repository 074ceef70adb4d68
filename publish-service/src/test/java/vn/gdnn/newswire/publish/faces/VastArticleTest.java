package vn.gdnn.newswire.publish.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;

/** What readers get of an article that names as much as an event may bring: 20,000 entities. */
@FacesTest
class VastArticleTest {

  private static final int UNITS = 20_000;
  private static final int MIB = 1024 * 1024;
  private static final Document VAST = Samples.vast(1, UNITS);

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;

  @BeforeEach
  void startWithOne() {
    news.clear();
    news.put(VAST);
  }

  private byte[] bytes(String address) throws Exception {
    return mvc.perform(get(address)).andReturn().getResponse().getContentAsByteArray();
  }

  @Test
  void itsPageHoldsAllTheText_andAsManyNamesAsCanBeRead() throws Exception {
    byte[] html =
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> bytes("/articles/" + VAST.id()));
    assertThat(html.length).isLessThan(3 * MIB);
    Element page = Jsoup.parse(new ByteArrayInputStream(html), "UTF-8", "");
    String words = page.select(".body").text();
    assertThat(words).contains("nghề số 0,").contains("nghề số 19999");
    assertThat(page.select(".body a.tag")).hasSize(1_000);
    assertThat(page.select("#trong-bai li.entry")).hasSize(1_000);
    assertThat(page.select("#trong-bai").text()).contains("Và 19000 tên khác: dữ liệu của bài");
    assertThat(page.select("#trong-bai a[href=/api/articles/" + VAST.id() + "]")).hasSize(1);
    // Every mark leads to an entry that is there.
    for (Element mark : page.select(".body a.tag")) {
      assertThat(page.getElementById(mark.attr("href").substring(1))).isNotNull();
    }
  }

  @Test
  void itsPageHoldsNoMoreMarksThanCanBeRead_alsoOfOneEntity() throws Exception {
    Document often =
        Samples.draft(2, "Một tên", "Tổng cục họp.\n\n".repeat(UNITS))
            .tag(Kind.UNIT, "tong-cuc", "Tổng cục", true, "Tổng cục")
            .document();
    news.put(often);
    byte[] html = bytes("/articles/" + often.id());
    Element page = Jsoup.parse(new ByteArrayInputStream(html), "UTF-8", "");
    assertThat(page.select(".body a.tag")).hasSize(3_000);
    assertThat(page.select(".entry-places a")).hasSize(3_000);
    assertThat(page.select(".body p")).hasSize(UNITS);
  }

  @Test
  void theApiHasAllOfIt() throws Exception {
    JsonNode document = JsonMapper.shared().readTree(bytes("/api/articles/" + VAST.id()));
    assertThat(document.get("tags")).hasSize(UNITS);
  }

  @Test
  void aPageOfTheApiEndsBeforeItOutgrowsAnAnswer_andGoesOn() throws Exception {
    for (int n = 2; n <= 4; n++) {
      news.put(Samples.vast(n, UNITS));
    }
    news.put(Samples.announcement(5), Samples.announcement(6));
    List<String> ids = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      byte[] bytes = bytes("/api/articles" + cursor);
      assertThat(bytes.length).isLessThan(10 * MIB);
      JsonNode page = JsonMapper.shared().readTree(bytes);
      page.get("items").forEach(item -> ids.add(item.get("id").asString()));
      sizes.add(page.get("items").size());
      JsonNode next = page.get("next");
      cursor = next == null ? null : "?cursor=" + next.asString();
    }
    assertThat(sizes).containsExactly(3, 1, 1, 1);
    assertThat(ids)
        .containsExactly(
            Samples.id(6).toString(),
            Samples.id(5).toString(),
            Samples.id(4).toString(),
            Samples.id(3).toString(),
            Samples.id(2).toString(),
            Samples.id(1).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom"})
  void anEntryOfAFeedHoldsAsManyCategoriesAsItsText(String format) throws Exception {
    byte[] xml = bytes("/feeds/all." + format);
    assertThat(xml.length).isLessThan(160 * 1024);
    SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(xml)));
    SyndEntry entry = feed.getEntries().get(0);
    assertThat(entry.getCategories()).hasSizeBetween(300, 1_000);
    assertThat(entry.getContents().get(0).getValue()).contains("Đọc toàn bài");
  }

  @Test
  void anItemOfAJsonFeedToo() throws Exception {
    byte[] json = bytes("/feeds/all.json");
    assertThat(json.length).isLessThan(200 * 1024);
    JsonNode item = JsonMapper.shared().readTree(json).get("items").get(0);
    assertThat(item.get("tags").size()).isBetween(300, 1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/units/x-0000000007", "/search?q=truong"})
  void listsShowItLikeAnyOther(String address) throws Exception {
    assertThat(bytes(address).length).isLessThan(64 * 1024);
  }
}
