package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.readership.ArticleChanges.ArticleChange;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.reading.PublishedArticle;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

class MongoNewsTest {

  private final Store store = new Store(TestDatabase.fresh());
  private final MongoNews news = new MongoNews(store);
  private int applied;

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
  void everyArticleIsOnTheFirstPageOrInTheArchive_andThePagesLinkToOneAnother() {
    Arrival[] many = new Arrival[130];
    for (int i = 0; i < many.length; i++) {
      // Every seventh is imported late: its date is long past.
      Events.Draft draft = Events.draft("n" + i, "Bài " + i, 10 + i).naming("u-1");
      Instant old = Instant.parse("2019-01-01T00:00:00Z").plusSeconds(i);
      many[i] = (i % 7 == 0 ? draft.published(old) : draft).arrives();
    }
    publish(many);
    for (FeedKey key : List.of(FeedKey.ALL, FeedKey.of(Kind.UNIT, "u-1"))) {
      FeedList page = news.feed(key).orElseThrow();
      Set<UUID> seen = new HashSet<>();
      page.items().forEach(item -> seen.add(item.id()));
      assertThat(page.page()).isEqualTo(new FeedList.Page(0, 2, 0));
      for (int number = page.page().older(); number > 0; number = page.page().older()) {
        page = news.archive(key, number).orElseThrow();
        assertThat(page.page()).isEqualTo(FeedList.Page.full(number));
        assertThat(page.items())
            .hasSize(50)
            .isSortedAccordingTo(Comparator.comparing(FeedList.Item::published).reversed());
        page.items().forEach(item -> seen.add(item.id()));
      }
      assertThat(seen).containsAll(Stream.of(many).map(one -> one.event().id()).toList());
    }
    assertThat(news.archive(FeedKey.ALL, 3).orElseThrow().page()).isEqualTo(FeedList.Page.open(3));
    assertThat(news.archive(FeedKey.ALL, 3).orElseThrow().items()).hasSize(34);
    assertThat(news.archive(FeedKey.ALL, 4)).isEmpty();
    assertThat(news.archive(FeedKey.of(Kind.UNIT, "u-9"), 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "49, 1", "50, 2", "51, 2", "100, 3"})
  void theNewestPageOfTheArchiveIsTheOneThatIsBeingFilled(int articles, int open) {
    int before = news.archive(FeedKey.ALL, 1).orElseThrow().items().size();
    Arrival[] many = new Arrival[articles - before];
    for (int i = 0; i < many.length; i++) {
      many[i] = Events.draft("n" + i, "Bài " + i, 10 + i).arrives();
    }
    publish(many);
    FeedList newest = news.archive(FeedKey.ALL, open).orElseThrow();
    assertThat(newest.page()).isEqualTo(FeedList.Page.open(open));
    assertThat(newest.items()).hasSize(articles % 50);
    for (int number = 1; number < open; number++) {
      assertThat(news.archive(FeedKey.ALL, number).orElseThrow().items()).hasSize(50);
    }
    assertThat(news.archive(FeedKey.ALL, open + 1)).isEmpty();
  }

  @Test
  void aFullPageOfTheArchiveChangesOnlyWithItsArticles() {
    Arrival[] many = new Arrival[120];
    for (int i = 0; i < many.length; i++) {
      many[i] = Events.draft("n" + i, "Bài " + i, 10 + i).arrives();
    }
    publish(Arrays.copyOf(many, 50));
    FeedList full = news.archive(FeedKey.ALL, 1).orElseThrow();
    assertThat(full.changedAt()).isEqualTo(Events.at(10 + 45));
    publish(Arrays.copyOfRange(many, 50, 120));
    assertThat(news.archive(FeedKey.ALL, 1)).contains(full);

    publish(Events.draft("n0", "Bài 0, sửa", 200).arrives());
    FeedList corrected = news.archive(FeedKey.ALL, 1).orElseThrow();
    assertThat(corrected.changedAt()).isEqualTo(Events.at(200));
    assertThat(corrected.upTo()).isGreaterThan(full.upTo());
    assertThat(news.revisions(corrected.items(), Document::title)).contains("Bài 0, sửa");
    publish(Events.withdrawal("n1", 201));
    assertThat(news.archive(FeedKey.ALL, 1).orElseThrow().items())
        .as("the notice stands in its place")
        .hasSize(50);
  }

  @Test
  void aDateIsAFeedsOwnOnlyWhileNothingElseEverHadItsSecond() {
    FeedKey unit = FeedKey.of(Kind.UNIT, "u-1");
    publish(Events.draft("e", "Sau", 9).naming("u-1").arrives());
    assertThat(news.feed(unit).orElseThrow().ownDate()).isTrue();
    publish(Events.draft("f", "Cùng giây", 9).naming("u-1").arrives());
    FeedList same = news.feed(unit).orElseThrow();
    assertThat(same.changedAt()).isEqualTo(Events.at(9));
    assertThat(same.ownDate()).isFalse();
    assertThat(news.archive(unit, 1).orElseThrow().ownDate()).isFalse();
    publish(Events.draft("g", "Sau nữa", 10).naming("u-1").arrives());
    assertThat(news.feed(unit).orElseThrow().ownDate()).isTrue();
    publish(Events.draft("h", "Nhật ký của nó đến muộn", 8).naming("u-1").arrives());
    FeedList late = news.feed(unit).orElseThrow();
    assertThat(late.changedAt()).as("a date does not go back").isEqualTo(Events.at(10));
    assertThat(late.ownDate()).isFalse();
  }

  @Test
  void aPageThatWasFilledByALateArticleKeepsTheDateItHadWhileItWasOpen() {
    Arrival[] many = new Arrival[45];
    for (int i = 0; i < many.length; i++) {
      many[i] = Events.draft("n" + i, "Bài " + i, 10 + i).arrives();
    }
    publish(many);
    FeedList open = news.archive(FeedKey.ALL, 1).orElseThrow();
    assertThat(open.items()).hasSize(49);
    publish(Events.draft("late", "Đến muộn", 9).arrives());
    FeedList full = news.archive(FeedKey.ALL, 1).orElseThrow();
    assertThat(full.items()).hasSize(50);
    assertThat(full.changedAt()).isEqualTo(open.changedAt());
    assertThat(full.ownDate()).isFalse();
    publish(Events.draft("n0", "Bài 0, sửa", 200).arrives());
    assertThat(news.archive(FeedKey.ALL, 1).orElseThrow().ownDate()).isTrue();
  }

  @Test
  void anArticlesLastChangeNamesTheFeedsThatItStandsInOrLeft() {
    MongoArticleChanges changes = new MongoArticleChanges(store);
    assertThat(changes.last(Events.id("nobody"))).isEmpty();
    ArticleChange first = changes.last(Events.id("b")).orElseThrow();
    assertThat(first.what()).isEqualTo(Entry.What.PUBLISHED);
    assertThat(first.feeds()).containsExactlyInAnyOrder("all", "units/u-1", "units/u-2");

    publish(Events.draft("b", "Tuyển sinh, sửa", 7).naming("u-2").naming("u-3").arrives());
    ArticleChange corrected = changes.last(Events.id("b")).orElseThrow();
    assertThat(corrected.feeds())
        .containsExactlyInAnyOrder("all", "units/u-1", "units/u-2", "units/u-3");
    assertThat(corrected.at()).isEqualTo(Events.at(7));
    assertThat(corrected.revision()).isEqualTo(2);
    assertThat(corrected.number()).isEqualTo(6);
    assertThat(corrected.offset())
        .isEqualTo(news.feed(FeedKey.of(Kind.UNIT, "u-1")).orElseThrow().upTo());

    publish(Events.withdrawal("b", 8));
    ArticleChange withdrawn = changes.last(Events.id("b")).orElseThrow();
    assertThat(withdrawn.what()).isEqualTo(Entry.What.WITHDRAWN);
    assertThat(withdrawn.feeds()).containsExactlyInAnyOrder("all", "units/u-2", "units/u-3");
  }

  @Test
  void anEmbargoThatNobodySawTouchesNoFeed() {
    publish(
        Events.draft("e", "Năm", 5).naming("u-1").arrives(),
        Events.draft("e", "Năm, chờ", 6).naming("u-9").embargo(Events.at(500)).arrives(),
        Events.withdrawal("e", 7));
    assertThat(new MongoArticleChanges(store).last(Events.id("e")).orElseThrow().feeds())
        .containsExactlyInAnyOrder("all", "units/u-1");
  }

  @Test
  void knowsTheNewestChanges_alsoThoseThatCameSinceItLookedLast() {
    assertThat(news.newestChanges(2)).extracting(Change::number).containsExactly(5L, 4L);
    publish(Events.draft("e", "Năm", 5).arrives());
    assertThat(news.newestChanges(1)).extracting(Change::number).containsExactly(6L);
    Arrival[] many = new Arrival[120];
    for (int i = 0; i < many.length; i++) {
      many[i] = Events.draft("n" + i, "Bài " + i, 10 + i).arrives();
    }
    publish(many);
    assertThat(news.newestChanges(3)).extracting(Change::number).containsExactly(126L, 125L, 124L);
    assertThat(new MongoNews(store).newestChanges(1)).isEqualTo(news.newestChanges(1));
    assertThat(news.changes(120, 100)).extracting(Change::number).startsWith(121L).hasSize(6);
    assertThat(news.changes(126, 1000)).isEmpty();
    assertThat(new MongoNews(new Store(TestDatabase.fresh())).newestChanges(5)).isEmpty();
  }

  @Test
  void listsWhatIsPublishedOldestFirst_withTheTimeOfItsRevision() {
    publish(Events.draft("a", "Đào tạo nghề, sửa", 9).arrives());
    List<PublishedArticle> found = new ArrayList<>();
    news.published(found::add);
    assertThat(found)
        .containsExactly(
            new PublishedArticle(Events.id("a"), Events.at(9)),
            new PublishedArticle(Events.id("b"), Events.at(1)),
            new PublishedArticle(Events.id("c"), Events.at(2)));
  }

  @Test
  void listsTheEntitiesThatTheRegistryKnows() {
    assertThat(news.knownEntities()).extracting(Entity::id).containsExactly("u-1", "u-2");
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
    for (Entry entry : entries) {
      keeper.apply(entry, applied++);
    }
  }
}
