package vn.gdnn.newswire.publish.writing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.State;

/**
 * Counts what the writer decided: {@code articles.publish.events} by state. Their sum and the dead
 * letters of the topic are all events read; an event read again after a stop counts again.
 */
@Component
class WritingMetrics {

  private final Map<State, Counter> decided = new EnumMap<>(State.class);

  WritingMetrics(MeterRegistry registry) {
    for (State state :
        new State[] {
          State.PUBLISHED,
          State.SCHEDULED,
          State.WITHDRAWN,
          State.REPEATED,
          State.SUPERSEDED,
          State.REFUSED
        }) {
      decided.put(
          state,
          Counter.builder("articles.publish.events")
              .description("Events that the writer decided, by what became of them")
              .tag("state", state.wire())
              .register(registry));
    }
  }

  void decided(State state) {
    decided.get(state).increment();
  }
}
