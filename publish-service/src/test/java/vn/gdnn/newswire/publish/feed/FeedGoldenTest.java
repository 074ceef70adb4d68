package vn.gdnn.newswire.publish.feed;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Golden;
import vn.gdnn.newswire.publish.faces.Samples;

@FacesTest
class FeedGoldenTest {

  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;
  @Autowired private Feeds feeds;

  @BeforeEach
  void startEmpty() {
    news.clear();
    feeds.forget();
  }

  @AfterEach
  void restoreMachine() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void emptyFeed(String format) throws Exception {
    Golden.assertSame("feeds/empty." + format, get("/feeds/all." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void bothSeeds(String format) throws Exception {
    news.put(Samples.seedWithDateLine(), Samples.seedWithoutDateLine());
    Golden.assertSame("feeds/seeds." + format, get("/feeds/all." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void publishedCorrectedAndWithdrawn(String format) throws Exception {
    news.put(own());
    Golden.assertSame("feeds/own." + format, get("/feeds/all." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void oneWithAllThatAnEntryMayHold(String format) throws Exception {
    news.put(Samples.complete(1));
    Golden.assertSame("feeds/complete." + format, get("/feeds/all." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void feedOfOnePerson(String format) throws Exception {
    news.put(own());
    Golden.assertSame("feeds/person." + format, get("/feeds/people/nguoi-mau." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void bytesDoNotDependOnTheMachine(String format) throws Exception {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
    news.put(own());
    Golden.assertSame("feeds/own." + format, get("/feeds/all." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void firstPageOfAHistory(String format) throws Exception {
    putHistory();
    Golden.assertSame("feeds/history." + format, get("/feeds/all." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void pagesOfTheArchive(String format) throws Exception {
    putHistory();
    for (int page = 1; page <= 4; page++) {
      Golden.assertSame(
          "feeds/history-archive-" + page + "." + format,
          get("/feeds/all/archive/" + page + "." + format));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void aPageOfAnEntitysArchive(String format) throws Exception {
    putHistory();
    news.put(own());
    Golden.assertSame(
        "feeds/person-archive-1." + format, get("/feeds/people/nguoi-mau/archive/1." + format));
  }

  @Test
  void changes() throws Exception {
    news.put(own());
    news.put(
        Samples.draft(4, "Rút không có lý do", "x").document(),
        Samples.draft(4, "Rút không có lý do", "x")
            .withdrawn("", "2024-03-06T01:00:00Z")
            .document());
    Golden.assertSame("feeds/changes.atom", get("/feeds/changes.atom"));
  }

  @Test
  void noChanges() throws Exception {
    Golden.assertSame("feeds/changes-empty.atom", get("/feeds/changes.atom"));
  }

  private void putHistory() {
    news.setPage(2);
    for (int i = 11; i <= 17; i++) {
      news.put(Samples.announcement(i));
    }
  }

  private byte[] get(String address) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get(address))
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private static Document[] own() {
    return new Document[] {
      Samples.draft(
              1,
              "Khai giảng khóa bồi dưỡng “Kỹ năng nghề” – đợt 1",
              "Ông Người Mẫu phát biểu khai giảng.\n\nẢnh: quang cảnh buổi lễ\n\nĐơn vị Mẫu phối hợp"
                  + " tổ chức.\nDòng thứ hai của đoạn.\n\nPV")
          .part("lead", "Ông Người Mẫu phát biểu khai giảng.")
          .part("caption", "Ảnh: quang cảnh buổi lễ")
          .part("signature", "PV")
          .tag(Kind.PERSON, "nguoi-mau", "Người Mẫu", true, "Người Mẫu")
          .tag(Kind.UNIT, "don-vi-mau", "Đơn vị Mẫu", true, "Đơn vị Mẫu")
          .document(),
      Samples.draft(2, "Lịch thi đã sửa", "Lịch thi nay là thứ Hai.")
          .byline("Ban Biên tập")
          .corrected(2, "Bản trước ghi nhầm là thứ Ba.", "2024-03-04T08:30:00.250Z")
          .tag(Kind.PLAN, "x-0123456789", "Lịch thi", false, "Lịch thi")
          .document(),
      Samples.draft(3, "Tin không còn", "Chữ này không được thấy nữa, cả tên Người Mẫu.")
          .tag(Kind.PERSON, "nguoi-mau", "Người Mẫu", true, "Người Mẫu")
          .withdrawn("Đăng nhầm bản thảo.", "2024-03-05T01:00:00Z")
          .document(),
    };
  }
}
