package vn.gdnn.newswire.delivery;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The bytes that a record takes in a batch of its own: what a topic's limit counts. */
final class RecordSize {

  // Kafka's record format 2: a batch's head, and at most so much for a record's own numbers.
  private static final int BATCH_HEAD = 61;
  private static final int RECORD_HEAD = 21;
  private static final int LENGTH = 5;

  private RecordSize() {}

  /** An upper bound, some bytes above the truth. */
  static long of(ProducerRecord<byte[], byte[]> record) {
    long bytes = BATCH_HEAD + RECORD_HEAD + length(record.key()) + length(record.value());
    for (Header header : record.headers()) {
      bytes +=
          2 * LENGTH
              + header.key().getBytes(StandardCharsets.UTF_8).length
              + length(header.value());
    }
    return bytes;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
