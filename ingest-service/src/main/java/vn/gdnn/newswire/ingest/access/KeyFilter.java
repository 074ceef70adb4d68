package vn.gdnn.newswire.ingest.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gdnn.newswire.http.Bearer;
import vn.gdnn.newswire.ingest.problem.ProblemKind;
import vn.gdnn.newswire.ingest.problem.ProblemWriter;

/** Lets in who shows a valid key; everyone else gets 401. */
public class KeyFilter extends OncePerRequestFilter {

  /** Name of the request attribute that holds the {@link ApiKey}. */
  public static final String KEY = KeyFilter.class.getName() + ".key";

  private final ApiKeys keys;
  private final ProblemWriter problems;

  /**
   * Makes one.
   *
   * @param keys the valid ones
   * @param problems tells the others
   */
  public KeyFilter(ApiKeys keys, ProblemWriter problems) {
    this.keys = keys;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiKey> key = Bearer.of(request).flatMap(keys::find);
    if (key.isPresent()) {
      request.setAttribute(KEY, key.get());
      chain.doFilter(request, response);
      return;
    }
    String detail =
        keys.closedBecause().isPresent()
            ? "This service has no key yet, so it lets nobody in; its operators see why in health."
            : "Send the header Authorization: Bearer <key> with a valid key.";
    problems.write(request, response, ProblemKind.UNAUTHORIZED, detail, List.of());
  }
}
