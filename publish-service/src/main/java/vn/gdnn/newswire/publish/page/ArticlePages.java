package vn.gdnn.newswire.publish.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.page.ArticleView.LinkView;
import vn.gdnn.newswire.publish.page.ArticleView.PassageView;
import vn.gdnn.newswire.publish.page.ArticleView.RunView;
import vn.gdnn.newswire.publish.prose.Passage;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;

/** Articles, and the notices of withdrawn ones, as pages. */
@Component
class ArticlePages {

  private static final long MEGABYTE = 1_000_000;
  private static final long KILOBYTE = 1_000;

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
    List<LinkView> files = document.attachments().stream().map(ArticlePages::file).toList();
    List<LinkView> pictures = pictures(document);
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
    return news.registry(Kind.UNIT, id)
        .filter(RegistryEntity.class::isInstance)
        .map(known -> ((RegistryEntity) known).name())
        .or(() -> news.entity(Kind.UNIT, id).map(Entity::name))
        .orElse(null);
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

  /** Pictures of other sites are linked, not shown: our pages load nothing from elsewhere. */
  private static List<LinkView> pictures(Document document) {
    return document.images().stream()
        .map(image -> link(image.url(), image.caption(), null))
        .toList();
  }

  private static LinkView file(Attachment file) {
    return link(file.url(), file.title(), hint(file));
  }

  private static LinkView link(String address, @Nullable String words, @Nullable String hint) {
    String shown = SafeText.oneLine(words);
    boolean web = address.matches("https?://\\S+");
    return new LinkView(web ? address : "#", shown.isEmpty() ? address : shown, hint, false);
  }

  private static @Nullable String hint(Attachment file) {
    String type = file.type() == null ? "" : file.type().replaceAll("^.*[/.+]", "");
    String size = file.size() == null ? "" : size(file.size());
    String hint =
        Stream.of(type.toUpperCase(Locale.ROOT), size)
            .filter(part -> !part.isEmpty())
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return hint.isEmpty() ? null : hint;
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
