package vn.gdnn.newswire.delivery.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.SmartLifecycle;

/**
 * Stands before everything that touches a topic: makes the topics, checks them, and only then lets
 * records in and out. While the broker is away it waits, and the service is up but unhealthy.
 */
public class TopicGate implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicGate.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final TopicCheck check;
  private final Broker broker;
  private final List<String> needed;
  private final String whenKafkaIsAway;
  private final Runnable startReading;
  private final Consumer<String> refuse;
  private volatile @Nullable Thread waiting;
  private volatile boolean open;
  private volatile boolean reading;
  private volatile String reason = "The topics have not been checked yet.";

  /**
   * Makes one.
   *
   * @param broker where the topics are
   * @param partitions partitions of every topic that is keyed by article
   * @param replicationFactor copies of each partition of a new topic; -1 leaves it to the broker
   * @param needed names of the topics
   * @param whenKafkaIsAway what people miss meanwhile, a sentence
   * @param startReading starts the bindings; called once the topics are right, again if it fails
   * @param refuse ends the process, given the reason
   */
  public TopicGate(
      Broker broker,
      int partitions,
      short replicationFactor,
      Collection<String> needed,
      String whenKafkaIsAway,
      Runnable startReading,
      Consumer<String> refuse) {
    this.check = new TopicCheck(broker, partitions, replicationFactor);
    this.broker = broker;
    this.needed = List.copyOf(needed);
    this.whenKafkaIsAway = whenKafkaIsAway;
    this.startReading = startReading;
    this.refuse = refuse;
  }

  /** Why nothing may be sent yet; empty once the topics are right. */
  public Optional<String> closedBecause() {
    return open ? Optional.empty() : Optional.of(reason);
  }

  /** Whether the bindings have been started. */
  public boolean isReading() {
    return reading;
  }

  /** Health {@code topics}: down until the bindings have been started. */
  public Health health() {
    return reading
        ? Health.up().build()
        : Health.down().withDetail("reason", reason).withDetail("missing", whenKafkaIsAway).build();
  }

  @Override
  public void start() {
    // No daemon: it must outlive the web server to give the process its exit code.
    Thread thread = new Thread(this::pass, "topic-gate");
    waiting = thread;
    thread.start();
  }

  @Override
  public void stop() {
    Thread thread = waiting;
    waiting = null;
    if (thread != null && thread != Thread.currentThread()) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return waiting != null;
  }

  /** Last to start, first to stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  private void pass() {
    while (isRunning() && !reading) {
      try {
        Optional<String> fault = check.run(needed);
        if (fault.isPresent()) {
          reason = fault.get();
          LOG.error(reason);
          refuse.accept(reason);
          return;
        }
        open = true;
        startReading.run();
        reading = true;
        LOG.info("Topics are right: {}", String.join(", ", needed));
      } catch (ExecutionException e) {
        waitFor(e.getCause() == null ? e : e.getCause());
      } catch (RuntimeException e) {
        // Broad, for a binder may throw anything when a binding can't start, and nothing else
        // would try again.
        waitFor(e);
      }
    }
  }

  private void waitFor(Throwable cause) {
    String what = String.valueOf(cause.getMessage()).replaceFirst("\\.+$", "");
    reason = "Kafka at %s is not ready: %s.".formatted(broker.addresses(), what);
    LOG.warn("{} Trying again.", reason);
    Broker.pause(PAUSE);
  }
}
