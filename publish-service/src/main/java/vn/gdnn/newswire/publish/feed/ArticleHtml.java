package vn.gdnn.newswire.publish.feed;

import static vn.gdnn.newswire.publish.prose.SafeText.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.Enclosures;
import vn.gdnn.newswire.publish.prose.Mark;
import vn.gdnn.newswire.publish.prose.Passage;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.web.Addresses;

/**
 * The full text for feeds: plain elements without classes, every address absolute. Each element is
 * closed as XML wants it, so that {@link EntryCheck} can read it back.
 */
final class ArticleHtml {

  private static final String BREAK = "<br/>\n";

  private final Addresses addresses;
  private final StringBuilder out = new StringBuilder();

  private ArticleHtml(Addresses addresses) {
    this.addresses = addresses;
  }

  /** All of it. */
  static String full(
      Document document, ShownArticle article, Enclosures enclosures, Addresses addresses) {
    ArticleHtml text = new ArticleHtml(addresses);
    text.note(document.note());
    article.passages().forEach(text::passage);
    enclosures.pictures().forEach(text::picture);
    text.files(enclosures.files());
    return text.out.toString();
  }

  /** What stands for a text that is too long: what was corrected, the opening words and a link. */
  static String brief(@Nullable String note, String opening, String page) {
    StringBuilder out = new StringBuilder();
    note(note, out);
    if (!opening.isEmpty()) {
      out.append(paragraph(opening));
    }
    out.append("<p>");
    link(page, "Đọc toàn bài", out);
    return out.append("</p>\n").toString();
  }

  /** One paragraph. */
  static String paragraph(String text) {
    return "<p>" + html(text) + "</p>\n";
  }

  private void note(@Nullable String note) {
    note(note, out);
  }

  private static void note(@Nullable String note, StringBuilder out) {
    String words = note == null ? "" : SafeText.block(note);
    if (!words.isEmpty()) {
      out.append("<p><strong>Đính chính:</strong> ");
      out.append(html(words).replace("\n", BREAK)).append("</p>\n");
    }
  }

  private void passage(Passage passage) {
    switch (passage.role()) {
      case LEAD -> element("<p><strong>", passage, "</strong></p>\n");
      case CAPTION -> element("<figure><figcaption>", passage, "</figcaption></figure>\n");
      default -> element("<p>", passage, "</p>\n");
    }
  }

  private void element(String open, Passage passage, String close) {
    out.append(open);
    for (Passage.Run run : passage.runs()) {
      Mark mark = run.mark();
      if (run.isBreak()) {
        out.append(BREAK);
      } else if (mark == null) {
        out.append(html(run.text()));
      } else {
        String page = addresses.absolute(addresses.entity(mark.kind(), mark.entityId()));
        link(page, run.text(), out);
      }
    }
    out.append(close);
  }

  private static void link(String address, String words, StringBuilder out) {
    out.append("<a href=\"").append(html(address)).append("\">").append(html(words)).append("</a>");
  }

  private void picture(Enclosures.Picture picture) {
    out.append("<figure><img src=\"").append(html(picture.address()));
    out.append("\" alt=\"").append(html(picture.caption())).append("\"/>");
    if (!picture.caption().isEmpty()) {
      out.append("<figcaption>").append(html(picture.caption())).append("</figcaption>");
    }
    out.append("</figure>\n");
  }

  private void files(List<Enclosures.AttachedFile> files) {
    if (!files.isEmpty()) {
      out.append("<p>Tệp kèm theo:</p>\n<ul>\n");
      for (Enclosures.AttachedFile file : files) {
        out.append("<li>");
        link(file.address(), file.title(), out);
        out.append("</li>\n");
      }
      out.append("</ul>\n");
    }
  }
}
