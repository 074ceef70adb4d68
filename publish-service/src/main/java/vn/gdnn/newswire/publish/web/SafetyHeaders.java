package vn.gdnn.newswire.publish.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
    response.setHeader(POLICY, CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (open) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Expose-Headers", "ETag, Last-Modified, Retry-After");
    }
    chain.doFilter(request, response);
  }
}
