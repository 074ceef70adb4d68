package vn.gdnn.newswire.enrich.preview;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.http.ProblemResponse;

/**
 * Lets only drafts through that are not too long, and of long ones one at a time: no others are
 * read. A long draft takes a hundred times its size while it is tagged, and the pipeline's drafts
 * are tagged in the same process.
 */
final class DraftLimit extends OncePerRequestFilter {

  /** The most bytes that a body may have: a draft of 2 MiB, if every other character is escaped. */
  static final int MOST_BYTES = 5 * 1024 * 1024;

  /** A body with more bytes is long. */
  private static final int LONG = 256 * 1024;

  private final Semaphore longOne = new Semaphore(1);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      refuse(response);
      return;
    }
    // A chunked body does not say how long it is.
    boolean isLong = request.getContentLengthLong() < 0 || request.getContentLengthLong() > LONG;
    if (isLong && !longOne.tryAcquire()) {
      response.setHeader("Retry-After", "5");
      ProblemResponse.send(
          response,
          Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "busy",
              "Another long draft is being tagged",
              "Send it again in some seconds."));
      return;
    }
    try {
      read(request, response, chain);
    } finally {
      if (isLong) {
        longOne.release();
      }
    }
  }

  private static void read(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(response);
      return;
    }
    chain.doFilter(new ReadRequest(request, body), response);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    ProblemResponse.send(
        response,
        Problem.of(
            HttpStatus.CONTENT_TOO_LARGE, "too-large", "The draft is too large", "At most 5 MiB."));
  }

  /** A request whose body has been read. */
  private static final class ReadRequest extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    ReadRequest(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new ReadBody(new ByteArrayInputStream(body));
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }
  }

  private static final class ReadBody extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    ReadBody(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("This request is not asynchronous.");
    }
  }
}
