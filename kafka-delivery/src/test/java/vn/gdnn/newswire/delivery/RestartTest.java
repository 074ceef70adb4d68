package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
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
  void whatWaitsSurvivesThatAnotherInstanceComesAndGoes() {
    AtomicBoolean away = new AtomicBoolean(true);
    try (ConfigurableApplicationContext first = start("rebalance-service")) {
      first
          .getBean(Desk.class)
          .when(
              key,
              event -> {
                if (away.get()) {
                  failAtTwo(event);
                }
              });
      send(first, "one");
      send(first, "two");
      send(first, "three");
      await().until(() -> reasons(first).contains("two"));
      int triesBefore = reasons(first).size();
      try (ConfigurableApplicationContext second = start("rebalance-service")) {
        // Either of them may get the partition now; nobody may pass the event over.
        second.getBean(Desk.class).when(key, this::failAtTwo);
        await().until(() -> reasons(first).size() + reasons(second).size() > triesBefore);
        assertThat(reasons(second)).doesNotContain("three");
      }
      assertThat(reasons(first)).doesNotContain("three");

      away.set(false);

      await().until(() -> reasons(first).contains("three"));
      assertThat(reasons(first)).containsSubsequence("one", "two", "three");
    }
  }

  @Test
  void aBindingThatDoesNotStartByItselfIsStartedByTheGate() {
    String held = "spring.cloud.stream.bindings.readEvents-in-0.consumer.auto-startup=false";
    try (ConfigurableApplicationContext service =
        DeskService.start(RealBroker.address(), "held-service", Topics.INGESTED, held)) {
      await().until(() -> service.getBean(TopicGate.class).isReading());
      send(service, "read");

      await().until(() -> reasons(service).contains("read"));
    }
  }

  @Test
  void anErrorThatEndsReadingShowsInHealth() {
    try (ConfigurableApplicationContext service = start("error-service")) {
      HealthIndicator topics = service.getBean("topicsHealthIndicator", HealthIndicator.class);
      service
          .getBean(Desk.class)
          .when(
              key,
              event -> {
                throw new OutOfMemoryError("as if");
              });
      assertThat(topics.health().getStatus()).isEqualTo(Status.UP);
      send(service, "fatal");

      await().until(() -> topics.health().getStatus().equals(Status.DOWN));
      assertThat(topics.health().getDetails())
          .containsEntry("reason", "Read no more until a restart: articles.ingested.v1");
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
      await().until(() -> reasons(service).size() >= 2);
      MeterRegistry meters = service.getBean(MeterRegistry.class);
      assertThat(
              meters
                  .counter("articles.retries", "topic", Topics.PUBLISHED, "fault", "world")
                  .count())
          .isGreaterThanOrEqualTo(1);
      Counter letters =
          meters.counter(
              "articles.dead.letters", "topic", Topics.PUBLISHED, "reason", "unknown-type");
      assertThat(letters.count()).isZero();

      RealBroker.broker()
          .addTopics(
              new NewTopic(dead, 1, (short) 1).configs(Map.of("max.message.bytes", "9437184")));
      assertThat(RealBroker.await(dead, 1, any -> true)).hasSize(1);
      await().until(() -> letters.count() == 1);
    }
  }

  private static void delete(Admin admin, String topic) {
    try {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("could not delete " + topic, e);
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
