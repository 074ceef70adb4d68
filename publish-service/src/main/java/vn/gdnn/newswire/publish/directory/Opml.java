package vn.gdnn.newswire.publish.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.SiteFacts;

/**
 * The feeds as OPML 2.0: that of all, and of each entity that the registry knows. A name that it
 * doesn't know may be a slip of the pen and is not recommended to anyone.
 */
@Component
class Opml {

  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final News news;
  private final Addresses addresses;

  Opml(News news, Addresses addresses) {
    this.news = news;
    this.addresses = addresses;
  }

  /**
   * The document.
   *
   * @param changedAt when the newest change was received
   */
  byte[] write(Instant changedAt) {
    List<Entity> entities = news.knownEntities();
    Xml xml = new Xml().begin("opml", "version", "2.0");
    xml.begin("head");
    xml.text("title", SiteFacts.NAME);
    xml.text("dateModified", RFC_822.format(changedAt));
    xml.end();
    xml.begin("body");
    feed(xml, SiteFacts.NAME, FeedKey.ALL);
    for (Kind kind : Kind.values()) {
      List<Entity> some = entities.stream().filter(entity -> entity.kind() == kind).toList();
      if (!some.isEmpty()) {
        xml.begin("outline", "text", name(kind));
        some.forEach(entity -> feed(xml, name(entity), FeedKey.of(kind, entity.id())));
        xml.end();
      }
    }
    return xml.end().end().bytes();
  }

  /** Readers take {@code rss} as the type of any feed. */
  private void feed(Xml xml, String name, FeedKey key) {
    xml.empty(
        "outline",
        "text",
        name,
        "title",
        name,
        "type",
        "rss",
        "xmlUrl",
        addresses.absolute(addresses.feed(key)) + ".atom",
        "htmlUrl",
        addresses.absolute(addresses.page(key)));
  }

  private static String name(Entity entity) {
    String name = SafeText.oneLine(entity.name());
    // OPML reads texts as HTML.
    return SafeText.html(name.isEmpty() ? entity.id() : name).replace("&quot;", "\"");
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case PERSON -> "Người";
      case UNIT -> "Đơn vị";
      case PLAN -> "Văn bản";
    };
  }
}
