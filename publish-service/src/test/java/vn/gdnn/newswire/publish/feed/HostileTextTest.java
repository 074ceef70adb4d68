package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
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
import vn.gdnn.newswire.publish.faces.HostileArticles;
import vn.gdnn.newswire.publish.faces.Samples;

@FacesTest
class HostileTextTest {

  /** Whoever has a validator of other hands finds the feeds there. */
  private static final Path KEPT = Path.of("target/hostile-feeds");

  private static final String ADDRESS = "https?://[0-9a-zA-Z;/?:@&=+$.\\-_!~*'()%,#]+";
  private static final String MEDIA_TYPE = "[!-.0-~]+/[!-.0-~]+";

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;
  @Autowired private Feeds feeds;
  @Autowired private MeterRegistry meters;

  @BeforeEach
  void startEmpty() {
    news.clear();
    feeds.forget();
  }

  private byte[] bytes(String address) throws Exception {
    return mvc.perform(get(address)).andReturn().getResponse().getContentAsByteArray();
  }

  private byte[] hostile(String name) throws Exception {
    List<Document> all = HostileArticles.all();
    all.forEach(news::put);
    byte[] feed = bytes("/feeds/" + name);
    Files.createDirectories(KEPT);
    Files.write(KEPT.resolve(name.replace('/', '_')), feed);
    return feed;
  }

  private static List<String> ids() {
    return HostileArticles.all().stream().map(d -> "urn:uuid:" + d.id()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom"})
  void everyEntryIsReadBackByAnotherParser(String format) throws Exception {
    SyndFeed feed =
        new SyndFeedInput()
            .build(new XmlReader(new ByteArrayInputStream(hostile("all." + format))));
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactlyInAnyOrderElementsOf(ids());
    for (SyndEntry entry : feed.getEntries()) {
      assertThat(entry.getTitle()).isNotBlank();
      assertThat(entry.getLink()).matches(ADDRESS);
      assertThat(entry.getPublishedDate()).isNotNull();
      assertThat(entry.getEnclosures().size()).isLessThanOrEqualTo(format.equals("rss") ? 1 : 200);
      for (SyndEnclosure file : entry.getEnclosures()) {
        assertThat(file.getUrl()).matches(ADDRESS);
        assertThat(file.getLength()).isNotNegative();
        if (format.equals("rss") || file.getType() != null) {
          assertThat(file.getType()).matches(MEDIA_TYPE);
        }
      }
      assertClean(entry.getContents().get(0).getValue());
    }
    assertThat(meters.find("articles.feed.entries.set.aside").counters()).isEmpty();
  }

  @Test
  void everyItemOfAJsonFeedToo() throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : JsonMapper.shared().readTree(hostile("all.json")).get("items")) {
      ids.add(item.get("id").asString());
      assertThat(item.get("title").asString()).isNotBlank();
      assertThat(item.get("url").asString()).matches(ADDRESS);
      assertClean(item.get("content_html").asString());
      for (JsonNode file : item.path("attachments")) {
        assertThat(file.get("url").asString()).matches(ADDRESS);
        assertThat(file.get("mime_type").asString()).matches(MEDIA_TYPE);
        assertThat(file.path("size_in_bytes").asLong(0)).isNotNegative();
      }
      if (item.has("image")) {
        assertThat(item.get("image").asString()).matches(ADDRESS);
      }
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(ids());
  }

  private static void assertClean(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    assertThat(body.text()).isNotBlank();
    assertThat(body.select("*").eachText()).isNotEmpty();
    assertThat(
            body.select(
                ":not(body, p, strong, br, a, figure, figcaption, img, ul, li), [onclick], [style]"))
        .isEmpty();
    assertThat(body.select("a").eachAttr("href")).allMatch(to -> to.matches(ADDRESS));
    assertThat(body.select("img").eachAttr("src")).allMatch(to -> to.matches(ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"units/don-vi-101.rss", "units/don-vi-105.atom", "plans/x-000000006b.json"})
  void feedsNamedByHostileTextsAreReadBackToo(String name) throws Exception {
    String feed = new String(hostile(name), StandardCharsets.UTF_8);
    assertThat(feed).contains("urn:uuid:");
    if (!name.endsWith(".json")) {
      assertThat(
              new SyndFeedInput()
                  .build(
                      new XmlReader(
                          new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8))))
                  .getEntries())
          .hasSize(1);
    }
  }

  @Test
  void theFeedOfChangesTellsOfAllOfThem() throws Exception {
    byte[] changes = hostile("changes.atom");
    SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(changes)));
    assertThat(feed.getEntries()).hasSize(ids().size() - 2);
    assertThat(new String(changes, StandardCharsets.UTF_8).split("<at:deleted-entry")).hasSize(3);
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
  void aVeryLongTextGivesWayToItsOpeningAndALink_butNotWhatWasCorrected(String format)
      throws Exception {
    news.put(
        Samples.draft(1, "Dài", "Mở đầu.\n\n" + "chữ rất dài ".repeat(20_000))
            .corrected(2, "Bản trước thiếu một trang.", "2024-05-01T00:00:00Z")
            .attachment("https://tep.example/toan-van.pdf", "Toàn văn", null, null)
            .document());
    byte[] feed = bytes("/feeds/all." + format);
    assertThat(feed.length).isLessThan(10_000);
    assertThat(new String(feed, StandardCharsets.UTF_8))
        .contains("Mở đầu.")
        .contains("Đính chính:")
        .contains("Bản trước thiếu một trang.")
        .contains("https://tep.example/toan-van.pdf")
        .contains("Đọc toàn bài");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void fourHundredLongAddressesDoNotMakeAnEntryOutgrowItsText(String format) throws Exception {
    List<Document> all = HostileArticles.all();
    news.put(all.get(all.size() - 1));
    byte[] feed = bytes("/feeds/all." + format);
    assertThat(feed.length).isLessThan(64 * 1024);
    assertThat(new String(feed, StandardCharsets.UTF_8))
        .contains("https://tep.example/0.pdf", "https://anh.example/0/", "Đọc toàn bài");
  }
}
