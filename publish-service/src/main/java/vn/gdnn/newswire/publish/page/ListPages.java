package vn.gdnn.newswire.publish.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.page.ListViews.DayView;
import vn.gdnn.newswire.publish.page.ListViews.EntityView;
import vn.gdnn.newswire.publish.page.ListViews.HomeView;
import vn.gdnn.newswire.publish.page.ListViews.MatchView;
import vn.gdnn.newswire.publish.page.ListViews.RankingView;
import vn.gdnn.newswire.publish.page.ListViews.SearchView;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.VietnameseDates;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.ArticleCursor;
import vn.gdnn.newswire.publish.web.Years;

/** Lists of articles as pages: the newest, those that name someone, those that hold words. */
@Component
class ListPages {

  private static final int PAGE = 30;
  private static final int TOGETHER = 8;

  private static final int MOST_NAMED = 5;

  /** Names of an article that count as company: in a list of thousands nobody stands together. */
  private static final int COMPANY = 200;

  private static final int MOST_WORDS = 200;

  private final News news;
  private final Site site;
  private final Addresses addresses;

  ListPages(News news, Site site, Addresses addresses) {
    this.news = news;
    this.site = site;
    this.addresses = addresses;
  }

  HomeView home(ArticleQuery.@Nullable Position after) {
    List<Found> found =
        found(new ArticleQuery(null, null, null, null, null, after, PAGE + 1), null);
    Map<LocalDate, List<ItemView>> days = new LinkedHashMap<>();
    for (Found one : shown(found)) {
      boolean first = days.isEmpty() && after == null;
      days.computeIfAbsent(
              VietnameseDates.dayOf(one.position().published()), day -> new ArrayList<>())
          .add(first ? one.item().leading() : one.item());
    }
    List<DayView> views =
        days.entrySet().stream()
            .map(
                day ->
                    new DayView(
                        day.getKey().toString(),
                        VietnameseDates.weekday(day.getKey()),
                        VietnameseDates.day(day.getKey()),
                        day.getValue()))
            .toList();
    List<RankingView> rankings =
        Stream.of(Kind.values())
            .map(kind -> new RankingView(Site.kindName(kind), mostNamed(shown(found), kind)))
            .filter(ranking -> !ranking.names().isEmpty())
            .toList();
    return new HomeView(
        site.home(),
        views,
        views.isEmpty(),
        older(addresses.local("/"), found),
        after != null,
        rankings,
        !rankings.isEmpty());
  }

  /** Whom of a kind most of these articles name; a name that nobody knows says nothing here. */
  private List<ItemView.NameView> mostNamed(List<Found> found, Kind kind) {
    return mostOften(
        found.stream()
            .flatMap(one -> one.company().stream())
            .filter(tag -> tag.kind() == kind && tag.known()),
        MOST_NAMED);
  }

  EntityView entity(Entity entity, ArticleQuery.@Nullable Position after) {
    Kind kind = entity.kind();
    String name = SafeText.oneLine(entity.name());
    String address = addresses.entity(kind, entity.id());
    List<Found> found =
        found(new ArticleQuery(kind, entity.id(), null, null, null, after, PAGE + 1), null);
    boolean complete = after == null && found.size() <= PAGE;
    List<ItemView.NameView> together = complete ? together(found, entity) : List.of();
    return new EntityView(
        site.page(name, address, FeedKey.of(kind, entity.id()), !entity.known()),
        Site.kindName(kind),
        name,
        kind == Kind.PERSON
            ? "Bài có tên " + name
            : kind == Kind.UNIT ? "Bài có tên đơn vị này" : "Bài có tên văn bản này",
        kind == Kind.PERSON
            ? "Thêm về người này"
            : kind == Kind.UNIT ? "Thêm về đơn vị này" : "Thêm về văn bản này",
        entity.known(),
        entity.articles(),
        entity.articles() > 1 ? When.day(entity.firstSeen()) : null,
        entity.articles() > 0 ? When.day(entity.lastSeen()) : null,
        items(found),
        found.isEmpty(),
        older(address, found),
        together,
        !together.isEmpty());
  }

  /** What stands most often beside it, counted over all its articles. */
  private List<ItemView.NameView> together(List<Found> found, Entity entity) {
    return mostOften(
        found.stream()
            .flatMap(one -> one.company().stream())
            .filter(tag -> tag.kind() != entity.kind() || !tag.id().equals(entity.id())),
        TOGETHER);
  }

  private List<ItemView.NameView> mostOften(Stream<Document.Tag> tags, int most) {
    Map<String, List<Document.Tag>> byEntity =
        tags.collect(
            Collectors.groupingBy(
                tag -> tag.kind() + " " + tag.id(), LinkedHashMap::new, Collectors.toList()));
    return byEntity.values().stream()
        .sorted(Comparator.comparingInt((List<Document.Tag> same) -> same.size()).reversed())
        .limit(most)
        .map(same -> ItemView.name(same.get(0), addresses, false, same.size()))
        .toList();
  }

  /** What a search asks, as it was typed. */
  record Question(String words, String from, String to, ArticleQuery.@Nullable Position after) {

    boolean isEmpty() {
      return words.isBlank() && from.isBlank() && to.isBlank();
    }
  }

  SearchView search(Question question) {
    String words = SafeText.excerpt(SafeText.oneLine(question.words()), MOST_WORDS);
    Instant from = day(question.from(), 0);
    Instant to = day(question.to(), 1);
    String fromError = from == null && !question.from().isBlank() ? "Ngày chưa đúng" : null;
    String toError = to == null && !question.to().isBlank() ? "Ngày chưa đúng" : null;
    boolean asks = !question.isEmpty() && fromError == null && toError == null;
    String asked = words.isEmpty() ? null : words;
    List<Found> found =
        asks
            ? found(
                new ArticleQuery(null, null, from, to, asked, question.after(), PAGE + 1), asked)
            : List.of();
    String about = asked == null ? "trong khoảng ngày này" : "có “" + words + "”";
    String here =
        UriComponentsBuilder.fromPath(addresses.local("/search"))
            .queryParam("q", "{q}")
            .queryParam("from", "{from}")
            .queryParam("to", "{to}")
            .encode()
            .buildAndExpand(words, question.from(), question.to())
            .toUriString();
    boolean onePage = question.after() == null && found.size() <= PAGE;
    List<MatchView> names = asked == null ? List.of() : names(shown(found), asked);
    return new SearchView(
        site.search(asked == null ? "Tìm bài" : "Tìm “" + words + "”"),
        words,
        from == null ? "" : question.from().strip(),
        to == null ? "" : question.to().strip(),
        fromError,
        toError,
        found.isEmpty() ? null : (onePage ? found.size() + " bài " : "Bài ") + about,
        asks && found.isEmpty() ? "Không có bài nào " + about : null,
        items(found),
        older(here, found),
        "Tên có “" + words + "”",
        names,
        !names.isEmpty());
  }

  /** The names in these articles that hold what was asked, as it stands in them. */
  private List<MatchView> names(List<Found> found, String words) {
    Map<String, MatchView> names = new LinkedHashMap<>();
    found.stream()
        .flatMap(one -> one.company().stream())
        .filter(tag -> !names.containsKey(tag.kind() + " " + tag.id()))
        .forEach(
            tag -> {
              String name = SafeText.oneLine(tag.name());
              if (names.size() < TOGETHER && Folding.holdsAll(name, words)) {
                names.put(
                    tag.kind() + " " + tag.id(),
                    new MatchView(
                        Site.kindClass(tag.kind()),
                        addresses.entity(tag.kind(), tag.id()),
                        ItemView.marked(name, 0, name.length(), Folding.find(name, words))));
              }
            });
    return List.copyOf(names.values());
  }

  /** The beginning of a day in Vietnam, some days on; null when it can't be read. */
  private static @Nullable Instant day(String text, int later) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return Years.mayBeAsked(day.getYear())
          ? day.plusDays(later).atStartOfDay(VietnameseDates.ZONE).toInstant()
          : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** One more than a page holds of those published from one moment to another. */
  List<Found> found(Instant from, Instant to, ArticleQuery.@Nullable Position after) {
    return found(new ArticleQuery(null, null, from, to, null, after, PAGE + 1), null);
  }

  private List<Found> found(ArticleQuery query, @Nullable String words) {
    return news.articles(
        query,
        document ->
            new Found(
                new ArticleQuery.Position(document.published(), document.id()),
                ItemView.of(document, addresses, words),
                document.tags().stream().limit(COMPANY).map(ListPages::withoutPlaces).toList()));
  }

  private static Document.Tag withoutPlaces(Document.Tag tag) {
    return new Document.Tag(tag.kind(), tag.id(), tag.name(), tag.known(), null, List.of());
  }

  /** What a list keeps of an article: where it stands, how it is shown, whom it names. */
  record Found(ArticleQuery.Position position, ItemView item, List<Document.Tag> company) {}

  /** Those that stand on the page. */
  static List<ItemView> items(List<Found> found) {
    return shown(found).stream().map(Found::item).toList();
  }

  /** One more than a page was asked for, to know whether there is a next. */
  private static List<Found> shown(List<Found> found) {
    return found.subList(0, Math.min(PAGE, found.size()));
  }

  /** Where the list goes on, if it does. */
  static @Nullable String older(String address, List<Found> found) {
    if (found.size() <= PAGE) {
      return null;
    }
    String cursor = ArticleCursor.of(found.get(PAGE - 1).position());
    return address + (address.contains("?") ? "&" : "?") + "cursor=" + cursor;
  }
}
