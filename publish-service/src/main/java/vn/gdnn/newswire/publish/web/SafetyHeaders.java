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
 * Tells browsers what our pages never need: scripts, frames, other sites' resources. Feeds and the
 * API, which are open to read, may be fetched by scripts of any site.
 */
@Component
class SafetyHeaders extends OncePerRequestFilter {

  /** What feeds and the API get, which are open to read. */
  static final List<Representation.Header> OF_OPEN = headers(true);

  private static final List<Representation.Header> OF_PAGES = headers(false);

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
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
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
