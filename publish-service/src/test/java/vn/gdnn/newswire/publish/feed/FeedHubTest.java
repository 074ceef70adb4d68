package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.gdnn.newswire.publish.faces.FacesTest;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.web.Addresses;

@FacesTest
@TestPropertySource(properties = "newswire.feeds.hub=https://hub.example/")
class FeedHubTest {

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
    assertThat(feed("all.rss")).contains("<atom:link rel=\"hub\" href=\"https://hub.example/\" />");
    assertThat(feed("all.atom")).contains("<link rel=\"hub\" href=\"https://hub.example/\" />");
    assertThat(feed("all.json"))
        .contains("\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]");
  }

  @Test
  void pagesOfTheArchiveDoNot_asTheyStayAsTheyAre() throws Exception {
    for (String format : new String[] {"rss", "atom", "json"}) {
      assertThat(feed("all/archive/1." + format)).contains("số 1").doesNotContain("hub");
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedAtTheStart() {
    Addresses addresses = new Addresses("https://ban-tin.example");
    assertThatThrownBy(() -> new FeedComposer(addresses, "hub.example"))
        .hasMessageContaining("WEBSUB_HUB");
  }

  private String feed(String name) throws Exception {
    return mvc.perform(get("/feeds/" + name))
        .andReturn()
        .getResponse()
        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
