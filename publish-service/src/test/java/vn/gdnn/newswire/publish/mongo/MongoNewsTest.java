package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

class MongoNewsTest {

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoNews news = new MongoNews(store);

  @BeforeEach
  void publishThree() {
    publish(
        Events.draft("a", "Đào tạo nghề ở vùng cao", 0).naming("u-1").arrives(),
        Events.draft("b", "Tuyển sinh năm 2020", 1).naming("u-1").naming("u-2").arrives(),
        Events.draft("c", "Đào tạo lại người lao động", 2).naming("u-2").arrives(),
        Events.draft("d", "Đào tạo bị rút", 3).naming("u-2").arrives(),
        Events.withdrawal("d", 4));
  }

  @Test
  void listsWhatIsPublished_newestFirst() {
    assertThat(titles(ArticleQuery.newest(10)))
        .containsExactly(
            "Đào tạo lại người lao động", "Tuyển sinh năm 2020", "Đào tạo nghề ở vùng cao");
    assertThat(titles(ArticleQuery.newest(1))).containsExactly("Đào tạo lại người lao động");
  }

  @Test
  void listsWhatNamesAnEntity() {
    assertThat(titles(ArticleQuery.naming(Kind.UNIT, "u-2", 10)))
        .containsExactly("Đào tạo lại người lao động", "Tuyển sinh năm 2020");
    assertThat(titles(ArticleQuery.naming(Kind.PERSON, "u-2", 10))).isEmpty();
  }

  @Test
  void findsVietnameseWordsHoweverTheyAreTyped() {
    assertThat(titles(words("dao tao")))
        .containsExactly("Đào tạo lại người lao động", "Đào tạo nghề ở vùng cao");
    assertThat(titles(words("ĐÀO nguoi"))).containsExactly("Đào tạo lại người lao động");
    assertThat(titles(words("khong co"))).isEmpty();
    assertThat(titles(words("…"))).isEmpty();
  }

  @Test
  void goesOnAfterAPosition() {
    Document newest = news.articles(ArticleQuery.newest(1), found -> found).get(0);
    ArticleQuery rest =
        new ArticleQuery(
            null,
            null,
            null,
            null,
            null,
            new ArticleQuery.Position(newest.published(), newest.id()),
            10);
    assertThat(titles(rest)).containsExactly("Tuyển sinh năm 2020", "Đào tạo nghề ở vùng cao");
  }

  @Test
  void listsWithinDates() {
    ArticleQuery minute = new ArticleQuery(null, null, Events.at(1), Events.at(2), null, null, 10);
    assertThat(titles(minute)).containsExactly("Tuyển sinh năm 2020");
  }

  @Test
  void hasAFeedOfAllBeforeTheFirstArticle() {
    MongoNews empty = new MongoNews(new Store(TestDatabase.fresh()));
    assertThat(empty.feed(FeedKey.ALL).orElseThrow().items()).isEmpty();
    assertThat(empty.feed(FeedKey.ALL).orElseThrow().changedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void saysWhenTheStoreIsAway() {
    try (var nobody = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
      MongoNews away = new MongoNews(new Store(nobody.getDatabase("x")));
      assertThatThrownBy(() -> away.feed(FeedKey.ALL)).isInstanceOf(NewsUnavailable.class);
    }
  }

  private static ArticleQuery words(String words) {
    return new ArticleQuery(null, null, null, null, words, null, 10);
  }

  private List<String> titles(ArticleQuery query) {
    return news.articles(query, Document::title);
  }

  private void publish(Arrival... arrivals) {
    MongoRevisions revisions = new MongoRevisions(store);
    Announced announced = new Announced();
    List<Entry> entries = announced.entries();
    ArticleWriter writer =
        new ArticleWriter(new MongoHeads(store), revisions, announced, Clock.systemUTC());
    List.of(arrivals).forEach(writer::write);
    Keeper keeper = new Keeper(new MongoKeptNews(store), revisions, Duration.ofDays(30));
    for (int offset = 0; offset < entries.size(); offset++) {
      keeper.apply(entries.get(offset), offset);
    }
  }
}
