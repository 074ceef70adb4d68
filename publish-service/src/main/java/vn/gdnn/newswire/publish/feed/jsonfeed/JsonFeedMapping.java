package vn.gdnn.newswire.publish.feed.jsonfeed;

import java.util.List;
import java.util.Map;
import vn.gdnn.newswire.publish.feed.Feed;
import vn.gdnn.newswire.publish.prose.Enclosures;

/** A neutral feed as the wire type. */
final class JsonFeedMapping {

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private JsonFeedMapping() {}

  static JsonFeed of(Feed feed, String self) {
    Map<String, String> links = feed.links().byRelation("json");
    return new JsonFeed(
        VERSION,
        feed.title(),
        feed.page(),
        self,
        links.get("prev-archive"),
        feed.description(),
        List.of(new JsonFeed.Author(feed.publisher())),
        Feed.LANGUAGE,
        feed.links().hubs().stream().map(hub -> new JsonFeed.Hub("WebSub", hub)).toList(),
        feed.entries().stream().map(JsonFeedMapping::item).toList());
  }

  private static JsonFeed.Item item(Feed.Entry article) {
    return new JsonFeed.Item(
        article.id(),
        article.page(),
        article.title(),
        article.html(),
        article.summary(),
        article.pictures().stream().findFirst().map(Enclosures.Picture::address).orElse(null),
        article.published(),
        article.updated(),
        article.authors().stream().map(JsonFeed.Author::new).toList(),
        article.categories().stream().map(Feed.Category::name).toList(),
        article.files().stream().map(JsonFeedMapping::attachment).toList(),
        new JsonFeed.Extension(
            article.categories().stream().map(JsonFeedMapping::named).toList(),
            article.note(),
            article.pictures().stream()
                .map(picture -> new JsonFeed.Picture(picture.address(), picture.caption()))
                .toList()));
  }

  private static JsonFeed.Attachment attachment(Enclosures.AttachedFile file) {
    return new JsonFeed.Attachment(
        file.address(),
        file.type() == null ? Feed.Entry.SOME_BYTES : file.type(),
        file.title(),
        file.size());
  }

  private static JsonFeed.Named named(Feed.Category category) {
    return new JsonFeed.Named(category.kind(), category.id(), category.name(), category.page());
  }
}
