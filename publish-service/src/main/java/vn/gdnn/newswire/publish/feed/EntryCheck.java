package vn.gdnn.newswire.publish.feed;

import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.gdnn.newswire.publish.prose.SafeText;

/**
 * Whether an entry can be shown, by itself and whatever the format: what the composer promises is
 * looked at once more, so that a fault there costs one entry and not the readers of all.
 */
final class EntryCheck {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final String ABSOLUTE = "https?://[^\\s\"<>]+";

  /** The elements of an entry's text, each with its attributes. */
  private static final Map<String, Set<String>> ELEMENTS =
      Map.of(
          "p", Set.of(),
          "strong", Set.of(),
          "br", Set.of(),
          "ul", Set.of(),
          "li", Set.of(),
          "figure", Set.of(),
          "figcaption", Set.of(),
          "a", Set.of("href"),
          "img", Set.of("src", "alt"));

  private EntryCheck() {}

  /**
   * Checks an entry.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static void check(Feed.Entry entry) {
    expect(entry.id().startsWith("urn:uuid:"), "its id is no URN");
    line("title", entry.title());
    entry.authors().forEach(name -> line("author", name));
    entry.categories().forEach(named -> line("category", named.name()));
    entry.pictures().forEach(picture -> text("caption", picture.caption()));
    entry.files().forEach(file -> line("file", file.title()));
    text("summary", entry.summary());
    text("note", entry.note() == null ? "" : entry.note());
    expect(!entry.authors().isEmpty(), "nobody wrote it");
    address(entry.page());
    entry.categories().forEach(named -> address(named.page()));
    entry.pictures().forEach(picture -> address(picture.address()));
    entry.files().forEach(file -> address(file.address()));
    date(entry.published());
    date(entry.updated());
    expect(!entry.updated().isBefore(entry.published()), "it was updated before it was published");
    html(entry.html());
  }

  private static void line(String name, String text) {
    expect(!text.isBlank(), "its " + name + " is empty");
    text(name, text);
  }

  private static void text(String name, String text) {
    boolean plain = text.equals(SafeText.visible(text)) && text.indexOf('\n') < 0;
    expect(plain, "its " + name + " is not one line of visible text");
  }

  private static void address(String address) {
    expect(address.matches(ABSOLUTE), address + " is no absolute address");
  }

  private static void date(Instant at) {
    expect(!at.isBefore(FIRST) && !at.isAfter(LAST), "no calendar has " + at);
    expect(at.getNano() == 0, at + " is no whole second");
  }

  private static void html(String html) {
    expect(!html.isBlank(), "it has no text");
    try {
      XMLStreamReader reader = XmlBytes.reader(new StringReader("<body>" + html + "</body>"));
      reader.nextTag();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element(reader);
        }
        boolean prose =
            event != XMLStreamConstants.PROCESSING_INSTRUCTION
                && event != XMLStreamConstants.COMMENT
                && event != XMLStreamConstants.ENTITY_REFERENCE;
        expect(prose, "its text holds more than text and elements");
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("its text is not well-formed: " + e.getMessage(), e);
    }
  }

  private static void element(XMLStreamReader reader) {
    Set<String> attributes = ELEMENTS.get(reader.getLocalName());
    if (attributes == null) {
      throw new IllegalArgumentException("its text holds <" + reader.getLocalName() + ">");
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      expect(attributes.contains(name), "its text holds the attribute " + name);
      if (!name.equals("alt")) {
        address(reader.getAttributeValue(i));
      }
    }
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
