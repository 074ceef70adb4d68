package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;

@FacesTest
class FeedHttpTest {

  /** When the first sample was received. */
  private static final String AT_ONE = "2024-03-02T02:01:00Z";

  private static final String PROBLEM = "urn:gdnn-newswire:problem:";

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;
  @Autowired private Feeds feeds;
  @Autowired private MeterRegistry meters;

  @BeforeEach
  void startWithOneArticle() {
    news.clear();
    feeds.forget();
    news.put(Samples.announcement(1));
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse();
  }

  private double count(String format, String outcome) {
    return meters.counter("articles.feed.requests", "format", format, "outcome", outcome).count();
  }

  @ParameterizedTest
  @CsvSource({
    "rss, application/rss+xml;charset=utf-8",
    "atom, application/atom+xml;charset=utf-8",
    "json, application/feed+json;charset=utf-8",
  })
  void servesWithItsMediaTypeAndValidators(String format, String mediaType) throws Exception {
    MockHttpServletResponse answer = send(get("/feeds/all." + format));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType().replace(" ", "")).isEqualToIgnoringCase(mediaType);
    assertThat(answer.getHeader("ETag")).matches("\"[0-9a-f]{32}\"");
    assertThat(answer.getHeader("Last-Modified")).isEqualTo("Sat, 02 Mar 2024 02:01:00 GMT");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
    assertThat(answer.getHeader("Vary")).isEqualTo("Accept-Encoding");
    assertThat(answer.getContentLength()).isEqualTo(answer.getContentAsByteArray().length);
  }

  @Test
  void answersHeadAsGetWithoutTheBody() throws Exception {
    MockHttpServletResponse full = send(get("/feeds/all.atom"));
    MockHttpServletResponse answer = send(head("/feeds/all.atom"));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsByteArray()).isEmpty();
    assertThat(answer.getContentLength()).isEqualTo(full.getContentAsByteArray().length);
    assertThat(answer.getHeader("ETag")).isEqualTo(full.getHeader("ETag"));
  }

  @Test
  void saysNotModifiedToWhoHoldsIt_andSendsAgainWhenItChanged() throws Exception {
    String tag = send(get("/feeds/all.rss")).getHeader("ETag");
    MockHttpServletResponse held =
        send(get("/feeds/all.rss").header("If-None-Match", "\"other\", W/" + tag));
    assertThat(held.getStatus()).isEqualTo(304);
    assertThat(held.getContentAsByteArray()).isEmpty();
    assertThat(held.getHeader("ETag")).isEqualTo(tag);
    news.put(Samples.announcement(2));
    MockHttpServletResponse changed = send(get("/feeds/all.rss").header("If-None-Match", tag));
    assertThat(changed.getStatus()).isEqualTo(200);
    assertThat(changed.getHeader("ETag")).isNotEqualTo(tag);
  }

  @Test
  void comparesDatesOnlyForEquality_asTheDateOfAFeedCanGoBack() throws Exception {
    String date = send(get("/feeds/all.rss")).getHeader("Last-Modified");
    assertThat(send(get("/feeds/all.rss").header("If-Modified-Since", date)).getStatus())
        .isEqualTo(304);
    String later = "Sun, 03 Mar 2024 00:00:00 GMT";
    assertThat(send(get("/feeds/all.rss").header("If-Modified-Since", later)).getStatus())
        .isEqualTo(200);
    assertThat(
            send(get("/feeds/all.rss")
                    .header("If-Modified-Since", date)
                    .header("If-None-Match", "\"other\""))
                .getStatus())
        .isEqualTo(200);
  }

  @Test
  void hidesNoChangeOfTheSameSecondFromWhoKnowsADateOnly() throws Exception {
    String date = send(get("/feeds/all.rss")).getHeader("Last-Modified");
    news.put(Samples.draft(7, "Cùng giây", "x").corrected(1, null, AT_ONE).document());
    assertHidesNothing(date, date);
    news.put(Samples.draft(8, "Cũ hơn", "x").corrected(1, null, "2024-03-01T00:00:00Z").document());
    assertHidesNothing(date, date);
    news.put(Samples.draft(9, "Sau", "x").corrected(1, null, "2024-03-04T00:00:00Z").document());
    String next = "Mon, 04 Mar 2024 00:00:00 GMT";
    assertHidesNothing(date, next);
    assertThat(send(get("/feeds/all.rss").header("If-Modified-Since", next)).getStatus())
        .as("this date is one revision's alone")
        .isEqualTo(304);
  }

  private void assertHidesNothing(String held, String now) throws Exception {
    MockHttpServletResponse answer = send(get("/feeds/all.rss").header("If-Modified-Since", held));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Last-Modified")).isEqualTo(now);
  }

  @Test
  void theFeedOfChangesTakesNoDateForProof() throws Exception {
    MockHttpServletResponse answer = send(get("/feeds/changes.atom"));
    assertThat(
            send(get("/feeds/changes.atom")
                    .header("If-Modified-Since", answer.getHeader("Last-Modified")))
                .getStatus())
        .isEqualTo(200);
    assertThat(
            send(get("/feeds/changes.atom").header("If-None-Match", answer.getHeader("ETag")))
                .getStatus())
        .isEqualTo(304);
  }

  @Test
  void gzipsForWhoAcceptsIt_withATagOfItsOwn() throws Exception {
    MockHttpServletResponse plain = send(get("/feeds/all.atom"));
    MockHttpServletResponse zipped =
        send(get("/feeds/all.atom").header("Accept-Encoding", "br, gzip;q=0.8"));
    assertThat(zipped.getHeader("Content-Encoding")).isEqualTo("gzip");
    assertThat(zipped.getHeader("ETag")).isNotEqualTo(plain.getHeader("ETag"));
    byte[] unzipped =
        new GZIPInputStream(new ByteArrayInputStream(zipped.getContentAsByteArray()))
            .readAllBytes();
    assertThat(unzipped).isEqualTo(plain.getContentAsByteArray());

    String tag = zipped.getHeader("ETag");
    assertThat(
            send(get("/feeds/all.atom")
                    .header("Accept-Encoding", "gzip")
                    .header("If-None-Match", tag))
                .getStatus())
        .isEqualTo(304);
    assertThat(send(get("/feeds/all.atom").header("If-None-Match", tag)).getStatus())
        .as("a cache must not hand gzipped bytes to a reader that can't read them")
        .isEqualTo(200);
    assertThat(
            send(get("/feeds/all.atom")
                    .header("Accept-Encoding", "gzip")
                    .header("If-None-Match", plain.getHeader("ETag")))
                .getStatus())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.0, *", "deflate"})
  void doesNotGzipForOthers(String accepted) throws Exception {
    MockHttpServletResponse answer =
        send(get("/feeds/all.atom").header("Accept-Encoding", accepted));
    assertThat(answer.getHeader("Content-Encoding")).isNull();
  }

  @Test
  void takesAddressesFromTheSettingsAlone() throws Exception {
    String body =
        send(get("/feeds/all.atom")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example"))
            .getContentAsString();
    assertThat(body).contains("https://ban-tin.example/articles/").doesNotContain("evil.example");
  }

  @Test
  void rendersOnceForEachNumberOfTheList() throws Exception {
    double rendered = count("json", "rendered");
    double kept = count("json", "kept");
    send(get("/feeds/all.json"));
    send(get("/feeds/all.json"));
    send(get("/feeds/all.json"));
    assertThat(news.reads()).isEqualTo(1);
    assertThat(count("json", "rendered") - rendered).isEqualTo(1);
    assertThat(count("json", "kept") - kept).isEqualTo(2);
    news.put(Samples.announcement(2));
    send(get("/feeds/all.json"));
    assertThat(news.reads()).isEqualTo(2);
  }

  @Test
  void servesWhatItServedLast_whileTheStoreIsAway() throws Exception {
    double lastGood = count("rss", "last-good");
    MockHttpServletResponse before = send(get("/feeds/all.rss"));
    news.setAway(true);
    MockHttpServletResponse after = send(get("/feeds/all.rss"));
    assertThat(after.getStatus()).isEqualTo(200);
    assertThat(after.getContentAsByteArray()).isEqualTo(before.getContentAsByteArray());
    assertThat(after.getHeader("ETag")).isEqualTo(before.getHeader("ETag"));
    assertThat(after.getHeader("Cache-Status")).contains("STORE_UNAVAILABLE");
    assertThat(count("rss", "last-good") - lastGood).isEqualTo(1);
  }

  @Test
  void saysUnavailable_whenTheStoreIsAwayAndTheFeedWasNeverServed() throws Exception {
    double unavailable = count("atom", "unavailable");
    news.setAway(true);
    MockHttpServletResponse answer = send(get("/feeds/all.atom"));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains(PROBLEM + "unavailable");
    assertThat(answer.getHeader("Retry-After")).isEqualTo("15");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(count("atom", "unavailable") - unavailable).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/people/nobody.rss",
        "/feeds/all.xml",
        "/feeds/cats/a.rss",
        "/feeds/people/a",
        "/feeds/all/archive/2.rss",
        "/feeds/all/archive/0.rss",
        "/feeds/all/archive/01.rss",
        "/feeds/all/archive/-1.rss",
        "/feeds/all/archive/1.xml",
        "/feeds/all/archive/99999999999.rss",
        "/feeds/all/archive/1",
        "/feeds/people/nobody/archive/1.rss",
        "/feeds/",
      })
  void answersAProblemWhereNoFeedIs(String address) throws Exception {
    MockHttpServletResponse answer = send(get(address));
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains(PROBLEM + "not-found").contains("\"detail\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss", "atom", "json"})
  void aPageOfTheArchiveStaysAsItIsOnceItIsFull(String format) throws Exception {
    news.setPage(2);
    String address = "/feeds/all/archive/1." + format;
    assertThat(send(get(address)).getContentAsString())
        .as("being filled")
        .contains("urn:uuid:" + Samples.id(1))
        .doesNotContain("next-archive", "fh:archive");
    news.put(Samples.announcement(2));
    MockHttpServletResponse full = send(get(address));
    assertThat(full.getContentAsString().contains("next-archive"))
        .isEqualTo(!format.equals("json"));
    for (int i = 3; i <= 8; i++) {
      news.put(Samples.announcement(i));
    }
    MockHttpServletResponse later = send(get(address));
    assertThat(later.getContentAsByteArray()).isEqualTo(full.getContentAsByteArray());
    assertThat(send(get(address).header("If-None-Match", full.getHeader("ETag"))).getStatus())
        .isEqualTo(304);
  }

  @Test
  void theFeedOfChangesTellsWhatIsGone_andTakesItBackWhenItIsThereAgain() throws Exception {
    String id = "urn:uuid:" + Samples.id(1);
    String address = "/feeds/changes.atom";
    assertThat(send(get(address)).getContentAsString()).contains("<id>" + id + "</id>");

    Samples.Draft withdrawn =
        Samples.draft(1, "x", "x").withdrawn("Nhầm & <b>", "2024-05-01T00:00:00Z");
    news.put(withdrawn.document());
    MockHttpServletResponse gone = send(get(address));
    assertThat(gone.getHeader("Last-Modified")).isEqualTo("Wed, 01 May 2024 00:00:00 GMT");
    assertThat(gone.getContentAsString(StandardCharsets.UTF_8))
        .doesNotContain("<id>" + id + "</id>")
        .contains(
            "xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"",
            "<at:deleted-entry ref=\"" + id + "\" when=\"2024-05-01T00:00:00Z\">",
            "<at:comment>Nhầm &amp; &lt;b&gt;</at:comment>");
    assertThat(send(get("/feeds/all.atom")).getContentAsString()).doesNotContain("deleted-entry");

    news.put(Samples.draft(1, "x", "x").corrected(3, null, "2024-05-02T00:00:00Z").document());
    assertThat(send(get(address)).getContentAsString())
        .contains("<id>" + id + "</id>")
        .doesNotContain("deleted-entry");
    assertThat(send(get("/feeds/changes.rss")).getStatus()).isEqualTo(404);
  }

  @Test
  void refusesToBeWrittenTo() throws Exception {
    MockHttpServletResponse answer = send(post("/feeds/all.rss"));
    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getHeader("Allow")).contains("GET");
    assertThat(answer.getContentAsString()).contains(PROBLEM + "method-not-allowed");
  }

  @Test
  void servesFeedsOfPeopleUnitsAndPlans() throws Exception {
    news.put(Samples.seedWithDateLine());
    for (String feed :
        new String[] {
          "people/truong-anh-dung", "units/van-phong-chinh-phu", "plans/chi-thi-24-ct-ttg"
        }) {
      MockHttpServletResponse answer = send(get("/feeds/" + feed + ".json"));
      assertThat(answer.getStatus()).as(feed).isEqualTo(200);
      assertThat(answer.getContentAsString())
          .contains("urn:uuid:" + Samples.seedWithDateLine().id())
          .contains("https://ban-tin.example/feeds/" + feed + ".json")
          .doesNotContain(Samples.id(1).toString());
    }
  }

  @Test
  void changesItsBytesWithARetagging_butNotItsUpdated() throws Exception {
    MockHttpServletResponse before = send(get("/feeds/all.atom"));
    news.put(
        Samples.draft(1, "Thông báo số 1", "Nội dung của thông báo số 1.")
            .tag(Kind.PLAN, "thong-bao", "Thông báo", true, "thông báo")
            .tagging(2)
            .document());
    MockHttpServletResponse after = send(get("/feeds/all.atom"));
    assertThat(after.getHeader("ETag")).isNotEqualTo(before.getHeader("ETag"));
    assertThat(after.getContentAsString()).contains("<updated>2024-03-02T02:01:00Z</updated>");
    assertThat(before.getContentAsString()).contains("<updated>2024-03-02T02:01:00Z</updated>");
  }
}
