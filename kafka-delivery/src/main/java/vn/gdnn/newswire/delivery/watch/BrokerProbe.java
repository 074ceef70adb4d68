package vn.gdnn.newswire.delivery.watch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import vn.gdnn.newswire.delivery.topic.Broker;

/** Health {@code broker}: whether Kafka answers, told within a time limit. */
public class BrokerProbe implements HealthIndicator {

  private final Broker broker;
  private final Duration timeout;
  private final String whenKafkaIsAway;

  /**
   * Makes one.
   *
   * @param broker is asked
   * @param timeout longest time to wait for it
   * @param whenKafkaIsAway what people miss meanwhile, a sentence
   */
  public BrokerProbe(Broker broker, Duration timeout, String whenKafkaIsAway) {
    this.broker = broker;
    this.timeout = timeout;
    this.whenKafkaIsAway = whenKafkaIsAway;
  }

  @Override
  public Health health() {
    try {
      int nodes = Broker.await(broker.admin().describeCluster().nodes(), timeout).size();
      return Health.up().withDetail("brokers", nodes).build();
    } catch (ExecutionException | Broker.BrokerAway | KafkaException e) {
      Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
      return Health.down()
          .withDetail("reason", "Kafka at " + broker.addresses() + ": " + cause.getMessage())
          .withDetail("missing", whenKafkaIsAway)
          .build();
    }
  }
}
