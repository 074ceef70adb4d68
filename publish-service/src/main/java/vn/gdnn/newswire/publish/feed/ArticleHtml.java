package vn.gdnn.newswire.publish.feed;

import static vn.gdnn.newswire.publish.prose.SafeText.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.Image;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.Mark;
import vn.gdnn.newswire.publish.prose.Passage;
import vn.gdnn.newswire.publish.prose.SafeText;
import vn.gdnn.newswire.publish.prose.ShownArticle;
import vn.gdnn.newswire.publish.web.Addresses;

/** The full text for feeds: plain elements without classes, every address absolute. */
final class ArticleHtml {

  private final Addresses addresses;
  private final StringBuilder out = new StringBuilder();

  private ArticleHtml(Addresses addresses) {
    this.addresses = addresses;
  }

  static String of(Document document, ShownArticle article, Addresses addresses) {
    ArticleHtml text = new ArticleHtml(addresses);
    text.note(document.note());
    article.passages().forEach(text::passage);
    document.images().forEach(text::image);
    text.attachments(document.attachments());
    return text.out.toString();
  }

  private void note(@Nullable String note) {
    if (note != null && !note.isBlank()) {
      out.append("<p><strong>Đính chính:</strong> ");
      lines(note.strip());
      out.append("</p>\n");
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
        out.append("<br>\n");
      } else if (mark == null) {
        out.append(html(run.text()));
      } else {
        String page = addresses.absolute(addresses.entity(mark.kind(), mark.entityId()));
        link(page, run.text());
      }
    }
    out.append(close);
  }

  private void link(String address, String words) {
    out.append("<a href=\"").append(html(address)).append("\">").append(html(words)).append("</a>");
  }

  private void lines(String text) {
    out.append(html(SafeText.visible(text)).replace("\n", "<br>\n"));
  }

  private void image(Image image) {
    String caption = SafeText.oneLine(image.caption());
    if (SafeText.isWebAddress(image.url())) {
      out.append("<figure><img src=\"").append(html(image.url()));
      out.append("\" alt=\"").append(html(caption)).append("\">");
      if (!caption.isEmpty()) {
        out.append("<figcaption>").append(html(caption)).append("</figcaption>");
      }
      out.append("</figure>\n");
    }
  }

  private void attachments(List<Attachment> attachments) {
    List<Attachment> shown =
        attachments.stream().filter(file -> SafeText.isWebAddress(file.url())).toList();
    if (!shown.isEmpty()) {
      out.append("<p>Tệp kèm theo:</p>\n<ul>\n");
      for (Attachment file : shown) {
        String title = SafeText.oneLine(file.title());
        out.append("<li>");
        link(file.url(), title.isEmpty() ? file.url() : title);
        out.append("</li>\n");
      }
      out.append("</ul>\n");
    }
  }
}
