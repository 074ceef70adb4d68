package vn.gdnn.newswire.delivery.fault;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;
import vn.gdnn.newswire.delivery.DeliveryProperties.BackOff;
import vn.gdnn.newswire.events.InvalidEvent;

/**
 * For a listener that takes many records at a time. It sets aside by itself those that can't be
 * read, and what it throws is taken for the world's fault: the whole batch comes again, for ever,
 * with the usual waits, while polling goes on.
 */
public final class BatchFaults {

  private static final Logger LOG = LoggerFactory.getLogger(BatchFaults.class);

  private final String topic;
  private final DeadLetters deadLetters;
  private final DeliveryCounters counters;

  BatchFaults(String topic, DeadLetters deadLetters, DeliveryCounters counters) {
    this.topic = topic;
    this.deadLetters = deadLetters;
    this.counters = counters;
    counters.startAtNought(topic);
  }

  /** Counts records that were handled, those set aside not among them. */
  public void handled(int records) {
    counters.handled(topic, records);
  }

  /**
   * Puts a record into the dead letters.
   *
   * @throws vn.gdnn.newswire.delivery.WorldFault when Kafka does not take it
   */
  public void setAside(ConsumerRecord<byte[], byte[]> record, InvalidEvent reason) {
    Fault fault = new Fault(Fault.Blame.INVALID, reason);
    deadLetters.add(record, fault, 1);
    counters.deadLetter(topic, fault.reason());
    LOG.warn(
        "Dead letter: {}-{}@{} {} {}",
        record.topic(),
        record.partition(),
        record.offset(),
        fault.reason(),
        reason.getMessage());
  }

  CommonErrorHandler errorHandler(BackOff waits) {
    ExponentialBackOff forEver = new ExponentialBackOff(waits.initial().toMillis(), 2);
    forEver.setMaxInterval(waits.max().toMillis());
    DefaultErrorHandler handler = new DefaultErrorHandler(forEver);
    // Everything is tried again: what is not would be logged and lost.
    handler.setClassifications(Map.of(), true);
    handler.setRetryListeners(
        new RetryListener() {
          @Override
          public void failedDelivery(ConsumerRecord<?, ?> record, Exception e, int attempt) {
            // Only batches come here.
          }

          @Override
          public void failedDelivery(ConsumerRecords<?, ?> records, Exception e, int attempt) {
            counters.retries(topic, Fault.Blame.WORLD, records.count());
            LOG.warn("{} records of {} wait: {}", records.count(), topic, e.toString());
          }
        });
    return handler;
  }
}
