package vn.gdnn.newswire.delivery.topic;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;

/**
 * The broker as an administrator sees it. Connects on first use, so that a service starts without
 * it. Safe for use by many threads.
 */
public class Broker implements AutoCloseable {

  private final Map<String, Object> settings;
  private @Nullable Admin admin;

  /**
   * Makes one.
   *
   * @param settings of Kafka's admin client
   */
  public Broker(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
  }

  /** Where it is looked for. */
  public String addresses() {
    return String.valueOf(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  /**
   * The client.
   *
   * @throws org.apache.kafka.common.KafkaException when no address can be resolved
   */
  public synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }

  /**
   * Waits for an answer.
   *
   * @throws BrokerAway when there is none in time
   * @throws ExecutionException when the answer is an error
   */
  public static <T> T await(KafkaFuture<T> answer, Duration timeout) throws ExecutionException {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new BrokerAway("no answer within " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway("interrupted", e);
    }
  }

  /** Waits; an interruption ends it early and stays noted. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
      admin = null;
    }
  }

  /** The broker does not answer. */
  public static class BrokerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerAway(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
