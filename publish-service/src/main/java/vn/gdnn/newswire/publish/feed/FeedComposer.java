package vn.gdnn.newswire.publish.feed;

import static vn.gdnn.newswire.publish.prose.SafeText.oneLine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Hubs;

/** Makes a feed from a list and the revisions it names, and from nothing else. */
@Component
class FeedComposer {

  private static final String SITE = "Bản tin GDNN";
  private static final String ABOUT = "Thông báo về giáo dục nghề nghiệp";
  private static final String WITHDRAWN = "Bài này đã rút";
  private static final int SUMMARY_LENGTH = 500;
  private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");

  /** A longer text gives way to its opening words and a link. */
  private static final int HTML_LIMIT = 64 * 1024;

  /**
   * Categories of an entry take about as much at most: some 400 of them, where the usual article
   * has some ten. With 149 entries in a feed, all that an article may name would be hundreds of MB.
   * The document at the API has them all.
   */
  private static final int CATEGORIES_LIMIT = 64 * 1024;

  /** What a format writes around a category's own texts. */
  private static final int AROUND_CATEGORY = 40;

  private final Addresses addresses;
  private final Hubs hubs;

  /** Takes what links are made of. */
  FeedComposer(Addresses addresses, Hubs hubs) {
    this.addresses = addresses;
    this.hubs = hubs;
  }

  /** The feed around its entries. */
  Feed feed(FeedList list, List<Feed.Entry> entries) {
    FeedKey key = list.key();
    String name = oneLine(list.name());
    boolean all = key.kind() == null;
    return new Feed(
        "urn:gdnn-newswire:feed:" + key.path().replace('/', ':'),
        all ? SITE : SITE + ": " + (name.isEmpty() ? key.entityId() : name),
        all ? ABOUT : "Bài có tên " + (name.isEmpty() ? key.entityId() : name),
        SITE,
        addresses.absolute(addresses.page(key)),
        address(key, list.page().number()),
        links(key, list.page()),
        entries.stream()
            .map(Feed.Entry::updated)
            .max(Comparator.naturalOrder())
            .orElse(changed(list.changedAt())),
        entries,
        List.of());
  }

  /**
   * The feed of changes.
   *
   * @param updated when the newest of them was received
   */
  Feed changes(List<Feed.Entry> entries, List<Feed.Deleted> deleted, Instant updated) {
    return new Feed(
        "urn:gdnn-newswire:feed:changes",
        SITE + ": thay đổi",
        "Bài mới, bài sửa và bài rút",
        SITE,
        addresses.absolute(addresses.local("/")),
        addresses.absolute(addresses.local("/feeds/changes")),
        new Feed.Links(null, null, null, hubs.addresses()),
        Stream.concat(Stream.of(changed(updated)), entries.stream().map(Feed.Entry::updated))
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        entries,
        deleted);
  }

  /** What is left of an article that is no longer there. */
  Feed.Deleted deleted(UUID id, Instant at, @Nullable String reason) {
    String words = oneLine(reason);
    return new Feed.Deleted("urn:uuid:" + id, seconds(at), words.isEmpty() ? null : words);
  }

  private Feed.Links links(FeedKey key, FeedList.Page page) {
    boolean archived = page.number() > 0;
    return new Feed.Links(
        archived ? address(key, 0) : null,
        page.older() == 0 ? null : address(key, page.older()),
        page.newer() == 0 ? null : address(key, page.newer()),
        archived ? List.of() : hubs.addresses());
  }

  private String address(FeedKey key, int page) {
    String feed = addresses.absolute(addresses.feed(key));
    return page == 0 ? feed : feed + "/archive/" + page;
  }

  /** A document's entry; a withdrawn one's holds the notice and nothing of the text. */
  Feed.Entry entry(Document document) {
    boolean withdrawn = document.status() == Document.Status.WITHDRAWN;
    Instant published = seconds(document.published());
    Instant updated = seconds(document.updatedAt());
    ShownArticle article = ShownArticle.of(document);
    String page = addresses.absolute(addresses.article(document.id()));
    String opening = withdrawn ? notice(document) : opening(article);
    String title = oneLine(document.title());
    return new Feed.Entry(
        "urn:uuid:" + document.id(),
        page,
        withdrawn ? WITHDRAWN : title.isEmpty() ? "Bài không có tiêu đề" : title,
        withdrawn ? paragraph(opening) : text(document, article, opening, page),
        opening,
        published,
        updated.isBefore(published) ? published : updated,
        List.of(withdrawn ? oneLine(document.source()) : author(document, article)),
        withdrawn ? List.of() : categories(document));
  }

  private static String notice(Document document) {
    Document.Notice notice = document.notice();
    return notice == null ? WITHDRAWN + "." : WITHDRAWN + ". Lý do: " + oneLine(notice.text());
  }

  private static String opening(ShownArticle article) {
    return SafeText.excerpt(oneLine(article.opening()), SUMMARY_LENGTH);
  }

  private String text(Document document, ShownArticle article, String opening, String page) {
    boolean fits = document.body().length() <= HTML_LIMIT;
    String html = fits ? ArticleHtml.of(document, article, addresses) : "";
    if (fits && bytes(html) <= HTML_LIMIT) {
      return html;
    }
    return paragraph(opening) + "<p><a href=\"" + SafeText.html(page) + "\">Đọc toàn bài</a></p>\n";
  }

  private static String paragraph(String text) {
    return "<p>" + SafeText.html(text) + "</p>\n";
  }

  private static String author(Document document, ShownArticle article) {
    return article
        .signed(document.byline())
        .or(() -> Optional.of(oneLine(document.source())).filter(name -> !name.isEmpty()))
        .orElse(SITE);
  }

  /** What it names, in the order of its tags, as far as the limit goes. */
  private List<Feed.Category> categories(Document document) {
    List<Feed.Category> categories = new ArrayList<>();
    int bytes = 0;
    for (Document.Tag tag : document.tags()) {
      Feed.Category category = category(tag);
      bytes += AROUND_CATEGORY + bytes(category.name()) + bytes(category.page());
      if (bytes > CATEGORIES_LIMIT) {
        return categories;
      }
      categories.add(category);
    }
    return categories;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Feed.Category category(Document.Tag tag) {
    return new Feed.Category(
        tag.kind().name(),
        tag.id(),
        oneLine(tag.name()),
        addresses.absolute(addresses.entities(tag.kind())),
        addresses.absolute(addresses.entity(tag.kind(), tag.id())));
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** When a list changed last. One that never did gets a date that readers believe. */
  private static Instant changed(Instant at) {
    return seconds(at.equals(Instant.EPOCH) ? BEFORE_ALL : at);
  }
}
