package vn.gdnn.newswire.publish.feed;

import static vn.gdnn.newswire.publish.prose.SafeText.oneLine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Hubs;
import vn.gdnn.newswire.publish.web.SiteFacts;

/** Makes a feed from a list and the revisions it names, and from nothing else. */
@Component
class FeedComposer {

  private static final String ABOUT = "Thông báo về giáo dục nghề nghiệp";
  private static final String WITHDRAWN = "Bài này đã rút";

  /** A longer text gives way to its opening words and a link. */
  private static final int HTML_LIMIT = 64 * 1024;

  /**
   * Categories of an entry take about as much at most: some 400 of them, where the usual article
   * has some ten. With 149 entries in a feed, all that an article may name would be hundreds of MB.
   * The document at the API has them all.
   */
  private static final int CATEGORIES_LIMIT = 64 * 1024;

  /** Pictures and files of an entry take about as much each; the usual ones are a few. */
  private static final int ENCLOSURES_LIMIT = 16 * 1024;

  /** What a format writes around a category's, picture's or file's own texts. */
  private static final int AROUND = 40;

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
    String name = SafeText.name(list.name());
    boolean all = key.kind() == null;
    return new Feed(
        "urn:gdnn-newswire:feed:" + key.path().replace('/', ':'),
        all ? SiteFacts.NAME : SiteFacts.NAME + ": " + (name.isEmpty() ? key.entityId() : name),
        all ? ABOUT : "Bài có tên " + (name.isEmpty() ? key.entityId() : name),
        SiteFacts.NAME,
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
        SiteFacts.NAME + ": thay đổi",
        "Bài mới, bài sửa và bài rút",
        SiteFacts.NAME,
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

  /**
   * A document's entry, checked; a withdrawn one's holds the notice and nothing of the text.
   *
   * @throws IllegalArgumentException when it can't be shown
   */
  Feed.Entry entry(Document document) {
    Feed.Entry entry =
        document.status() == Document.Status.WITHDRAWN ? withdrawn(document) : published(document);
    EntryCheck.check(entry);
    return entry;
  }

  private Feed.Entry withdrawn(Document document) {
    Document.Notice notice = document.notice();
    String reason = notice == null ? "" : oneLine(notice.text());
    String words = WITHDRAWN + (reason.isEmpty() ? "." : ". Lý do: " + reason);
    return new Feed.Entry(
        "urn:uuid:" + document.id(),
        addresses.absolute(addresses.article(document.id())),
        WITHDRAWN,
        ArticleHtml.paragraph(words),
        words,
        null,
        seconds(document.published()),
        updated(document),
        List.of(source(document)),
        List.of(),
        List.of(),
        List.of());
  }

  private Feed.Entry published(Document document) {
    ShownArticle article = ShownArticle.of(document);
    Enclosures enclosures = Enclosures.of(document);
    String title = title(document);
    String note = oneLine(document.note());
    return new Feed.Entry(
        "urn:uuid:" + document.id(),
        addresses.absolute(addresses.article(document.id())),
        title,
        text(document, article, enclosures),
        article.summary(),
        note.isEmpty() ? null : note,
        seconds(document.published()),
        updated(document),
        List.of(author(document, article)),
        categories(document),
        asFarAs(
            ENCLOSURES_LIMIT,
            enclosures.pictures().stream(),
            picture -> bytes(picture.address()) + bytes(picture.caption())),
        asFarAs(
            ENCLOSURES_LIMIT,
            enclosures.files().stream(),
            file -> bytes(file.address()) + bytes(file.title())));
  }

  private static String title(Document document) {
    String title = oneLine(document.title());
    return title.isEmpty() ? "Bài không có tiêu đề" : title;
  }

  /** Never before the date that readers see. */
  private static Instant updated(Document document) {
    Instant published = document.published();
    Instant updated = document.updatedAt();
    return seconds(updated.isBefore(published) ? published : updated);
  }

  private String text(Document document, ShownArticle article, Enclosures enclosures) {
    if (document.body().length() <= HTML_LIMIT) {
      String html = ArticleHtml.full(document, article, enclosures, addresses);
      if (html.isEmpty()) {
        return ArticleHtml.paragraph(title(document));
      }
      if (bytes(html) <= HTML_LIMIT) {
        return html;
      }
    }
    String page = addresses.absolute(addresses.article(document.id()));
    return ArticleHtml.brief(document.note(), article.summary(), page);
  }

  private static String author(Document document, ShownArticle article) {
    return article.signed(document.byline()).map(SafeText::name).orElseGet(() -> source(document));
  }

  private static String source(Document document) {
    String source = SafeText.name(document.source());
    return source.isEmpty() ? SiteFacts.NAME : source;
  }

  /** What it names, in the order of its tags, as far as the limit goes. */
  private List<Feed.Category> categories(Document document) {
    return asFarAs(
        CATEGORIES_LIMIT,
        document.tags().stream().map(this::category),
        category -> bytes(category.name()) + bytes(category.page()));
  }

  /** The first ones that together take no more than the limit. */
  private static <T> List<T> asFarAs(int limit, Stream<T> all, ToIntFunction<T> size) {
    AtomicInteger taken = new AtomicInteger();
    return all.takeWhile(one -> taken.addAndGet(AROUND + size.applyAsInt(one)) <= limit).toList();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Feed.Category category(Document.Tag tag) {
    return new Feed.Category(
        tag.kind().name(),
        tag.id(),
        SafeText.name(tag.name()),
        addresses.absolute(addresses.entities(tag.kind())),
        addresses.absolute(addresses.entity(tag.kind(), tag.id())));
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** When a list changed last. One that never did gets a date that readers believe. */
  private static Instant changed(Instant at) {
    return seconds(at.equals(Instant.EPOCH) ? SiteFacts.BEFORE_ALL : at);
  }
}
