package vn.gdnn.newswire.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.gdnn.newswire.ingest.problem.ProblemKind;
import vn.gdnn.newswire.ingest.problem.ProblemWriter;

class RequestTallyTest {

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final RequestTally tally = new RequestTally(meters, Tracer.NOOP);

  private List<Meter.Id> series() {
    return meters.getMeters().stream().map(Meter::getId).toList();
  }

  @Test
  void everyCounterIsThereAtNoughtBeforeTheFirstRequest() {
    assertThat(meters.get("articles.ingest.refused").counters())
        .extracting(c -> c.getId().getTag("kind"), c -> c.getId().getTag("reason"), c -> c.count())
        .contains(
            tuple("draft", "invalid-draft", 0.0),
            tuple("draft", "unauthorized", 0.0),
            tuple("withdrawal", "invalid-request", 0.0),
            tuple("reinstatement", "internal", 0.0));
    assertThat(meters.get("articles.ingest.received").counters()).hasSize(3);
    assertThat(meters.get("articles.ingest.accepted").counters()).hasSize(3);
    assertThat(meters.get("articles.ingest.accept").timers()).hasSize(3);
    assertThat(meters.get("articles.ingest.unavailable").counters()).hasSize(6);
  }

  @Test
  void noProblemMakesASeriesThatWasNotThere() throws Exception {
    List<Meter.Id> before = series();
    for (ProblemKind problem : ProblemKind.values()) {
      if (problem == ProblemKind.STATUS_UNAVAILABLE || problem == ProblemKind.PREVIEW_UNAVAILABLE) {
        continue; // Nothing is handed in where a status or a preview is asked for.
      }
      MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/articles");
      request.setAttribute(ProblemWriter.KIND, problem);
      MockHttpServletResponse response = new MockHttpServletResponse();
      response.setStatus(problem.status());
      tally.doFilter(request, response, (asked, answered) -> {});
    }

    assertThat(series()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(meters.get("articles.ingest.received").tag("kind", "draft").counter().count())
        .isEqualTo(ProblemKind.values().length - 2);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/articles, draft",
    "POST, /api/%61rticles, draft",
    "POST, /api;a=b/articles;c=d, draft",
    "DELETE, /api/articles/x, withdrawal",
    "DELETE, /api/%61rticles/x;v=1, withdrawal",
    "POST, /api/articles/x/reinstate, reinstatement",
    "POST, /api/articles/x/%72einstate, reinstatement",
  })
  void countsWhatTheDispatcherServes_howeverTheAddressIsSpelt(
      String method, String path, String kind) throws Exception {
    tally.doFilter(
        new MockHttpServletRequest(method, path), new MockHttpServletResponse(), (a, b) -> {});

    assertThat(received()).isEqualTo(1);
    assertThat(meters.get("articles.ingest.received").tag("kind", kind).counter().count())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/articles",
    "POST, /api/articles/",
    "POST, /api/articles/preview",
    "POST, /api/articles/x/y/reinstate",
    "POST, /api/articlesreinstate",
    "DELETE, /api/articles/x/y",
    "DELETE, /api/articles",
    "GET, /api/articles/x/status",
  })
  void countsNothingElse(String method, String path) throws Exception {
    tally.doFilter(
        new MockHttpServletRequest(method, path), new MockHttpServletResponse(), (a, b) -> {});

    assertThat(received()).isZero();
  }

  private double received() {
    return meters.get("articles.ingest.received").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
