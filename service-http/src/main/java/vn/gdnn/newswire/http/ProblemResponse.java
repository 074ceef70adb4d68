package vn.gdnn.newswire.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem document, whatever the client said it accepts. */
public final class ProblemResponse {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProblemResponse() {}

  /** Sends status, headers and document; an answer that has begun stays as it is. */
  public static void send(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    byte[] body = JSON.writeValueAsBytes(problem);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gdnn-newswire\"");
    }
    response.getOutputStream().write(body);
  }
}
