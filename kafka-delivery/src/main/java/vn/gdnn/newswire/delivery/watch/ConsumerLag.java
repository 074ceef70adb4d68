package vn.gdnn.newswire.delivery.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.delivery.topic.Broker;

/**
 * The gauge {@code articles.lag}: records of a topic that a group has yet to commit; and {@code
 * articles.dead.letters.waiting}: the same of dead letters and those who look after them. Both are
 * sampled on a schedule, so that a scrape never waits for the broker; while the broker is away they
 * are NaN.
 */
public class ConsumerLag implements AutoCloseable {

  /**
   * The group that stands for people: what it has committed of a topic of dead letters, somebody
   * has dealt with.
   */
  public static final String OPERATORS = "operators";

  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLag.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Broker broker;
  private final MeterRegistry meters;
  private final Duration interval;
  private final Map<Reading, Double> lags = new ConcurrentHashMap<>();
  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "consumer-lag");
            thread.setDaemon(true);
            return thread;
          });

  private record Reading(String topic, String group) {}

  /**
   * Makes one.
   *
   * @param broker is asked
   * @param meters gets the gauges
   * @param interval time between two samples
   */
  public ConsumerLag(Broker broker, MeterRegistry meters, Duration interval) {
    this.broker = broker;
    this.meters = meters;
    this.interval = interval;
  }

  /** Starts to watch how far a group is behind in a topic. */
  public void watch(String topic, String group) {
    watch(
        new Reading(topic, group),
        "articles.lag",
        "records of the topic that the group has yet to commit",
        Tags.of("topic", topic, "group", group));
  }

  /**
   * Starts to watch how many letters nobody has dealt with yet.
   *
   * @param topic the topic that they are put into
   */
  public void watchDeadLetters(String topic) {
    watch(
        new Reading(topic, OPERATORS),
        "articles.dead.letters.waiting",
        "dead letters that the group operators has yet to commit",
        Tags.of("topic", topic));
  }

  private void watch(Reading reading, String gauge, String description, Tags tags) {
    if (lags.putIfAbsent(reading, Double.NaN) == null) {
      Gauge.builder(gauge, () -> lags.getOrDefault(reading, Double.NaN))
          .description(description)
          .tags(tags)
          .register(meters);
      sampler.scheduleWithFixedDelay(
          () -> sample(reading), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void sample(Reading reading) {
    double lag = Double.NaN;
    String why = "";
    try {
      lag = lag(reading);
    } catch (ExecutionException | Broker.BrokerAway | KafkaException e) {
      why = e.getMessage();
    }
    Double before = lags.put(reading, lag);
    // Once when it goes and once when it comes back: the clients' own warnings are switched off.
    if (!sampler.isShutdown() && before != null && before.isNaN() != Double.isNaN(lag)) {
      if (Double.isNaN(lag)) {
        LOG.warn("Kafka does not say how far {} is behind: {}", reading.group(), why);
      } else {
        LOG.info("{} is {} behind in {}", reading.group(), (long) lag, reading.topic());
      }
    }
  }

  private double lag(Reading reading) throws ExecutionException {
    Admin admin = broker.admin();
    Map<TopicPartition, OffsetAndMetadata> committed =
        Broker.await(
            admin.listConsumerGroupOffsets(reading.group()).partitionsToOffsetAndMetadata(),
            TIMEOUT);
    var partitions =
        Broker.await(admin.describeTopics(List.of(reading.topic())).allTopicNames(), TIMEOUT)
            .get(reading.topic())
            .partitions()
            .stream()
            .map(partition -> new TopicPartition(reading.topic(), partition.partition()))
            .toList();
    var ends = offsets(admin, partitions, OffsetSpec.latest());
    var starts = offsets(admin, partitions, OffsetSpec.earliest());
    long lag = 0;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata at = committed.get(partition);
      long start = starts.get(partition).offset();
      lag += ends.get(partition).offset() - (at == null ? start : Math.max(at.offset(), start));
    }
    return lag;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which) throws ExecutionException {
    return Broker.await(
        admin
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> which)))
            .all(),
        TIMEOUT);
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }
}
