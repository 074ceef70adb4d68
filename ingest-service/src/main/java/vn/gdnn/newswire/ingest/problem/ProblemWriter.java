package vn.gdnn.newswire.ingest.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.ingest.article.FieldError;

/** Writes problem documents, whatever the client said it accepts. */
@Component
public class ProblemWriter {

  /** Name of the request attribute that holds the {@link ProblemKind} a request ended with. */
  public static final String KIND = ProblemWriter.class.getName() + ".kind";

  private static final String RETRY_AFTER_SECONDS = "5";

  private final JsonMapper mapper;

  ProblemWriter(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** Ends a request with a problem. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemKind kind,
      String detail,
      List<FieldError> errors)
      throws IOException {
    request.setAttribute(KIND, kind);
    if (response.isCommitted()) {
      return;
    }
    byte[] body = mapper.writeValueAsBytes(Problem.of(kind, detail, errors));
    response.setStatus(kind.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (kind.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (kind == ProblemKind.UNAUTHORIZED) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gdnn-newswire\"");
    }
    response.getOutputStream().write(body);
  }
}
