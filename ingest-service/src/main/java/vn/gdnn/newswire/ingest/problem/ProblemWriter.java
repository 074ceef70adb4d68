package vn.gdnn.newswire.ingest.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.http.ProblemResponse;
import vn.gdnn.newswire.ingest.article.FieldError;

/** Ends requests with problem documents, and notes which for the counts. */
@Component
public class ProblemWriter {

  /** Name of the request attribute that holds the {@link ProblemKind} a request ended with. */
  public static final String KIND = ProblemWriter.class.getName() + ".kind";

  private static final String RETRY_AFTER_SECONDS = "5";

  /** Ends a request with a problem. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemKind kind,
      String detail,
      List<FieldError> errors)
      throws IOException {
    request.setAttribute(KIND, kind);
    if (kind.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    ProblemResponse.send(
        response,
        Problem.of(
            HttpStatus.valueOf(kind.status()),
            kind.wire(),
            kind.title(),
            detail,
            errors.stream()
                .map(error -> new Problem.FieldError(error.field(), error.detail()))
                .toList()));
  }
}
