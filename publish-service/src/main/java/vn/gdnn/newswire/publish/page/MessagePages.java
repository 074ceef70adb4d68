package vn.gdnn.newswire.publish.page;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.web.ErrorPage;
import vn.gdnn.newswire.publish.web.Representation;

/**
 * Says to readers what went wrong and where to go. Reads nothing, so that it works when nothing
 * else does.
 */
@Component
class MessagePages implements ErrorPage {

  private final Site site;
  private final Templates templates;

  MessagePages(Site site, Templates templates) {
    this.site = site;
    this.templates = templates;
  }

  @Override
  public Representation of(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND ->
          page(
              "Không có trang này",
              "Địa chỉ có thể bị gõ sai hoặc chép thiếu. Bài đã đăng không đổi địa chỉ.");
      case SERVICE_UNAVAILABLE ->
          page(
              "Trang này tạm thời chưa mở được",
              "Các bài vẫn còn nguyên. Xin thử lại sau ít phút.");
      case INTERNAL_SERVER_ERROR ->
          page("Có lỗi khi mở trang này", "Lỗi đã được ghi lại. Xin thử lại sau.");
      default ->
          page("Không mở được trang này", "Yêu cầu chưa đúng. Hãy đi lại từ trang tin mới nhất.");
    };
  }

  private Representation page(String title, String text) {
    Frame frame = site.page(title, null, FeedKey.ALL, true);
    return templates.render("message", new ListViews.MessageView(frame, title, text));
  }
}
