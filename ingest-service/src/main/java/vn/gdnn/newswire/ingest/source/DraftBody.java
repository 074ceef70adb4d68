package vn.gdnn.newswire.ingest.source;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;

/** Reads a request's body, up to the size a draft may have. */
final class DraftBody {

  private DraftBody() {}

  /**
   * All bytes of the body.
   *
   * @param most the most bytes
   * @throws ProblemException when there are more, whether the client announced it or not, or when
   *     they are compressed
   */
  static byte[] read(HttpServletRequest request, int most) throws IOException {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send the draft without Content-Encoding.");
    }
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    byte[] bytes = request.getInputStream().readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLarge(most);
    }
    return bytes;
  }

  private static ProblemException tooLarge(int most) {
    return new ProblemException(
        ProblemKind.TOO_LARGE,
        "A draft may have %,d bytes. Send pictures and documents as addresses.".formatted(most));
  }
}
