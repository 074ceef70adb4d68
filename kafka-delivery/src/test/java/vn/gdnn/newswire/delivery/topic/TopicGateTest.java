package vn.gdnn.newswire.delivery.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Topics are as the design says, or nothing starts. */
class TopicGateTest {

  private static EmbeddedKafkaKraftBroker kafka;
  private static Broker broker;

  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final AtomicInteger started = new AtomicInteger();

  @BeforeAll
  static void startBroker() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    kafka = new EmbeddedKafkaKraftBroker(1, 1);
    // Its default is a system property that every service in this JVM would obey.
    kafka.brokerListProperty("test.kafka.brokers");
    kafka.afterPropertiesSet();
    broker =
        new Broker(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBrokersAsString()));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
    kafka.destroy();
  }

  @AfterEach
  void deleteTopics() {
    kafka.doWithAdmin(
        admin -> {
          try {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            await().until(() -> admin.listTopics().names().get().isEmpty());
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "drafts.v1,                            12, delete,  2592000000, 2097152",
    "articles.ingested.v1,                 12, delete,  -1,         8388608",
    "articles.enriched.v1,                 12, delete,  -1,         8388608",
    "articles.published.v1,                1,  delete,  -1,         8388608",
    "articles.outcomes.v1,                 12, delete,  2592000000, 8388608",
    "registry.entities.v1,                 1,  compact, -1,         8388608",
    "articles.ingested.v1.some-service.dlq, 1, delete,  -1,         9437184"
  })
  void makesEachTopicAsTheDesignSays(
      String name, int partitions, String policy, String retention, String size) throws Exception {
    pass(name);

    await().until(() -> started.get() == 1);
    assertThat(refused).isEmpty();
    TopicDescription topic =
        broker.admin().describeTopics(List.of(name)).allTopicNames().get().get(name);
    assertThat(topic.partitions()).hasSize(partitions);
    Config config =
        broker
            .admin()
            .describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, name)))
            .all()
            .get()
            .values()
            .iterator()
            .next();
    assertThat(config.get("cleanup.policy").value()).isEqualTo(policy);
    assertThat(config.get("retention.ms").value()).isEqualTo(retention);
    assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
    assertThat(config.get("max.message.bytes").value()).isEqualTo(size);
  }

  @Test
  void leavesTopicsThatAreRightAsTheyAre() {
    pass("articles.ingested.v1");
    await().until(() -> started.get() == 1);

    pass("articles.ingested.v1", "articles.outcomes.v1");

    await().until(() -> started.get() == 2);
    assertThat(refused).isEmpty();
  }

  @Test
  void refusesAnotherNumberOfPartitions() {
    make("articles.ingested.v1", 3, Map.of());

    TopicGate gate = pass("articles.ingested.v1", "articles.outcomes.v1");

    await().until(() -> refused.size() == 1);
    assertThat(refused.get(0))
        .isEqualTo(
            "Refusing to start: topic articles.ingested.v1 has 3 partition(s) and must have 12"
                + " (TOPIC_PARTITIONS).");
    assertThat(started).hasValue(0);
    assertThat(gate.closedBecause()).contains(refused.get(0));
    assertThat(gate.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "retention.ms,      604800000, keeps records for 604800000 ms and must keep them for ever",
    "retention.bytes,   1000000,   has a limit in bytes (retention.bytes) and must have none",
    "cleanup.policy,    compact,   has cleanup.policy=compact and must have delete",
    "max.message.bytes, 1048588,   takes records of 1048588 bytes and must take 8388608 (max.message.bytes)"
  })
  void refusesATopicThatWouldLoseOrRefuseEvents(String key, String value, String sentence) {
    make("articles.enriched.v1", 12, Map.of(key, value));

    pass("articles.enriched.v1");

    await().until(() -> refused.size() == 1);
    assertThat(refused.get(0))
        .isEqualTo("Refusing to start: topic articles.enriched.v1 " + sentence + ".");
    assertThat(started).hasValue(0);
  }

  @Test
  void refusesAShorterRetentionOfOutcomes_andTakesALongerOne() {
    make("articles.outcomes.v1", 12, Map.of("retention.ms", "86400000"));
    pass("articles.outcomes.v1");
    await().until(() -> refused.size() == 1);
    assertThat(refused.get(0)).contains("keeps records for 86400000 ms");
    deleteTopics();

    make("articles.outcomes.v1", 12, Map.of("retention.ms", "-1"));
    pass("articles.outcomes.v1");

    await().until(() -> started.get() == 1);
  }

  @Test
  void twoInstancesMayStartAtOnce() {
    for (int i = 0; i < 4; i++) {
      pass("articles.ingested.v1", "articles.enriched.v1", "articles.published.v1");
    }

    await().until(() -> started.get() == 4);
    assertThat(refused).isEmpty();
  }

  @Test
  void triesAgainWhenTheBindingsCouldNotStart() {
    TopicGate gate =
        gate(
            () -> {
              if (started.incrementAndGet() < 3) {
                throw new IllegalStateException("no partitions yet");
              }
            },
            "articles.ingested.v1");

    gate.start();

    await().until(gate::isReading);
    assertThat(started).hasValue(3);
    assertThat(gate.health().getStatus()).isEqualTo(Status.UP);
  }

  private TopicGate pass(String... names) {
    TopicGate gate = gate(started::incrementAndGet, names);
    gate.start();
    return gate;
  }

  private TopicGate gate(Runnable startReading, String... names) {
    return new TopicGate(
        broker,
        12,
        (short) -1,
        List.of(names),
        "Nobody reads anything new.",
        startReading,
        refused::add);
  }

  private static void make(String name, int partitions, Map<String, String> configs) {
    Map<String, String> all =
        new java.util.HashMap<>(
            Map.of(
                "retention.ms", "-1", "max.message.bytes", "8388608", "cleanup.policy", "delete"));
    all.putAll(configs);
    NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(all);
    kafka.doWithAdmin(
        admin ->
            admin
                .createTopics(List.of(topic))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join());
  }
}
