package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Hubs;

class UnfitEntryTest {

  private final FakeNews news = new FakeNews();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SetAside setAside = new SetAside(meters);
  private final FeedsHealthIndicator health = new FeedsHealthIndicator(setAside);
  private final FeedComposer composer =
      new FeedComposer(new Addresses("https://ban-tin.example"), new Hubs(""));
  private final Feeds feeds = new Feeds(news, composer, setAside, meters, DataSize.ofMegabytes(1));

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
    assertThat(leftOut()).isEqualTo(1);
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails())
        .containsEntry(
            "entries", List.of("urn:uuid:" + Samples.id(2) + " (choosy): can't write this"));
  }

  private double leftOut() {
    return meters.counter("articles.feed.entries.set.aside", "format", "choosy").count();
  }

  @Test
  void isThereAgainOnceItIsCorrected_andHealthForgetsIt() {
    Choosy format = new Choosy("Thông báo số 2");
    served(format);
    news.put(
        Samples.draft(2, "Nay viết được", "x")
            .corrected(2, null, "2024-05-01T00:00:00Z")
            .document());
    assertThat(served(format)).contains("số 3", "Nay viết được", "số 1");
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(leftOut()).isEqualTo(1);
  }

  @Test
  void isForgottenWhenNoFeedHasItOnItsListAnyMore() {
    setAside.made("all.rss", "rss", List.of("a"), Map.of("b", "x"));
    setAside.made("all.atom", "atom", List.of("a", "b"), Map.of());
    setAside.made("units/u.rss", "rss", List.of(), Map.of("b", "x"));
    assertThat(setAside.entries()).containsExactly("b (rss): x");
    setAside.made("all.rss", "rss", List.of("a"), Map.of());
    assertThat(setAside.entries()).containsExactly("b (rss): x");
    setAside.made("units/u.rss", "rss", List.of("a"), Map.of());
    assertThat(setAside.entries()).isEmpty();
  }

  @Test
  void howeverManyThereAre_aHundredAreNamed() {
    for (int i = 0; i < 1_000; i++) {
      setAside.made("f" + i, "rss", List.of(), Map.of("id" + i, "x"));
      setAside.failed("g" + i, new IllegalStateException("y".repeat(10_000)));
    }
    assertThat(setAside.entries()).hasSize(SetAside.MOST_NAMED);
    assertThat(setAside.feeds()).hasSize(SetAside.MOST_NAMED);
    assertThat(setAside.feeds().get(0)).hasSizeLessThan(300);
  }

  @Test
  void oneThatCannotEvenBeRead_isLeftOutToo() {
    news.setUnreadable(Samples.id(2));
    assertThat(served(new Choosy("nothing"))).contains("số 3", "số 1").doesNotContain("số 2");
    assertThat(leftOut()).isEqualTo(1);
    assertThat(health.health().getDetails().get("entries").toString())
        .contains(Samples.id(2).toString());
  }

  @Test
  void oneThatCannotBeComposed_isLeftOutOfEveryFormat() {
    news.put(
        Samples.draft(2, "Thông báo số 2", "x").published("+12000-01-01T00:00:00Z").document());
    assertThat(served(new Choosy("nothing"))).contains("số 3", "số 1").doesNotContain("số 2");
    assertThat(health.health().getDetails().get("entries").toString())
        .contains("no calendar has +12000-01-01T00:00:00Z");
  }

  @Test
  void theStoreBeingAwayIsNoEntrysFault() {
    Choosy format = new Choosy("nothing");
    served(format);
    news.put(Samples.announcement(4));
    news.setAway(true);
    served(format);
    assertThat(leftOut()).isZero();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
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
    assertThat(health.health().getDetails()).containsKey("feeds");
    format.hated = "nothing";
    assertThat(served(format)).contains("số 4");
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
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
