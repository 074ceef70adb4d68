package vn.gdnn.newswire.publish.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.page.ArticleView.LinkView;
import vn.gdnn.newswire.publish.page.ArticleView.PassageView;
import vn.gdnn.newswire.publish.page.ArticleView.PictureView;
import vn.gdnn.newswire.publish.page.ArticleView.RunView;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.Passage;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.prose.WebAddress;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;

/** Articles, and the notices of withdrawn ones, as pages. */
@Component
class ArticlePages {

  private static final long MEGABYTE = 1_000_000;
  private static final long KILOBYTE = 1_000;

  /** They stand in a header. */
  private static final int MOST_ORIGINS = 10;

  private final News news;
  private final Site site;
  private final Addresses addresses;
  private final StructuredData data;

  ArticlePages(News news, Site site, Addresses addresses, StructuredData data) {
    this.news = news;
    this.site = site;
    this.addresses = addresses;
    this.data = data;
  }

  ArticleView.WithdrawnView withdrawn(Document document) {
    Document.Notice notice = document.notice();
    return new ArticleView.WithdrawnView(
        site.page("Bài này đã rút", null, FeedKey.ALL, true),
        When.published(document),
        When.moment(notice == null ? document.updatedAt() : notice.at()),
        notice == null ? null : SafeText.visible(notice.text()));
  }

  ArticleView article(Document document) {
    ShownArticle article = ShownArticle.of(document);
    NamedEntities named = new NamedEntities(document, addresses, this::unitName);
    List<ArticleView.GroupView> groups = named.groups(article);
    Optional<Passage> lead =
        article.passages().stream()
            .limit(1)
            .filter(passage -> passage.role() == Passage.Role.LEAD)
            .findFirst();
    String signed = article.signed(document.byline()).orElse(null);
    String note = document.note();
    boolean corrected = note != null && !note.isBlank();
    Enclosures enclosures = Enclosures.of(document);
    List<LinkView> files = enclosures.files().stream().map(ArticlePages::file).toList();
    List<String> origins = pictureOrigins(enclosures);
    List<PictureView> pictures = pictures(enclosures, origins);
    List<LinkView> ownFeeds = ownFeeds(document);
    String address = addresses.article(document.id());
    return new ArticleView(
        site.page(document.title(), address, FeedKey.ALL, false),
        runs(article.headline(), named),
        When.published(document),
        signed,
        signed == null ? SafeText.oneLine(document.source()) : null,
        corrected ? When.moment(document.updatedAt()) : null,
        corrected || document.revision() == 1 ? null : When.moment(document.updatedAt()),
        document.revision(),
        named.counts(),
        note != null && corrected ? SafeText.visible(note.strip()) : null,
        lead.map(passage -> passage(passage, named)).orElse(null),
        article.passages().stream()
            .skip(lead.isPresent() ? 1 : 0)
            .map(passage -> passage(passage, named))
            .toList(),
        pictures,
        !pictures.isEmpty(),
        origins,
        files,
        !files.isEmpty(),
        groups,
        !groups.isEmpty(),
        ownFeeds,
        !ownFeeds.isEmpty(),
        addresses.absolute(address),
        data.of(document, article));
  }

  private @Nullable String unitName(String id) {
    return news.entity(Kind.UNIT, id).map(Entity::name).orElse(null);
  }

  private static PassageView passage(Passage passage, NamedEntities named) {
    return new PassageView(
        passage.role() == Passage.Role.CAPTION,
        passage.role() == Passage.Role.SIGNATURE,
        runs(passage, named));
  }

  private static List<RunView> runs(Passage passage, NamedEntities named) {
    return passage.runs().stream()
        .map(
            run ->
                new RunView(
                    run.text(), run.isBreak(), run.mark() == null ? null : named.mark(run.mark())))
        .toList();
  }

  /**
   * The sites whose pictures an article's page shows: what it may load beside our own. A page that
   * comes over https shows none that come over http.
   */
  private List<String> pictureOrigins(Enclosures enclosures) {
    boolean secure = addresses.absolute("").startsWith("https:");
    return enclosures.pictures().stream()
        .map(picture -> WebAddress.origin(picture.address()))
        .filter(origin -> !secure || origin.startsWith("https:"))
        .distinct()
        .limit(MOST_ORIGINS)
        .toList();
  }

  private static List<PictureView> pictures(Enclosures enclosures, List<String> origins) {
    return enclosures.pictures().stream()
        .map(
            picture ->
                new PictureView(
                    picture.address(),
                    picture.caption().isEmpty() ? null : picture.caption(),
                    origins.contains(WebAddress.origin(picture.address()))))
        .toList();
  }

  private static LinkView file(Enclosures.AttachedFile file) {
    return new LinkView(file.address(), file.title(), hint(file), false);
  }

  private static @Nullable String hint(Enclosures.AttachedFile file) {
    Optional<String> name = Optional.ofNullable(file.type()).map(ArticlePages::typeName);
    Optional<String> size =
        Optional.ofNullable(file.size()).filter(bytes -> bytes > 0).map(ArticlePages::size);
    String hint = Stream.of(name, size).flatMap(Optional::stream).collect(Collectors.joining(", "));
    return hint.isEmpty() ? null : hint;
  }

  /** What people call a type: that of their files' names, else the end of its own. */
  private static String typeName(String type) {
    return switch (type) {
      case "application/msword" -> "DOC";
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> "DOCX";
      case "application/vnd.ms-excel" -> "XLS";
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> "XLSX";
      case "application/vnd.ms-powerpoint" -> "PPT";
      case "application/vnd.openxmlformats-officedocument.presentationml.presentation" -> "PPTX";
      default -> type.replaceAll("^.*[/.+]", "").toUpperCase(Locale.ROOT);
    };
  }

  private static String size(long bytes) {
    if (bytes < MEGABYTE) {
      return Math.max(1, bytes / KILOBYTE) + " KB";
    }
    return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE).replace('.', ',');
  }

  /** The feed of the first entity of each kind. */
  private List<LinkView> ownFeeds(Document document) {
    List<Document.Tag> first =
        Stream.of(Kind.values())
            .flatMap(kind -> document.tags().stream().filter(t -> t.kind() == kind).limit(1))
            .toList();
    return IntStream.range(0, first.size())
        .mapToObj(
            i ->
                new LinkView(
                    site.feeds(FeedKey.of(first.get(i).kind(), first.get(i).id())).get(0).address(),
                    SafeText.oneLine(first.get(i).name()),
                    null,
                    i < first.size() - 1))
        .toList();
  }
}
