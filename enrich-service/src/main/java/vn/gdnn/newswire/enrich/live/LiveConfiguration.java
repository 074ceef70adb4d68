package vn.gdnn.newswire.enrich.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the registry's folder and says in health what is in use. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  LiveTagger liveTagger(
      @Value("${newswire.enrich.registry-folder:}") String folder, MeterRegistry meters) {
    return new LiveTagger(
        folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder)), meters);
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService registryWatch(
      LiveTagger tagger, @Value("${newswire.enrich.registry-look:2s}") Duration every) {
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "registry-watch");
              thread.setDaemon(true);
              return thread;
            });
    watch.scheduleWithFixedDelay(
        tagger::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** Up also with a problem: articles are tagged, by the registry as it was. */
  @Bean
  HealthIndicator registryHealthIndicator(LiveTagger tagger) {
    return () -> {
      Health.Builder health =
          Health.up()
              .withDetail("version", tagger.now().registryVersion())
              .withDetail("since", tagger.since().toString());
      tagger.problem().ifPresent(problem -> health.withDetail("problem", problem));
      return health.build();
    };
  }
}
