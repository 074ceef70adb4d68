package vn.gdnn.newswire.delivery.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;
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
  private final Map<String, MessageListenerContainer> containers = new ConcurrentHashMap<>();
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
    containers.put(topic, container);
    // Names the thread in logs; the binder's own name is a hundred characters long.
    container.setBeanName(topic);
    container.setCommonErrorHandler(
        new FaultHandler(deadLetters, worldFaults, backOff, counters, clock));
    container.getContainerProperties().setPollTimeout(POLL_MILLIS);
    container.getContainerProperties().setAdviceChain((MethodInterceptor) FaultHandling::overflow);
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

  /**
   * Sets up a container whose listener takes many records at a time, before it starts.
   *
   * @return what that listener has to tell
   */
  public BatchFaults applyToBatches(
      AbstractMessageListenerContainer<byte[], byte[]> container, String topic) {
    containers.put(topic, container);
    container.setBeanName(topic);
    BatchFaults faults = new BatchFaults(topic, deadLetters, counters);
    container.setCommonErrorHandler(faults.errorHandler(backOff));
    container.getContainerProperties().setPollTimeout(POLL_MILLIS);
    return faults;
  }

  /** Any other Error is the machine's; this one is the event's, and would end all reading. */
  private static @Nullable Object overflow(MethodInvocation listening) throws Throwable {
    try {
      return listening.proceed();
    } catch (StackOverflowError e) {
      throw new IllegalStateException("the event is nested too deeply", e);
    }
  }

  /**
   * The topics that are read no more, though nobody stopped it: the container met an {@code Error},
   * such as no memory, and does not start again.
   */
  public Set<String> stopped() {
    return containers.entrySet().stream()
        .filter(entry -> !entry.getValue().isInExpectedState())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
