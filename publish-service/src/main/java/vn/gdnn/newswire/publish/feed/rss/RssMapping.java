package vn.gdnn.newswire.publish.feed.rss;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import vn.gdnn.newswire.publish.feed.Feed;
import vn.gdnn.newswire.publish.feed.MediaElements;
import vn.gdnn.newswire.publish.feed.XmlBytes;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.SafeText;

/**
 * A neutral feed as ROME's RSS channel. What RSS itself has no word for stands in elements of other
 * namespaces.
 */
final class RssMapping {

  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
  private static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  private static final Namespace DUBLIN_CORE =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

  private RssMapping() {}

  static Channel of(Feed feed, String self, String mediaType) {
    Channel channel = new Channel("rss_2.0");
    channel.setEncoding("UTF-8");
    channel.setTitle(feed.title());
    channel.setDescription(SafeText.html(feed.description()));
    channel.setLink(feed.page());
    channel.setLanguage(Feed.LANGUAGE);
    channel.setLastBuildDate(Date.from(feed.updated()));
    List<Element> more = new ArrayList<>();
    more.add(
        new Element("link", ATOM)
            .setAttribute("rel", "self")
            .setAttribute("type", mediaType)
            .setAttribute("href", self));
    feed.links().byRelation("rss").forEach((rel, to) -> more.add(link(rel, to)));
    feed.links().hubs().forEach(hub -> more.add(link("hub", hub)));
    if (feed.links().isArchive()) {
      more.add(new Element("archive", XmlBytes.HISTORY));
    }
    channel.setForeignMarkup(more);
    channel.setItems(feed.entries().stream().map(RssMapping::item).toList());
    return channel;
  }

  private static Element link(String rel, String address) {
    return new Element("link", ATOM).setAttribute("rel", rel).setAttribute("href", address);
  }

  /**
   * Declares the namespaces once, and puts the full text last: readers want the summary before it.
   */
  static void finish(Element root) {
    List.of(ATOM, CONTENT, DUBLIN_CORE, XmlBytes.MEDIA).forEach(root::addNamespaceDeclaration);
    for (Element item : root.getChild("channel").getChildren("item")) {
      Element text = item.getChild("encoded", CONTENT);
      item.addContent(text.detach());
    }
  }

  private static Item item(Feed.Entry article) {
    Item item = new Item();
    item.setTitle(article.title());
    item.setLink(article.page());
    Guid guid = new Guid();
    guid.setValue(article.id());
    guid.setPermaLink(false);
    item.setGuid(guid);
    item.setPubDate(Date.from(article.published()));
    item.setCategories(article.categories().stream().map(RssMapping::category).toList());
    item.setDescription(html(article.summary()));
    item.setEnclosures(article.files().stream().limit(1).map(RssMapping::enclosure).toList());
    List<Element> more = new ArrayList<>();
    article.authors().forEach(name -> more.add(new Element("creator", DUBLIN_CORE).setText(name)));
    more.add(new Element("updated", ATOM).setText(article.updated().toString()));
    article.pictures().forEach(picture -> more.add(MediaElements.of(picture)));
    article.files().stream().skip(1).forEach(file -> more.add(MediaElements.of(file)));
    more.add(new Element("encoded", CONTENT).setText(article.html()));
    item.setForeignMarkup(more);
    return item;
  }

  /**
   * Readers expect one of an item at most. RSS wants type and length; 0 says that it isn't known.
   */
  private static Enclosure enclosure(Enclosures.AttachedFile file) {
    Enclosure enclosure = new Enclosure();
    enclosure.setUrl(file.address());
    enclosure.setType(file.type() == null ? Feed.Entry.SOME_BYTES : file.type());
    enclosure.setLength(file.size() == null ? 0 : file.size());
    return enclosure;
  }

  /** RSS reads a description as HTML. */
  private static Description html(String plain) {
    Description description = new Description();
    description.setType("text/html");
    description.setValue(SafeText.html(plain));
    return description;
  }

  private static Category category(Feed.Category named) {
    Category category = new Category();
    category.setDomain(named.page());
    category.setValue(named.name());
    return category;
  }
}
