package vn.gdnn.newswire.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only the services' own key pass: nobody else's bytes are parsed, or even read. Without a key
 * file nobody passes. A key can be changed without a restart.
 */
public class InternalKeyFilter extends OncePerRequestFilter {

  private final KeyFile key;

  /**
   * Makes one.
   *
   * @param path the file that holds the key; empty for none
   */
  public InternalKeyFilter(String path) {
    this.key = new KeyFile(path, "INTERNAL_KEY_FILE");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Bearer.of(request).filter(key::holds).isPresent()) {
      chain.doFilter(request, response);
    } else {
      ProblemResponse.send(
          response, Problem.unauthorized("Only the services' own key opens this address."));
    }
  }
}
