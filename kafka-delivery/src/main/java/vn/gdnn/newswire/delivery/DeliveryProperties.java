package vn.gdnn.newswire.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a service's dealings with Kafka.
 *
 * @param service name of the service, for example {@code enrich-service}: its consumer group and
 *     the middle of its dead-letter topics' names
 * @param topicPartitions partitions of every topic that is keyed by article, from 1
 * @param replicationFactor copies of each partition for topics made here; -1 leaves it to the
 *     broker
 * @param logEpoch epoch of {@code articles.ingested.v1} that ingest stamps, from 1
 * @param checkTopics whether topics are made and checked before anything is read; only tests
 *     without a broker switch it off
 * @param sendTimeout longest time a send takes before it fails
 * @param backOff how a failed event is tried again
 * @param lagInterval time between two samples of the consumers' lag
 * @param probeTimeout longest time that the health of the broker takes to tell
 * @param whenKafkaIsAway a sentence in health: what people miss while Kafka is away
 */
@ConfigurationProperties("newswire.delivery")
public record DeliveryProperties(
    String service,
    @DefaultValue("12") int topicPartitions,
    @DefaultValue("-1") short replicationFactor,
    @DefaultValue("1") int logEpoch,
    @DefaultValue("true") boolean checkTopics,
    @DefaultValue("10s") Duration sendTimeout,
    @DefaultValue BackOff backOff,
    @DefaultValue("5s") Duration lagInterval,
    @DefaultValue("2s") Duration probeTimeout,
    @DefaultValue("Articles do not move on.") String whenKafkaIsAway) {

  /** Checks the bounds. */
  public DeliveryProperties {
    require(service != null && !service.isBlank(), "service", "names the service");
    require(topicPartitions >= 1, "topic-partitions", "is 1 or more");
    require(logEpoch >= 1, "log-epoch", "is 1 or more");
    require(sendTimeout.toMillis() >= 100, "send-timeout", "is 100ms or more");
  }

  /**
   * How a failed event is tried again. Waits double from the first one.
   *
   * @param initial the first wait
   * @param max the longest wait
   * @param attempts how often an event that fails by itself is tried in all
   */
  public record BackOff(
      @DefaultValue("250ms") Duration initial,
      @DefaultValue("30s") Duration max,
      @DefaultValue("5") int attempts) {

    /** The wait after the {@code failures}th failure in a row, counted from 1. */
    public Duration after(int failures) {
      Duration wait = initial;
      for (int i = 1; i < failures && wait.compareTo(max) < 0; i++) {
        wait = wait.multipliedBy(2);
      }
      return wait.compareTo(max) < 0 ? wait : max;
    }
  }

  private static void require(boolean holds, String key, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("newswire.delivery." + key + " " + rule);
    }
  }
}
