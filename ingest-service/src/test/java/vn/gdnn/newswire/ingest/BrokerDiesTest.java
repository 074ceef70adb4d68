package vn.gdnn.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker that goes away under a running service: its own class, for it takes the broker down. */
class BrokerDiesTest {

  @TempDir Path directory;

  @Test
  void answers503WhenTheBrokerDies_withinTheTimeLimit() throws Exception {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.afterPropertiesSet();
    try (RunningService service =
        RunningService.start(
            directory,
            List.of(),
            "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
            "--TOPIC_PARTITIONS=2",
            "--SEND_TIMEOUT=3s")) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> service.postJson(RunningService.DRAFT).status() == 202);

      broker.destroy();

      long start = System.nanoTime();
      assertThat(service.postJson(RunningService.DRAFT).status()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> service.getManagement("/actuator/health/news").status() == 503);
      assertThat(service.getManagement("/actuator/health/liveness").status()).isEqualTo(200);
      await()
          .until(
              () ->
                  service.count("articles.ingest.received")
                      == service.count("articles.ingest.accepted")
                          + service.count("articles.ingest.unavailable"));
    }
  }
}
