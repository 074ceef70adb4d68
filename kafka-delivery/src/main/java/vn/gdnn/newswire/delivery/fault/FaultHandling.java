package vn.gdnn.newswire.delivery.fault;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.RecordInterceptor;
import vn.gdnn.newswire.delivery.DeliveryProperties.BackOff;

/** Gives each listener container its fault handler and counts what goes well. */
public class FaultHandling implements AutoCloseable {

  // Bounds how late a pause ends: the container looks for resumed partitions between two polls.
  private static final long POLL_MILLIS = 200;

  private final DeadLetters deadLetters;
  private final List<WorldFaults> worldFaults;
  private final BackOff backOff;
  private final DeliveryCounters counters;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "end-of-pauses");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Makes one.
   *
   * @param deadLetters where failed records go
   * @param worldFaults which foreign exceptions are the world's fault
   * @param backOff how a failed event is tried again
   * @param counters count what becomes of deliveries
   */
  public FaultHandling(
      DeadLetters deadLetters,
      List<WorldFaults> worldFaults,
      BackOff backOff,
      DeliveryCounters counters) {
    this.deadLetters = deadLetters;
    this.worldFaults = List.copyOf(worldFaults);
    this.backOff = backOff;
    this.counters = counters;
  }

  /** Sets a container up before it starts. */
  @SuppressWarnings("unchecked") // The binder's deserializers leave keys and values as bytes.
  public void apply(AbstractMessageListenerContainer<?, ?> container, String topic) {
    counters.startAtNought(topic);
    // Names the thread in logs; the binder's own name is a hundred characters long.
    container.setBeanName(topic);
    container.setCommonErrorHandler(
        new FaultHandler(deadLetters, worldFaults, backOff, counters, clock));
    container.getContainerProperties().setPollTimeout(POLL_MILLIS);
    ((AbstractMessageListenerContainer<byte[], byte[]>) container)
        .setRecordInterceptor(
            new RecordInterceptor<>() {
              @Override
              public ConsumerRecord<byte[], byte[]> intercept(
                  ConsumerRecord<byte[], byte[]> record, Consumer<byte[], byte[]> consumer) {
                return record;
              }

              @Override
              public void success(
                  ConsumerRecord<byte[], byte[]> record, Consumer<byte[], byte[]> consumer) {
                counters.handled(record.topic());
              }
            });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
