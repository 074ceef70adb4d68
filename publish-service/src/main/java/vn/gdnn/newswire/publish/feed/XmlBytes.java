package vn.gdnn.newswire.publish.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Feeds that are XML: ROME's tree to bytes, read back once. */
public final class XmlBytes {

  /** Pages of an archive (RFC 5005). */
  public static final Namespace HISTORY =
      Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  /** Media RSS: what goes with an entry. */
  public static final Namespace MEDIA =
      Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

  private static final Set<String> ENTRIES = Set.of("item", "entry");

  private XmlBytes() {}

  /**
   * The feed's bytes.
   *
   * @param feed the feed as ROME has it
   * @param ids the entries' ids, as they must be read back
   * @param idElement name of the element that holds an entry's id
   * @param finish adds to the root element what ROME has no place for
   * @throws FeedFormat.UnfitFeed when ROME refuses it or other entries are read back
   */
  public static byte[] of(
      WireFeed feed, List<String> ids, String idElement, Consumer<Element> finish) {
    try {
      Document tree = new WireFeedOutput().outputJDom(feed);
      finish.accept(tree.getRootElement());
      Format format =
          Format.getRawFormat()
              .setTextMode(Format.TextMode.TRIM_FULL_WHITE)
              .setIndent("  ")
              .setLineSeparator("\n");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new XMLOutputter(format).output(tree, out);
      byte[] bytes = out.toByteArray();
      List<String> found = readBack(bytes, idElement);
      if (!found.equals(ids)) {
        throw new IllegalArgumentException("other entries were read back than were written");
      }
      return bytes;
    } catch (FeedException | XMLStreamException | IllegalArgumentException e) {
      throw new FeedFormat.UnfitFeed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
  }

  /** The ids of the entries: of the elements of that name that stand in an item or entry. */
  private static List<String> readBack(byte[] bytes, String idElement) throws XMLStreamException {
    XMLStreamReader reader =
        reader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    List<String> ids = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        if (name.equals(idElement) && ENTRIES.contains(open.peek())) {
          ids.add(reader.getElementText());
        } else {
          open.push(name);
        }
      }
    }
    reader.close();
    return ids;
  }

  /** Reads XML and nothing that it may name. */
  static XMLStreamReader reader(Reader xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(xml);
  }
}
