package vn.gdnn.newswire.delivery.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics that are missing and says what is wrong with those that are there. */
final class TopicCheck {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LOOKS = 20;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Broker broker;
  private final int partitions;
  private final short replicationFactor;

  TopicCheck(Broker broker, int partitions, short replicationFactor) {
    this.broker = broker;
    this.partitions = partitions;
    this.replicationFactor = replicationFactor;
  }

  /**
   * Makes what is missing, then looks at everything.
   *
   * @return why a service must not start on these topics, in one sentence; empty when all is right
   * @throws Broker.BrokerAway when the broker does not answer
   * @throws ExecutionException when it answers with an error
   */
  Optional<String> run(Collection<String> names) throws ExecutionException {
    List<TopicSpec> specs = names.stream().map(Topics::spec).toList();
    List<TopicSpec> missing = new ArrayList<>();
    Map<String, KafkaFuture<TopicDescription>> found =
        broker.admin().describeTopics(names).topicNameValues();
    for (TopicSpec spec : specs) {
      if (!exists(found.get(spec.name()))) {
        missing.add(spec);
      }
    }
    create(missing);
    Map<String, TopicDescription> topics =
        onceVisible(() -> broker.admin().describeTopics(names).allTopicNames());
    List<ConfigResource> resources = names.stream().map(TopicCheck::resource).toList();
    Map<ConfigResource, Config> configs =
        onceVisible(() -> broker.admin().describeConfigs(resources).all());
    List<String> wrong = new ArrayList<>();
    for (TopicSpec spec : specs) {
      wrong.addAll(
          faults(
              spec,
              topics.get(spec.name()).partitions().size(),
              configs.get(resource(spec.name()))));
    }
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of("Refusing to start: " + String.join("; ", wrong) + ".");
  }

  private static boolean exists(KafkaFuture<TopicDescription> topic) throws ExecutionException {
    try {
      Broker.await(topic, TIMEOUT);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }

  /** A topic just made is not known to every broker at once. */
  private static <T> T onceVisible(Supplier<KafkaFuture<T>> question) throws ExecutionException {
    for (int i = 1; ; i++) {
      try {
        return Broker.await(question.get(), TIMEOUT);
      } catch (ExecutionException e) {
        if (i == LOOKS || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        Broker.pause(BETWEEN_LOOKS);
      }
    }
  }

  private void create(List<TopicSpec> missing) throws ExecutionException {
    List<NewTopic> topics =
        missing.stream()
            .map(
                spec ->
                    new NewTopic(spec.name(), expectedPartitions(spec), replicationFactor)
                        .configs(spec.configs()))
            .toList();
    for (KafkaFuture<Void> made : broker.admin().createTopics(topics).values().values()) {
      try {
        Broker.await(made, TIMEOUT);
      } catch (ExecutionException e) {
        // Another service, or another instance of this one, was faster.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private int expectedPartitions(TopicSpec spec) {
    return spec.byArticle() ? partitions : 1;
  }

  private List<String> faults(TopicSpec spec, int found, Config config) {
    List<String> faults = new ArrayList<>();
    int expected = expectedPartitions(spec);
    if (found != expected) {
      faults.add(
          "topic %s has %d partition(s) and must have %d%s"
              .formatted(
                  spec.name(), found, expected, spec.byArticle() ? " (TOPIC_PARTITIONS)" : ""));
    }
    String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
    String wanted = spec.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG);
    if (!policy.equals(wanted)) {
      faults.add(
          "topic %s has cleanup.policy=%s and must have %s".formatted(spec.name(), policy, wanted));
    }
    if (!spec.compacted()
        && shorter(number(config, TopicConfig.RETENTION_MS_CONFIG), spec.retentionMillis())) {
      faults.add(
          "topic %s keeps records for %s ms and must keep them %s"
              .formatted(
                  spec.name(),
                  number(config, TopicConfig.RETENTION_MS_CONFIG),
                  spec.retention() == null ? "for ever" : spec.retentionMillis() + " ms"));
    }
    if (number(config, TopicConfig.RETENTION_BYTES_CONFIG) != -1) {
      faults.add(
          "topic %s has a limit in bytes (retention.bytes) and must have none"
              .formatted(spec.name()));
    }
    long size = number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    if (size < spec.maxRecordBytes()) {
      faults.add(
          "topic %s takes records of %d bytes and must take %d (max.message.bytes)"
              .formatted(spec.name(), size, spec.maxRecordBytes()));
    }
    return faults;
  }

  private static boolean shorter(long found, long wanted) {
    return found != -1 && (wanted == -1 || found < wanted);
  }

  private static long number(Config config, String name) {
    return Long.parseLong(config.get(name).value());
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
