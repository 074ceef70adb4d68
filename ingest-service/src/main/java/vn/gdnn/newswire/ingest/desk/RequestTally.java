package vn.gdnn.newswire.ingest.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.ingest.problem.ProblemKind;
import vn.gdnn.newswire.ingest.problem.ProblemWriter;

/**
 * Counts every request that hands something in, by how it ended, and writes its one line. At rest
 * received = accepted + refused + unavailable.
 */
class RequestTally extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestTally.class);
  private static final String ID = RequestTally.class.getName() + ".id";
  private static final String PLACE = RequestTally.class.getName() + ".place";

  /** What is handed in, and the address that takes it. */
  enum Kind {
    DRAFT("draft", HttpMethod.POST, "/api/articles"),
    WITHDRAWAL("withdrawal", HttpMethod.DELETE, "/api/articles/{id}"),
    REINSTATEMENT("reinstatement", HttpMethod.POST, "/api/articles/{id}/reinstate");

    private final String wire;
    private final HttpMethod method;
    private final PathPattern address;

    Kind(String wire, HttpMethod method, String address) {
      this.wire = wire;
      this.method = method;
      this.address = PathPatternParser.defaultInstance.parse(address);
    }

    /** Compared as the dispatcher compares, so that what is served in another spelling counts. */
    private static Optional<Kind> of(HttpServletRequest request) {
      PathContainer path =
          RequestPath.parse(request.getRequestURI(), request.getContextPath())
              .pathWithinApplication();
      return Arrays.stream(values())
          .filter(kind -> kind.method.matches(request.getMethod()))
          .filter(kind -> kind.address.matches(path))
          .findFirst();
    }
  }

  private final MeterRegistry meters;
  private final Tracer tracer;

  RequestTally(MeterRegistry meters, Tracer tracer) {
    this.meters = meters;
    this.tracer = tracer;
    for (Kind kind : Kind.values()) {
      counter("received", kind);
      counter("accepted", kind);
      accept(kind);
      // At 0 from the start, so that a rate sees the first of them.
      for (ProblemKind problem : ProblemKind.values()) {
        if (problem.status() != HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
          refused(kind, problem.wire());
        }
      }
      unavailable(kind, ProblemKind.NOT_KNOWN.wire());
      unavailable(kind, ProblemKind.BUSY.wire());
    }
  }

  /** Says which article a request is about. */
  static void about(HttpServletRequest request, UUID id) {
    request.setAttribute(ID, id);
  }

  /** Says where its event stands. */
  static void stands(HttpServletRequest request, Place place) {
    request.setAttribute(PLACE, place);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Kind> kind = Kind.of(request);
    if (kind.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    long start = System.nanoTime();
    counter("received", kind.get()).increment();
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      end(kind.get(), request, answered ? response.getStatus() : 500, System.nanoTime() - start);
    }
  }

  private void end(Kind kind, HttpServletRequest request, int status, long nanos) {
    String outcome;
    if (request.getAttribute(PLACE) != null) {
      outcome = "accepted";
      counter("accepted", kind).increment();
      accept(kind).record(nanos, TimeUnit.NANOSECONDS);
    } else if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      outcome = "unavailable:" + reason(request);
      unavailable(kind, reason(request)).increment();
    } else {
      outcome = "refused:" + reason(request);
      refused(kind, reason(request)).increment();
    }
    Span span = tracer.currentSpan();
    LOG.info(
        "{} id={} place={} trace={} outcome={} millis={}",
        kind.wire,
        request.getAttribute(ID),
        request.getAttribute(PLACE),
        span == null ? null : span.context().traceId(),
        outcome,
        TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private static String reason(HttpServletRequest request) {
    return request.getAttribute(ProblemWriter.KIND) instanceof ProblemKind kind
        ? kind.wire()
        : ProblemKind.INTERNAL.wire();
  }

  private Timer accept(Kind kind) {
    return Timer.builder("articles.ingest.accept")
        .description("Time from the request to the answer 202")
        .tag("kind", kind.wire)
        .register(meters);
  }

  private Counter refused(Kind kind, String reason) {
    return Counter.builder("articles.ingest.refused")
        .description("Requests that were refused, by the last part of the problem's type")
        .tag("kind", kind.wire)
        .tag("reason", reason)
        .register(meters);
  }

  private Counter unavailable(Kind kind, String reason) {
    return Counter.builder("articles.ingest.unavailable")
        .description("Requests that were answered 503, by the last part of the problem's type")
        .tag("kind", kind.wire)
        .tag("reason", reason)
        .register(meters);
  }

  private Counter counter(String name, Kind kind) {
    return Counter.builder("articles.ingest." + name)
        .description("Requests that hand something in: " + name)
        .tag("kind", kind.wire)
        .register(meters);
  }
}
