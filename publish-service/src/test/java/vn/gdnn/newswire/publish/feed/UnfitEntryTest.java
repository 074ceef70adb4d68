package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Hubs;

class UnfitEntryTest {

  private final FakeNews news = new FakeNews();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Feeds feeds =
      new Feeds(
          news,
          new FeedComposer(new Addresses("https://ban-tin.example"), new Hubs("")),
          meters,
          DataSize.ofMegabytes(1));

  @BeforeEach
  void threeArticles() {
    news.put(Samples.announcement(1), Samples.announcement(2), Samples.announcement(3));
  }

  private String served(FeedFormat format) {
    return new String(
        feeds.served(FeedKey.ALL, 0, format).orElseThrow().representation().bytes(),
        StandardCharsets.UTF_8);
  }

  @Test
  void isLeftOutAndCounted_whileTheOthersAreServed() {
    assertThat(served(new Choosy("Thông báo số 2")))
        .contains("số 3", "số 1")
        .doesNotContain("số 2");
    assertThat(meters.counter("articles.feed.entries.set.aside", "format", "choosy").count())
        .isEqualTo(1);
  }

  @Test
  void aFeedThatCannotBeWrittenAtAll_isServedAsItWasLast() {
    Choosy format = new Choosy("nothing");
    String before = served(format);
    news.put(Samples.announcement(4));
    format.hated = "";
    assertThat(served(format)).isEqualTo(before);
    assertThat(
            meters
                .counter("articles.feed.requests", "format", "choosy", "outcome", "last-good")
                .count())
        .isEqualTo(1);
    format.hated = "nothing";
    assertThat(served(format)).contains("số 4");
  }

  @Test
  void aFeedThatNeverCouldBeWritten_fails() {
    assertThatThrownBy(() -> served(new Choosy(""))).isInstanceOf(FeedFormat.UnfitFeed.class);
    assertThat(
            meters
                .counter("articles.feed.requests", "format", "choosy", "outcome", "failed")
                .count())
        .isEqualTo(1);
  }

  /**
   * Writes titles, and throws for the whole feed where one holds what it hates; for every feed when
   * that is nothing.
   */
  private static final class Choosy implements FeedFormat {

    private String hated;

    Choosy(String hated) {
      this.hated = hated;
    }

    @Override
    public String suffix() {
      return "choosy";
    }

    @Override
    public String label() {
      return "Choosy";
    }

    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public byte[] write(Feed feed) {
      StringBuilder out = new StringBuilder();
      for (Feed.Entry entry : feed.entries()) {
        out.append(entry.title()).append('\n');
      }
      if (hated.isEmpty() || out.indexOf(hated) >= 0) {
        throw new UnfitFeed(new IllegalArgumentException("can't write this"));
      }
      return out.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
