package vn.gdnn.newswire.ingest.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.ingest.text.Slip;

/** Counts what the texts of accepted drafts were cleaned of. */
@Component
class CleanedText {

  private final Map<Slip, Counter> counters = new EnumMap<>(Slip.class);

  CleanedText(MeterRegistry meters) {
    for (Slip slip : Slip.values()) {
      counters.put(
          slip,
          Counter.builder("articles.ingest.text.cleaned")
              .description("Characters of accepted drafts that were removed, composed or noted")
              .tag("slip", slip.wire())
              .register(meters));
    }
  }

  void count(Map<Slip, Integer> slips) {
    slips.forEach((slip, count) -> counters.get(slip).increment(count));
  }
}
