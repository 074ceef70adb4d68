package vn.gdnn.newswire.publish.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.reading.UnknownNames;

/**
 * {@code /actuator/unknown}: names that the registry does not know, as JSON; {@code
 * /actuator/unknown/page}: the same for editors to read, with its stylesheet beside it. Both take
 * {@code kind} and {@code cursor}.
 *
 * <p>On the management port, since it is closed to readers: each of these names has its page, but a
 * list of all of them would hand over, in one place, everybody whom nobody has looked at yet, and
 * every slip of the tagger.
 */
@Component
@WebEndpoint(id = "unknown")
class UnknownNamesEndpoint {

  private static final String HTML = "text/html";
  private static final String CSS = "text/css";
  private static final MimeType HTML_UTF_8 = MimeType.valueOf("text/html;charset=utf-8");
  private static final MimeType CSS_UTF_8 = MimeType.valueOf("text/css;charset=utf-8");
  private static final MimeType PROBLEM = MimeType.valueOf("application/problem+json");

  private final UnknownLists lists;
  private final UnknownPage page;

  UnknownNamesEndpoint(UnknownLists lists, UnknownPage page) {
    this.lists = lists;
    this.page = page;
  }

  /** What is asked for. */
  private record Question(@Nullable Kind kind, UnknownNames.@Nullable Position after) {

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Question of(@Nullable String kind, @Nullable String cursor) {
      Kind known = null;
      if (kind != null && !kind.isEmpty()) {
        known =
            Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(kind.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                    () -> new IllegalArgumentException("kind is one of person, unit and plan"));
      }
      return new Question(known, cursor == null ? null : UnknownList.position(cursor));
    }
  }

  /** The names as JSON. */
  @ReadOperation
  WebEndpointResponse<Object> json(@Nullable String kind, @Nullable String cursor) {
    try {
      Question question = Question.of(kind, cursor);
      return new WebEndpointResponse<>(
          lists.list(question.kind(), question.after()), MimeTypeUtils.APPLICATION_JSON);
    } catch (IllegalArgumentException wrong) {
      return problem(400, "Wrong question", String.valueOf(wrong.getMessage()));
    } catch (NewsUnavailable away) {
      return problem(503, "Not available", "The store is away: ask again later.");
    }
  }

  private static WebEndpointResponse<Object> problem(int status, String title, String detail) {
    return new WebEndpointResponse<>(
        Map.of("type", "about:blank", "title", title, "status", status, "detail", detail),
        status,
        PROBLEM);
  }

  /** The names as a page, or its stylesheet. */
  @ReadOperation(produces = {HTML, CSS})
  WebEndpointResponse<byte[]> page(
      @Selector String part, @Nullable String kind, @Nullable String cursor) {
    if (part.equals(UnknownPage.STYLESHEET)) {
      return new WebEndpointResponse<>(page.stylesheet(), CSS_UTF_8);
    }
    if (!part.equals(UnknownPage.PAGE)) {
      return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }
    try {
      Question question = Question.of(kind, cursor);
      UnknownList names = lists.list(question.kind(), question.after());
      return new WebEndpointResponse<>(
          page.of(names, question.kind(), question.after() != null), HTML_UTF_8);
    } catch (IllegalArgumentException wrong) {
      return new WebEndpointResponse<>(page.says("Không có trang này"), 400, HTML_UTF_8);
    } catch (NewsUnavailable away) {
      return new WebEndpointResponse<>(
          page.says("Kho bài chưa trả lời. Hãy thử lại sau."), 503, HTML_UTF_8);
    }
  }
}
