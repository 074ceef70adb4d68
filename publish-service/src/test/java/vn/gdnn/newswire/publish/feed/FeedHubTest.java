package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.web.Hubs;

@FacesTest
@TestPropertySource(
    properties = "newswire.feeds.hub=https://hub.example/, https://other.example/hub")
class FeedHubTest {

  private static final List<String> HUBS =
      List.of("https://hub.example/", "https://other.example/hub");

  @Autowired private MockMvc mvc;
  @Autowired private FakeNews news;
  @Autowired private Feeds feeds;

  @BeforeEach
  void twoFullPages() {
    news.clear();
    feeds.forget();
    news.setPage(1);
    news.put(Samples.announcement(1), Samples.announcement(2));
  }

  @Test
  void firstPagesNameTheHub() throws Exception {
    for (String hub : HUBS) {
      assertThat(feed("all.rss")).contains("<atom:link rel=\"hub\" href=\"" + hub + "\" />");
      assertThat(feed("all.atom")).contains("<link rel=\"hub\" href=\"" + hub + "\" />");
      assertThat(feed("changes.atom")).contains("<link rel=\"hub\" href=\"" + hub + "\" />");
    }
    assertThat(feed("all.json"))
        .contains(
            "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"},"
                + "{\"type\":\"WebSub\",\"url\":\"https://other.example/hub\"}]");
  }

  @Test
  void answersNameTheHubsAndTheirOwnAddress_alsoWhenNothingChanged() throws Exception {
    for (String address : new String[] {"/feeds/all.rss", "/feeds/changes.atom"}) {
      MockHttpServletResponse answer = mvc.perform(get(address)).andReturn().getResponse();
      assertThat(answer.getHeaders("Link"))
          .containsExactly(
              "<https://hub.example/>; rel=\"hub\"",
              "<https://other.example/hub>; rel=\"hub\"",
              "<https://ban-tin.example" + address + ">; rel=\"self\"");
      String tag = answer.getHeader("ETag");
      MockHttpServletResponse again =
          mvc.perform(get(address).header("If-None-Match", tag)).andReturn().getResponse();
      assertThat(again.getStatus()).isEqualTo(304);
      assertThat(again.getHeaders("Link")).hasSize(3);
    }
    assertThat(mvc.perform(get("/feeds/all/archive/1.rss")).andReturn().getResponse())
        .extracting(archive -> archive.getHeaders("Link"))
        .isEqualTo(List.of());
  }

  @Test
  void pagesOfTheArchiveDoNot_asTheyStayAsTheyAre() throws Exception {
    for (String format : new String[] {"rss", "atom", "json"}) {
      assertThat(feed("all/archive/1." + format)).contains("số 1").doesNotContain("hub");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub.example",
        "ftp://hub.example/",
        "https://hub.example/, hub",
        "https://we:secret@hub.example/",
        "https://hub.example/>;rel=self"
      })
  void anAddressThatIsNoneIsRefusedAtTheStart(String address) {
    assertThatThrownBy(() -> new Hubs(address))
        .hasMessageContaining("WEBSUB_HUB")
        .hasMessageNotContaining("secret");
  }

  private String feed(String name) throws Exception {
    return mvc.perform(get("/feeds/" + name))
        .andReturn()
        .getResponse()
        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
