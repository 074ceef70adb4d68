package vn.gdnn.newswire.publish.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
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

  private XmlBytes() {}

  /**
   * The feed's bytes.
   *
   * @param feed the feed as ROME has it
   * @param finish adds to the root element what ROME has no place for
   * @throws FeedFormat.UnfitFeed when ROME refuses it or it can't be read back
   */
  public static byte[] of(WireFeed feed, Consumer<Element> finish) {
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
      readBack(bytes);
      return bytes;
    } catch (FeedException | XMLStreamException | IllegalArgumentException e) {
      throw new FeedFormat.UnfitFeed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
  }

  private static void readBack(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    while (reader.hasNext()) {
      reader.next();
    }
    reader.close();
  }
}
