package vn.gdnn.newswire.publish.journey;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only the services' own key pass to {@code /internal/}. Without a key file nobody passes. The
 * file is read at each request, so that a key can be changed without a restart.
 */
class InternalKey extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final String file;

  InternalKey(String file) {
    this.file = file;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isKey(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private boolean isKey(String authorization) {
    if (file.isBlank() || authorization == null || !authorization.startsWith(SCHEME)) {
      return false;
    }
    byte[] given =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    byte[] key = key();
    return key.length > 0 && MessageDigest.isEqual(given, key);
  }

  private byte[] key() {
    try {
      return Files.readString(Path.of(file)).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("INTERNAL_KEY_FILE can't be read", e);
    }
  }
}
