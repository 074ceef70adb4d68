package vn.gdnn.newswire.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.ArticleEnriched;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Tag;

/**
 * Counts what was done: {@code articles.enrich.events} by result. Their sum is {@code
 * articles.handled} of {@code articles.ingested.v1}; an event read again after a stop counts again.
 */
@Component
class EnrichMetrics {

  private final Counter tagged;
  private final Counter passedOn;
  private final Counter cut;
  private final Timer time;
  private final Map<Kind, Counter> mentions = new EnumMap<>(Kind.class);

  EnrichMetrics(MeterRegistry registry) {
    tagged = events(registry, "tagged");
    passedOn = events(registry, "passed-on");
    cut =
        Counter.builder("articles.enrich.mentions.cut")
            .description("Mentions left out because an article had more than 20,000")
            .register(registry);
    time =
        Timer.builder("articles.enrich.time")
            .description("From an event read to its tags acknowledged by Kafka")
            .register(registry);
    for (Kind kind : Kind.values()) {
      mentions.put(
          kind,
          Counter.builder("articles.enrich.mentions")
              .description("Mentions found, by kind")
              .tag("kind", kind.name())
              .register(registry));
    }
  }

  private static Counter events(MeterRegistry registry, String result) {
    return Counter.builder("articles.enrich.events")
        .description("Events handled, by what was done")
        .tag("result", result)
        .register(registry);
  }

  void tagged(ArticleEnriched enriched, long nanos) {
    tagged.increment();
    cut.increment(enriched.cut());
    time.record(nanos, TimeUnit.NANOSECONDS);
    for (Tag tag : enriched.tags()) {
      Counter counter = mentions.get(tag.kind());
      if (counter != null) {
        counter.increment(tag.mentions().size());
      }
    }
  }

  void passedOn() {
    passedOn.increment();
  }
}
