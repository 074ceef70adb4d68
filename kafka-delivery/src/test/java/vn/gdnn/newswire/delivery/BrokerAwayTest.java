package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import vn.gdnn.newswire.delivery.DeskService.Desk;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.EventCodec;

/** A service without its broker is unhealthy, not absent, and never hangs; it recovers alone. */
class BrokerAwayTest {

  private static final Duration A_WHILE = Duration.ofSeconds(60);
  // The service's limits are 2 s for the probe and 4 s for a send.
  private static final Duration PROMPT = Duration.ofSeconds(6);

  private final UUID key = UUID.randomUUID();

  @Test
  void waitsForTheBrokerAtStart_andStandsItsDeath(@TempDir Path folder) throws Exception {
    Path log = Files.createDirectory(folder.resolve("log"));
    try (BrokerProcess broker = new BrokerProcess(log);
        ConfigurableApplicationContext service =
            DeskService.start(broker.address(), "patient-service", Topics.INGESTED)) {
      saysThatItIsAway(service);
      assertThat(health(service, "topics").getStatus()).isEqualTo(Status.DOWN);

      broker.start();
      await().atMost(A_WHILE).until(() -> isUp(service, "topics") && isUp(service, "broker"));
      send(service, "before");
      await().atMost(A_WHILE).untilAsserted(() -> assertThat(reasons(service)).contains("before"));
      await().atMost(A_WHILE).until(() -> lag(service) == 0);

      broker.kill();
      saysThatItIsAway(service);
      await().atMost(A_WHILE).until(() -> Double.isNaN(lag(service)));
      theScrapeDoesNotWait(service);

      broker.start();
      await().atMost(A_WHILE).until(() -> isUp(service, "broker"));
      await()
          .atMost(A_WHILE)
          .ignoreExceptionsInstanceOf(WorldFault.class)
          .untilAsserted(
              () -> {
                send(service, "after");
                assertThat(reasons(service)).contains("after");
              });
      await().atMost(A_WHILE).until(() -> lag(service) == 0);
    }
  }

  private void saysThatItIsAway(ConfigurableApplicationContext service) {
    Instant asked = Instant.now();
    Health broker = health(service, "broker");
    assertThat(broker.getStatus()).isEqualTo(Status.DOWN);
    assertThat(broker.getDetails()).containsEntry("missing", "Nobody reads anything new.");
    assertThat(Duration.between(asked, Instant.now())).isLessThan(PROMPT);

    Instant sent = Instant.now();
    assertThatThrownBy(() -> send(service, "not known")).isInstanceOf(WorldFault.class);
    assertThat(Duration.between(sent, Instant.now())).isLessThan(PROMPT);
  }

  private static void theScrapeDoesNotWait(ConfigurableApplicationContext service) {
    Instant asked = Instant.now();
    service
        .getBean(MeterRegistry.class)
        .getMeters()
        .forEach(meter -> meter.measure().forEach(measurement -> measurement.getValue()));
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  private void send(ConfigurableApplicationContext service, String reason) {
    service
        .getBean(EventSender.class)
        .send(
            Topics.INGESTED,
            key,
            new ArticleWithdrawn(key, reason, List.of("*"), Instant.EPOCH),
            new EventContext("id", Instant.EPOCH, "/test", null, 1, null));
  }

  private List<String> reasons(ConfigurableApplicationContext service) {
    EventCodec codec = service.getBean(EventCodec.class);
    return service.getBean(Desk.class).seen(key).stream()
        .map(event -> codec.decode(event.value(), ArticleWithdrawn.class).reason())
        .toList();
  }

  private static boolean isUp(ConfigurableApplicationContext service, String name) {
    return health(service, name).getStatus().equals(Status.UP);
  }

  private static Health health(ConfigurableApplicationContext service, String name) {
    return service.getBean(name + "HealthIndicator", HealthIndicator.class).health();
  }

  private static double lag(ConfigurableApplicationContext service) {
    return service.getBean(MeterRegistry.class).get("articles.lag").gauge().value();
  }
}
