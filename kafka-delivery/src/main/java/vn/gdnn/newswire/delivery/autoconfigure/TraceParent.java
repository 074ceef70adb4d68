package vn.gdnn.newswire.delivery.autoconfigure;

import io.micrometer.tracing.TraceContext;
import java.util.Optional;

/** Writes a trace context as W3C Trace Context, version 00. */
final class TraceParent {

  private static final int TRACE_ID = 32;
  private static final int SPAN_ID = 16;

  private TraceParent() {}

  static Optional<String> of(TraceContext context) {
    if (context.traceId().isEmpty() || context.spanId().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "00-%s-%s-%s"
            .formatted(
                padded(context.traceId(), TRACE_ID),
                padded(context.spanId(), SPAN_ID),
                Boolean.TRUE.equals(context.sampled()) ? "01" : "00"));
  }

  private static String padded(String hex, int digits) {
    return "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }
}
