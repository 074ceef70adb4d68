package vn.gdnn.newswire.publish.feed.atom;

import org.jdom2.Namespace;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.feed.Feed;
import vn.gdnn.newswire.publish.feed.FeedFormat;
import vn.gdnn.newswire.publish.feed.XmlBytes;

/** Writes Atom 1.0. */
@Component
@Order(2)
class AtomFormat implements FeedFormat {

  @Override
  public String suffix() {
    return "atom";
  }

  @Override
  public String label() {
    return "Atom";
  }

  @Override
  public String mediaType() {
    return "application/atom+xml";
  }

  @Override
  public byte[] write(Feed feed) {
    return XmlBytes.of(
        AtomMapping.of(feed, feed.address() + "." + suffix(), mediaType()),
        feed.ids(),
        "id",
        root -> {
          root.setAttribute("lang", Feed.LANGUAGE, Namespace.XML_NAMESPACE);
          if (feed.entries().stream().anyMatch(entry -> !entry.pictures().isEmpty())) {
            root.addNamespaceDeclaration(XmlBytes.MEDIA);
          }
          if (!feed.deleted().isEmpty()) {
            root.addNamespaceDeclaration(AtomMapping.TOMBSTONES);
          }
        });
  }
}
