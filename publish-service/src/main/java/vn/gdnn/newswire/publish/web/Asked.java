package vn.gdnn.newswire.publish.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** What of a request its answer may depend on, whichever server read it. */
public interface Asked {

  /** The fields of a name, in any capitals; none as an empty enumeration. */
  Enumeration<String> headers(String name);

  /** {@code GET} or {@code HEAD}. */
  String method();

  /** What stands after the question mark, as it came. */
  @Nullable String query();

  /** The request that a servlet got. */
  static Asked of(HttpServletRequest request) {
    return new Asked() {
      @Override
      public Enumeration<String> headers(String name) {
        return request.getHeaders(name);
      }

      @Override
      public String method() {
        return request.getMethod();
      }

      @Override
      public @Nullable String query() {
        return request.getQueryString();
      }
    };
  }
}
