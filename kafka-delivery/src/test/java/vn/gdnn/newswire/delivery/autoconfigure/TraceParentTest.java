package vn.gdnn.newswire.delivery.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.brave.bridge.BraveTraceContext;
import org.junit.jupiter.api.Test;

class TraceParentTest {

  @Test
  void writesShortIdsInFullLength() {
    assertThat(TraceParent.of(context(0xabcL, 0x12L, true)))
        .contains("00-00000000000000000000000000000abc-0000000000000012-01");
  }

  @Test
  void saysWhenItIsNotSampled() {
    assertThat(TraceParent.of(context(1, 2, false)).orElseThrow()).endsWith("-00");
  }

  @Test
  void isAbsentWithoutATrace() {
    assertThat(TraceParent.of(TraceContext.NOOP)).isEmpty();
  }

  private static TraceContext context(long trace, long span, boolean sampled) {
    return BraveTraceContext.fromBrave(
        brave.propagation.TraceContext.newBuilder()
            .traceId(trace)
            .spanId(span)
            .sampled(sampled)
            .build());
  }
}
