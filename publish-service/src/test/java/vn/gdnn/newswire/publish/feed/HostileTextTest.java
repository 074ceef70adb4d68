package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
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
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;

@FacesTest
class HostileTextTest {

  private static final String[] HOSTILE = {
    "a ]]> b",
    "<b>đậm</b> & &amp; &lt;i&gt;",
    "<![CDATA[ x ]]>",
    "<!-- x --> <?php x ?> <!DOCTYPE html>",
    "tai\u0008 \u0000nghe \u001B[31m \u007F \u0085",
    "một \uD83C nửa \uDF93 cặp \uFFFE \uFFFF",
    "🎓👩🏽‍🏫 \uD835\uDD38",
    "\u202Engược \u2067phải",
    "đóng trước \u2069\u202C\u2069",
    "\"ngoặc\" 'đơn' `huyền` = {{mustache}} ${el}",
    "</title><script>alert(1)</script>",
    "javascript:alert(1)",
    "e\u0302\u0301 tổ hợp  \u00A0\u2028\u2029 dòng",
  };

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;
  @Autowired private Feeds feeds;

  @BeforeEach
  void startEmpty() {
    news.clear();
    feeds.forget();
  }

  private byte[] bytes(String address) throws Exception {
    return mvc.perform(get(address)).andReturn().getResponse().getContentAsByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom"})
  void everyEntryIsReadBackByAnotherParser(String format) throws Exception {
    for (int i = 0; i < HOSTILE.length; i++) {
      String text = HOSTILE[i];
      news.put(
          Samples.draft(i + 1, text, text + "\n\nĐoạn hai: " + text)
              .byline(text)
              .corrected(2, text, "2024-05-01T00:00:00Z")
              .tag(Kind.UNIT, "don-vi-" + i, text, true, text)
              .document());
    }
    SyndFeed feed =
        new SyndFeedInput()
            .build(new XmlReader(new ByteArrayInputStream(bytes("/feeds/all." + format))));
    assertThat(feed.getEntries()).hasSize(HOSTILE.length);
    for (SyndEntry entry : feed.getEntries()) {
      String html = entry.getContents().get(0).getValue();
      assertThat(Jsoup.parseBodyFragment(html).select("script, i, b, title")).isEmpty();
      assertThat(entry.getUri()).startsWith("urn:uuid:");
      assertThat(entry.getTitle()).isNotBlank();
    }
  }

  @Test
  void jsonHoldsTheTextAsItWasWrittenButForWhatCannotBeShown() throws Exception {
    news.put(Samples.draft(1, "tai\u0008nghe <b>&</b> ]]> 🎓", "thân\u0000 bài <i>").document());
    JsonNode item = JsonMapper.shared().readTree(bytes("/feeds/all.json")).get("items").get(0);
    assertThat(item.get("title").asString()).isEqualTo("tainghe <b>&</b> ]]> 🎓");
    assertThat(item.get("content_html").asString()).isEqualTo("<p>thân bài &lt;i&gt;</p>\n");
  }

  @Test
  void directionMarksOfOneHeadlineEndWithIt() throws Exception {
    news.put(Samples.draft(1, "\u202Engược", "x").document());
    news.put(Samples.draft(2, "\u2069thoát", "x").document());
    news.put(Samples.draft(3, "thường", "x").document());
    JsonNode items = JsonMapper.shared().readTree(bytes("/feeds/all.json")).get("items");
    assertThat(items.get(0).get("title").asString()).isEqualTo("thường");
    assertThat(items.get(1).get("title").asString()).isEqualTo("\u2068thoát\u2069");
    assertThat(items.get(2).get("title").asString()).isEqualTo("\u2068\u202Engược\u202C\u2069");
  }

  @Test
  void anAtomTitleThatLooksLikeMarkupIsSentAsHtmlThatShowsIt() throws Exception {
    news.put(Samples.draft(1, "<b>đậm</b> & nhạt", "x").document());
    assertThat(new String(bytes("/feeds/all.atom"), StandardCharsets.UTF_8))
        .contains(
            "<title type=\"html\">&amp;lt;b&amp;gt;đậm&amp;lt;/b&amp;gt; &amp;amp; nhạt</title>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void aWithdrawnArticleKeepsItsIdAndNothingOfItsText(String format) throws Exception {
    Document document =
        Samples.draft(7, "Đầu đề kín", "Thân kín của Người Kín.\n\nKý Kín")
            .part("signature", "Ký Kín")
            .byline("Tác giả kín")
            .tag(Kind.PERSON, "nguoi-kin", "Người Kín", true, "Người Kín")
            .withdrawn("Sai <nguồn> & \u0007 ngày.", "2024-05-01T00:00:00Z")
            .document();
    news.put(document);
    String feed = new String(bytes("/feeds/all." + format), StandardCharsets.UTF_8);
    assertThat(feed)
        .contains("urn:uuid:" + document.id())
        .contains("Bài này đã rút")
        .contains("nguồn")
        .doesNotContainIgnoringCase("kín")
        .doesNotContain("nguoi-kin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void aVeryLongTextGivesWayToItsOpeningAndALink(String format) throws Exception {
    news.put(Samples.draft(1, "Dài", "Mở đầu.\n\n" + "chữ rất dài ".repeat(20_000)).document());
    byte[] feed = bytes("/feeds/all." + format);
    assertThat(feed.length).isLessThan(10_000);
    assertThat(new String(feed, StandardCharsets.UTF_8))
        .contains("Mở đầu.")
        .contains("Đọc toàn bài");
  }
}
