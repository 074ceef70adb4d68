package vn.gdnn.newswire.delivery.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.SeekUtils;
import vn.gdnn.newswire.delivery.DeliveryProperties.BackOff;

/**
 * Decides what becomes of a record that a listener failed on. While it is to be tried again, its
 * partition is paused and sought back to it, so that it comes first again; polling goes on. The
 * offset moves past it only when it was handled or stands in the dead letters.
 */
final class FaultHandler implements CommonErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);
  private static final LogAccessor SEEK_LOG = new LogAccessor(FaultHandler.class);

  private static final int LOGGED = 200;

  private final DeadLetters deadLetters;
  private final List<WorldFaults> worldFaults;
  private final BackOff backOff;
  private final DeliveryCounters counters;
  private final ScheduledExecutorService clock;
  private final Map<TopicPartition, Failures> failures = new ConcurrentHashMap<>();

  FaultHandler(
      DeadLetters deadLetters,
      List<WorldFaults> worldFaults,
      BackOff backOff,
      DeliveryCounters counters,
      ScheduledExecutorService clock) {
    this.deadLetters = deadLetters;
    this.worldFaults = worldFaults;
    this.backOff = backOff;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * What a record went through so far.
   *
   * @param offset the record
   * @param inRow failures of the same kind in a row
   * @param byItself failures that were not the world's
   * @param last whose the last one was
   */
  private record Failures(long offset, int inRow, int byItself, Fault.Blame last) {
    static Failures and(@Nullable Failures before, long offset, Fault.Blame blame) {
      boolean same = before != null && before.offset == offset;
      return new Failures(
          offset,
          same && before.last == blame ? before.inRow + 1 : 1,
          (same ? before.byItself : 0) + (blame == Fault.Blame.WORLD ? 0 : 1),
          blame);
    }
  }

  @Override
  public boolean seeksAfterHandling() {
    return true;
  }

  @Override
  public void handleRemaining(
      Exception thrown,
      List<ConsumerRecord<?, ?>> records,
      Consumer<?, ?> consumer,
      MessageListenerContainer container) {
    SeekUtils.seekOrRecover(
        thrown,
        records,
        consumer,
        container,
        false,
        (record, exception, listening, polling) ->
            setAside(bytes(record), Fault.of(thrown, worldFaults), container),
        SEEK_LOG,
        KafkaException.Level.DEBUG);
  }

  @Override
  public void handleOtherException(
      Exception thrown,
      Consumer<?, ?> consumer,
      MessageListenerContainer container,
      boolean batchListener) {
    LOG.warn("Reading or committing failed and will be tried again: {}", thrown.toString());
  }

  /** Whether the record is done with; else its partition waits. */
  private boolean setAside(
      ConsumerRecord<byte[], byte[]> record, Fault fault, MessageListenerContainer container) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    Failures now = Failures.and(failures.get(partition), record.offset(), fault.blame());
    if (fault.blame() == Fault.Blame.INVALID
        || (fault.blame() == Fault.Blame.EVENT && now.byItself() >= backOff.attempts())) {
      try {
        deadLetters.add(record, fault, now.byItself());
        counters.deadLetter(record.topic(), fault.reason());
        failures.remove(partition);
        LOG.warn(
            "Dead letter: {}-{}@{} {} {}",
            record.topic(),
            record.partition(),
            record.offset(),
            fault.reason(),
            brief(fault.cause()));
        return true;
      } catch (RuntimeException e) {
        // Broad, since a record that can't be set aside must not be lost, whatever the reason.
        fault = new Fault(Fault.Blame.WORLD, e);
        now = Failures.and(failures.get(partition), record.offset(), fault.blame());
      }
    }
    failures.put(partition, now);
    counters.retry(record.topic(), fault.blame());
    Duration wait = backOff.after(now.inRow());
    LOG.warn(
        "{}-{}@{} waits {} ms, {} fault: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        wait.toMillis(),
        fault.blame(),
        brief(fault.cause()));
    container.pausePartition(partition);
    clock.schedule(
        () -> container.resumePartition(partition), wait.toMillis(), TimeUnit.MILLISECONDS);
    return false;
  }

  /** A message may quote an article: ids belong in logs, not bodies. */
  private static String brief(Throwable cause) {
    String text = cause.toString();
    return text.length() <= LOGGED ? text : text.substring(0, LOGGED);
  }

  @SuppressWarnings("unchecked") // The binder's deserializers leave keys and values as bytes.
  private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<?, ?> record) {
    return (ConsumerRecord<byte[], byte[]>) record;
  }
}
