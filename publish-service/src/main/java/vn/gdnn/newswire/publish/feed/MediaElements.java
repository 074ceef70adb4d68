package vn.gdnn.newswire.publish.feed;

import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.SafeText;

/** Media RSS 1.5.1: pictures and files in words that neither RSS nor Atom has. */
public final class MediaElements {

  private MediaElements() {}

  /** A picture with its caption. */
  public static Element of(Enclosures.Picture picture) {
    Element content = content(picture.address(), "image", picture.type());
    if (!picture.caption().isEmpty()) {
      content.addContent(words("description", picture.caption()));
    }
    return content;
  }

  /** A file with its title. */
  public static Element of(Enclosures.AttachedFile file) {
    Element content = content(file.address(), "document", file.type());
    if (file.size() != null && file.size() > 0) {
      content.setAttribute("fileSize", file.size().toString());
    }
    return content.addContent(words("title", file.title()));
  }

  private static Element content(String address, String medium, @Nullable String type) {
    Element content =
        new Element("content", XmlBytes.MEDIA)
            .setAttribute("url", address)
            .setAttribute("medium", medium);
    return type == null ? content : content.setAttribute("type", type);
  }

  /** Words that look like markup are sent as HTML that shows them, as an Atom title is. */
  private static Element words(String name, String words) {
    boolean likeMarkup = words.indexOf('<') >= 0 || words.indexOf('&') >= 0;
    return new Element(name, XmlBytes.MEDIA)
        .setAttribute("type", likeMarkup ? "html" : "plain")
        .setText(likeMarkup ? SafeText.html(words) : words);
  }
}
