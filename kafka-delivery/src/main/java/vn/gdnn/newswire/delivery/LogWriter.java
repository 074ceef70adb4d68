package vn.gdnn.newswire.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.kafka.core.ProducerFactory;
import vn.gdnn.newswire.delivery.topic.Topics;

/**
 * Appends records to topics and returns only when all in-sync replicas have them. Safe for use by
 * many threads.
 */
public class LogWriter {

  private final ProducerFactory<byte[], byte[]> producers;
  private final Duration timeout;
  private final Supplier<Optional<String>> closed;

  /**
   * Makes one.
   *
   * @param producers makes the producer, on first use
   * @param timeout longest time from the record's hand-over to its acknowledgement
   * @param closed why nothing may be appended yet, if so
   */
  public LogWriter(
      ProducerFactory<byte[], byte[]> producers,
      Duration timeout,
      Supplier<Optional<String>> closed) {
    this.producers = producers;
    this.timeout = timeout;
    this.closed = closed;
  }

  /**
   * Appends one record.
   *
   * @throws WorldFault when Kafka has not acknowledged it in time; it may be there all the same
   * @throws EventTooLarge when its topic does not take a record of this size
   */
  public RecordMetadata append(ProducerRecord<byte[], byte[]> record) {
    return appendAll(List.of(record)).get(0);
  }

  /**
   * Appends records in the order given, in one round trip.
   *
   * @return where they stand, in the same order
   * @throws WorldFault when Kafka has not acknowledged all of them in time; some may be there
   * @throws EventTooLarge when a topic does not take a record of this size; the others may be there
   */
  public List<RecordMetadata> appendAll(List<ProducerRecord<byte[], byte[]>> records) {
    closed
        .get()
        .ifPresent(
            reason -> {
              throw new WorldFault(reason, null);
            });
    records.forEach(LogWriter::checkSize);
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      // Not closed: the factory shares one producer.
      Producer<byte[], byte[]> producer = producers.createProducer();
      records.forEach(record -> sent.add(producer.send(record)));
      List<RecordMetadata> places = new ArrayList<>(records.size());
      for (int i = 0; i < records.size(); i++) {
        places.add(await(sent.get(i), records.get(i), deadline));
      }
      return places;
    } catch (InterruptException e) {
      throw new WorldFault("interrupted while appending to " + records.get(0).topic(), e);
    } catch (org.apache.kafka.common.KafkaException | IllegalStateException e) {
      throw fault(records.get(0), e);
    }
  }

  private RecordMetadata await(
      Future<RecordMetadata> sent, ProducerRecord<byte[], byte[]> record, long deadline) {
    try {
      return sent.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw fault(record, e.getCause());
    } catch (TimeoutException e) {
      throw new WorldFault("Kafka has not acknowledged a record for " + record.topic(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorldFault("interrupted while appending to " + record.topic(), e);
    }
  }

  private RuntimeException fault(ProducerRecord<byte[], byte[]> record, Throwable cause) {
    if (cause instanceof RecordTooLargeException) {
      return new EventTooLarge(record.topic(), 0, Topics.maxRecordBytes(record.topic()));
    }
    if (!(cause instanceof RetriableException)) {
      // A producer that has met a fatal error never recovers; the next append makes a new one.
      producers.reset();
    }
    return new WorldFault("Kafka did not take a record for " + record.topic(), cause);
  }

  private static void checkSize(ProducerRecord<byte[], byte[]> record) {
    long bytes = RecordSize.of(record);
    int limit = Topics.maxRecordBytes(record.topic());
    if (bytes > limit) {
      throw new EventTooLarge(record.topic(), bytes, limit);
    }
  }
}
