package vn.gdnn.newswire.publish.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.UnknownNames;
import vn.gdnn.newswire.publish.web.Addresses;

/** Makes pages of unknown names, each name with an article to look it up in. */
@Component
class UnknownLists {

  /** Names on a page. Each costs two reads by id. */
  static final int PAGE = 50;

  /** So many of a name's newest articles are looked at for one that is not withdrawn. */
  private static final int TRIED = 3;

  private final UnknownNames names;
  private final News news;
  private final Addresses addresses;

  UnknownLists(UnknownNames names, News news, Addresses addresses) {
    this.names = names;
    this.news = news;
    this.addresses = addresses;
  }

  /** The page behind a position. */
  UnknownList list(@Nullable Kind kind, UnknownNames.@Nullable Position after) {
    List<Entity> found = names.named(kind, after, PAGE + 1);
    List<Entity> shown = found.subList(0, Math.min(PAGE, found.size()));
    String next = null;
    if (found.size() > PAGE) {
      Entity last = shown.get(PAGE - 1);
      next =
          UnknownList.cursor(
              new UnknownNames.Position(
                  last.articles(), FeedKey.of(last.kind(), last.id()).path()));
    }
    return new UnknownList(shown.stream().map(this::item).toList(), next);
  }

  private UnknownList.Item item(Entity entity) {
    return new UnknownList.Item(
        entity.kind(),
        entity.id(),
        entity.name(),
        entity.articles(),
        entity.firstSeen(),
        entity.lastSeen(),
        addresses.absolute(addresses.entity(entity.kind(), entity.id())),
        example(entity).orElse(null));
  }

  private Optional<UnknownList.Example> example(Entity entity) {
    List<FeedList.Item> newest =
        news.feed(FeedKey.of(entity.kind(), entity.id()))
            .map(feed -> feed.items().subList(0, Math.min(TRIED, feed.items().size())))
            .orElse(List.of());
    return news.revisions(newest, this::example).stream().flatMap(Optional::stream).findFirst();
  }

  private Optional<UnknownList.Example> example(Document document) {
    return document.status() == Document.Status.PUBLISHED
        ? Optional.of(
            new UnknownList.Example(
                document.id(),
                document.title(),
                addresses.absolute(addresses.article(document.id()))))
        : Optional.empty();
  }
}
