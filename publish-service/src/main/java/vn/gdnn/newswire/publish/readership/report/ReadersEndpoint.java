package vn.gdnn.newswire.publish.readership.report;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

/**
 * The pages for ops, on the management port beside health and metrics: a browser shows no key, and
 * that port is open to ops alone.
 */
@Component
@Endpoint(id = "readers")
class ReadersEndpoint {

  static final String HTML = "text/html;charset=UTF-8";

  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final ReadersPages pages;

  ReadersEndpoint(ReadersPages pages) {
    this.pages = pages;
  }

  /** What changed last, and who reads. */
  @ReadOperation(produces = HTML)
  public WebEndpointResponse<String> overview() {
    return answer(() -> Optional.of(pages.overview()));
  }

  /** Who has this article's last change. */
  @ReadOperation(produces = HTML)
  public WebEndpointResponse<String> article(@Selector String id) {
    return answer(() -> uuid(id).flatMap(pages::article));
  }

  private WebEndpointResponse<String> answer(Supplier<Optional<String>> page) {
    try {
      return page.get()
          .map(html -> new WebEndpointResponse<>(html, WebEndpointResponse.STATUS_OK))
          .orElseGet(
              () ->
                  new WebEndpointResponse<>(
                      pages.message("Không có bài này", "Chưa ai thấy bài có mã này."), NOT_FOUND));
    } catch (NewsUnavailable e) {
      return new WebEndpointResponse<>(
          pages.message("Chưa xem được lúc này", "Kho dữ liệu không trả lời. Xin thử lại sau."),
          UNAVAILABLE);
    }
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
