package vn.gdnn.newswire.publish.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what our pages never need: scripts, frames, other sites' resources but for the
 * pictures of an article. Feeds and the API, which are open to read, may be fetched by scripts of
 * any site.
 */
@Component
public class SafetyHeaders extends OncePerRequestFilter {

  private static final String POLICY = "Content-Security-Policy";
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** What feeds and the API get, which are open to read. */
  static final List<Representation.Header> OF_OPEN = headers(true);

  private static final List<Representation.Header> OF_PAGES = headers(false);

  /**
   * Lets a page show pictures of these sites too.
   *
   * @param origins scheme, host and port of each
   */
  public static void allowImages(List<String> origins, HttpServletResponse response) {
    if (!origins.isEmpty()) {
      String images = "img-src 'self' " + String.join(" ", origins);
      response.setHeader(POLICY, CONTENT_SECURITY_POLICY.replace("img-src 'self'", images));
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    boolean open =
        path.startsWith("/feeds/") || path.equals("/feeds.opml") || path.startsWith("/api/");
    for (Representation.Header header : open ? OF_OPEN : OF_PAGES) {
      response.setHeader(header.name(), header.value());
    }
    chain.doFilter(request, response);
  }

  private static List<Representation.Header> headers(boolean open) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(POLICY, CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (open) {
      headers.put("Access-Control-Allow-Origin", "*");
      headers.put("Access-Control-Expose-Headers", "ETag, Last-Modified, Retry-After");
    }
    return headers.entrySet().stream()
        .map(header -> new Representation.Header(header.getKey(), header.getValue()))
        .toList();
  }
}
