package vn.gdnn.newswire.ingest.preview;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.gdnn.newswire.ingest.problem.ProblemKind;
import vn.gdnn.newswire.ingest.problem.ProblemWriter;

/** Counts each request for a preview by how it ended, and writes its one line. */
class PreviewTally extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(PreviewTally.class);
  private static final String SHOWN = "shown";

  private final MeterRegistry meters;
  private final Timer time;

  PreviewTally(MeterRegistry meters) {
    this.meters = meters;
    this.time =
        Timer.builder("articles.ingest.preview")
            .description("Time from the request for a preview to its answer")
            .register(meters);
    // At 0 from the start, so that a rate sees the first of them.
    counter(SHOWN);
    for (ProblemKind problem : ProblemKind.values()) {
      if (problem != ProblemKind.NOT_KNOWN && problem != ProblemKind.STATUS_UNAVAILABLE) {
        counter(problem.wire());
      }
    }
  }

  /** Other methods are other requests at this address: a DELETE is a withdrawal, and counted so. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    String result = ProblemKind.INTERNAL.wire();
    try {
      chain.doFilter(request, response);
      result =
          request.getAttribute(ProblemWriter.KIND) instanceof ProblemKind problem
              ? problem.wire()
              : SHOWN;
    } finally {
      long nanos = System.nanoTime() - start;
      counter(result).increment();
      if (result.equals(SHOWN)) {
        time.record(nanos, TimeUnit.NANOSECONDS);
      }
      LOG.info("preview outcome={} millis={}", result, TimeUnit.NANOSECONDS.toMillis(nanos));
    }
  }

  private Counter counter(String result) {
    return Counter.builder("articles.ingest.previews")
        .description("Requests for a preview: shown, or the last part of the problem's type")
        .tag("result", result)
        .register(meters);
  }
}
