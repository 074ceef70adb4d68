package vn.gdnn.newswire.enrich.registry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.enrich.gazetteer.Registry;

/**
 * Sees to it that the topic says what the registry in use says: at start, and whenever another one
 * is taken up. On a thread of its own: tagging never waits for it.
 */
final class RegistryWriter {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryWriter.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Supplier<Registry> inUse;
  private final RegistryTopic topic;
  private final BooleanSupplier open;
  private final Clock clock;
  private final Counter written;
  private final Counter removed;
  private final Counter unchanged;
  private final Counter refused;
  private volatile @Nullable Registry done;
  private Instant next = Instant.MIN;
  private Duration pause = FIRST_PAUSE;

  /**
   * Makes one.
   *
   * @param inUse the registry that articles are tagged by
   * @param open whether the topic is known to be as it must be
   */
  RegistryWriter(
      Supplier<Registry> inUse,
      RegistryTopic topic,
      BooleanSupplier open,
      Clock clock,
      MeterRegistry meters) {
    this.inUse = inUse;
    this.topic = topic;
    this.open = open;
    this.clock = clock;
    this.written = counter(meters, "written");
    this.removed = counter(meters, "removed");
    this.unchanged = counter(meters, "unchanged");
    this.refused = counter(meters, "refused");
    Gauge.builder("articles.registry.unwritten", this, writer -> writer.isDone() ? 0 : 1)
        .description("1 while the topic is not known to say what the registry in use says")
        .register(meters);
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("articles.registry.entities")
        .description("Entities and former ids compared with the registry's topic, by what was done")
        .tag("result", result)
        .register(meters);
  }

  /** Whether the topic says what the registry in use says, as far as this instance knows. */
  boolean isDone() {
    return done == inUse.get();
  }

  /** Writes the registry in use unless that was done; what fails is tried again later. */
  void look() {
    Registry registry = inUse.get();
    if (registry == done || !open.getAsBoolean() || clock.instant().isBefore(next)) {
      return;
    }
    try {
      RegistryTopic.Done result = topic.write(RegistryRecords.of(registry));
      done = registry;
      pause = FIRST_PAUSE;
      written.increment(result.written());
      removed.increment(result.removed());
      unchanged.increment(result.unchanged());
      refused.increment(result.refused());
      LOG.info("registry {} stands in its topic: {}", registry.version(), result);
    } catch (RuntimeException e) {
      // Broad: a task that throws is never run again, and nothing else would try.
      next = clock.instant().plus(pause);
      LOG.warn(
          "registry {} not written, again in {} s: {}",
          registry.version(),
          pause.toSeconds(),
          e.toString());
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
  }
}
