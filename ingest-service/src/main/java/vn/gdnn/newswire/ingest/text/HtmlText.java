package vn.gdnn.newswire.ingest.text;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import vn.gdnn.newswire.ingest.text.UnreadableText.Reason;

/**
 * HTML to plain text: a block's end is a blank line, {@code br} a line break, white space is
 * collapsed. What runs, embeds or is not meant to be read is dropped with all it holds; of all else
 * the text stays. Nothing is fetched.
 */
public final class HtmlText {

  /** More than any article has, and few enough for a small heap. */
  static final int MOST_TAGS = 100_000;

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "frame",
          "frameset",
          "noframes",
          "noscript",
          "object",
          "embed",
          "applet",
          "template",
          "head",
          "svg",
          "math",
          "audio",
          "video",
          "canvas",
          "form",
          "button",
          "select",
          "textarea",
          "input",
          "datalist",
          "map",
          "dialog");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "blockquote",
          "pre",
          "hr",
          "figure",
          "figcaption",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "nav",
          "aside",
          "address",
          "details",
          "summary",
          "center",
          "fieldset",
          "legend",
          "body",
          "html");

  private HtmlText() {}

  /**
   * The text of an HTML document or fragment.
   *
   * @throws UnreadableText when it has more tags than any article has
   */
  public static String of(String html) {
    long tags = html.chars().filter(c -> c == '<').limit(MOST_TAGS + 1L).count();
    if (tags > MOST_TAGS) {
      throw new UnreadableText(
          Reason.TOO_MANY_TAGS,
          "The HTML has more than %,d tags. Send the article's text alone.".formatted(MOST_TAGS));
    }
    Writer writer = new Writer();
    Jsoup.parse(html).traverse(writer);
    return writer.out.toString();
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int droppedDepth = -1;
    private boolean space;
    private boolean breakLine;
    private boolean endBlock;

    @Override
    public void head(Node node, int depth) {
      if (droppedDepth >= 0) {
        return;
      }
      if (node instanceof TextNode text) {
        write(text.getWholeText());
      } else if (node instanceof Element element) {
        String name = element.normalName();
        if (DROPPED.contains(name)) {
          droppedDepth = depth;
        } else if (name.equals("br")) {
          endBlock |= breakLine;
          breakLine = true;
        } else if (BLOCKS.contains(name)) {
          endBlock = true;
        } else if (name.equals("td") || name.equals("th")) {
          space = true;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (droppedDepth >= 0) {
        droppedDepth = depth == droppedDepth ? -1 : droppedDepth;
      } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        endBlock = true;
      }
    }

    private void write(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
          space = true;
        } else {
          part();
          out.append(c);
        }
      }
    }

    private void part() {
      if (out.length() > 0) {
        if (endBlock) {
          out.append("\n\n");
        } else if (breakLine) {
          out.append('\n');
        } else if (space) {
          out.append(' ');
        }
      }
      endBlock = false;
      breakLine = false;
      space = false;
    }
  }
}
