package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import vn.gdnn.newswire.delivery.DeskService.Desk;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.ArticleWithdrawn;
import vn.gdnn.newswire.events.EventCodec;

/** Offsets move past an event only when it was handled or stands in the dead letters. */
class RestartTest {

  private final UUID key = UUID.randomUUID();
  private final EventCodec codec = new EventCodec();

  @Test
  void whatWaitedForTheWorldComesFirstAfterARestart_andNothingHandledComesAgain() {
    try (ConfigurableApplicationContext first = start("restart-service")) {
      first.getBean(Desk.class).when(key, this::failAtTwo);
      send(first, "one");
      send(first, "two");
      send(first, "three");
      await().until(() -> reasons(first).contains("two"));
    }

    try (ConfigurableApplicationContext second = start("restart-service")) {
      await().untilAsserted(() -> assertThat(reasons(second)).containsExactly("two", "three"));
    }
  }

  @Test
  void aDeadLetterThatCantBeSentWaits_andIsNeverPassedOver() throws Exception {
    String dead = Topics.deadLetters(Topics.PUBLISHED, "letters-service");
    try (ConfigurableApplicationContext service = start("letters-service", Topics.PUBLISHED)) {
      service
          .getBean(Desk.class)
          .when(key, event -> codec.decodeArticleEvent(event.value(), "unheard of"));
      RealBroker.broker().doWithAdmin(admin -> delete(admin, dead));
      send(service, Topics.PUBLISHED, "stuck");

      // Came again, so it was not committed.
      await().atMost(java.time.Duration.ofSeconds(30)).until(() -> reasons(service).size() >= 2);
      var meters = service.getBean(io.micrometer.core.instrument.MeterRegistry.class);
      assertThat(
              meters
                  .counter("articles.retries", "topic", Topics.PUBLISHED, "fault", "world")
                  .count())
          .isGreaterThanOrEqualTo(1);
      var letters =
          meters.counter(
              "articles.dead.letters", "topic", Topics.PUBLISHED, "reason", "unknown-type");
      assertThat(letters.count()).isZero();

      RealBroker.broker()
          .addTopics(
              new org.apache.kafka.clients.admin.NewTopic(dead, 1, (short) 1)
                  .configs(java.util.Map.of("max.message.bytes", "9437184")));
      assertThat(RealBroker.await(dead, 1, any -> true)).hasSize(1);
      await().until(() -> letters.count() == 1);
    }
  }

  private static void delete(Admin admin, String topic) {
    try {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, e);
    }
  }

  private void failAtTwo(ReceivedEvent event) {
    if (reason(event).equals("two")) {
      throw new WorldFault("away", null);
    }
  }

  private static ConfigurableApplicationContext start(String service) {
    return start(service, Topics.INGESTED);
  }

  private static ConfigurableApplicationContext start(String name, String topic) {
    ConfigurableApplicationContext service = DeskService.start(RealBroker.address(), name, topic);
    await().until(() -> service.getBean(TopicGate.class).isReading());
    return service;
  }

  private void send(ConfigurableApplicationContext service, String reason) {
    send(service, Topics.INGESTED, reason);
  }

  private void send(ConfigurableApplicationContext service, String topic, String reason) {
    service
        .getBean(EventSender.class)
        .send(
            topic,
            key,
            new ArticleWithdrawn(key, reason, List.of("*"), Instant.EPOCH),
            new EventContext("id", Instant.EPOCH, "/test", null, 1, null));
  }

  private List<String> reasons(ConfigurableApplicationContext service) {
    return service.getBean(Desk.class).seen(key).stream().map(this::reason).toList();
  }

  private String reason(ReceivedEvent event) {
    return codec.decode(event.value(), ArticleWithdrawn.class).reason();
  }
}
