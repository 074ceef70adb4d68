package vn.gdnn.newswire.quickstart;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a feed reader makes of one item, whichever the format; read with nothing of publish-service.
 *
 * @param text the full text as the reader shows it, without markup
 * @param summary the short one
 */
record FeedItem(
    String id, String title, String text, String summary, Instant published, Instant updated) {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

  /**
   * The one item of that id.
   *
   * @param path the feed's path, whose ending tells the format
   * @throws AssertionError when it stands there not once
   */
  static FeedItem in(String path, String feed, String id) {
    if (path.endsWith(".json")) {
      return ofJson(feed, id);
    }
    return path.endsWith(".atom") ? ofAtom(feed, id) : ofRss(feed, id);
  }

  private static FeedItem ofJson(String feed, String id) {
    JsonNode item =
        only(
            id,
            new JsonMapper()
                .readTree(feed)
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString("").equals(id))
                .toList());
    return new FeedItem(
        id,
        item.path("title").asString(""),
        shown(item.path("content_html").asString("")),
        item.path("summary").asString(""),
        Instant.parse(item.path("date_published").asString("")),
        Instant.parse(item.path("date_modified").asString("")));
  }

  private static FeedItem ofAtom(String feed, String id) {
    Element entry = element(feed, ATOM, "entry", ATOM, "id", id);
    return new FeedItem(
        id,
        child(entry, ATOM, "title"),
        shown(child(entry, ATOM, "content")),
        child(entry, ATOM, "summary"),
        Instant.parse(child(entry, ATOM, "published")),
        Instant.parse(child(entry, ATOM, "updated")));
  }

  private static FeedItem ofRss(String feed, String id) {
    Element item = element(feed, null, "item", null, "guid", id);
    return new FeedItem(
        id,
        child(item, null, "title"),
        shown(child(item, CONTENT, "encoded")),
        shown(child(item, null, "description")),
        OffsetDateTime.parse(child(item, null, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
            .toInstant(),
        Instant.parse(child(item, ATOM, "updated")));
  }

  private static Element element(
      String feed, String namespace, String name, String idNamespace, String idName, String id) {
    return only(
        id,
        elements(xml(feed).getElementsByTagNameNS(any(namespace), name)).stream()
            .filter(each -> child(each, idNamespace, idName).equals(id))
            .toList());
  }

  private static Element xml(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new AssertionError("no well-formed feed: " + text, broken);
    }
  }

  private static List<Element> elements(NodeList found) {
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  /** The words in the first such element; elements of RSS are in no namespace. */
  private static String child(Element of, String namespace, String name) {
    return elements(of.getElementsByTagNameNS(any(namespace), name)).stream()
        .filter(each -> namespace != null || each.getNamespaceURI() == null)
        .findFirst()
        .map(Element::getTextContent)
        .orElse("");
  }

  private static String any(String namespace) {
    return namespace == null ? "*" : namespace;
  }

  private static <T> T only(String id, List<T> found) {
    if (found.size() != 1) {
      throw new AssertionError("%d items of id %s".formatted(found.size(), id));
    }
    return found.get(0);
  }

  private static String shown(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }
}
