package vn.gdnn.newswire.delivery.topic;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a topic has to be.
 *
 * @param name its name
 * @param byArticle whether it is keyed by article and has as many partitions as the installation
 *     says; else it has one
 * @param retention how long its records are kept; absent: for ever
 * @param compacted whether only the last record of a key is kept
 * @param maxRecordBytes the most that one record may take, with key, headers and batch
 */
public record TopicSpec(
    String name,
    boolean byArticle,
    @Nullable Duration retention,
    boolean compacted,
    int maxRecordBytes) {

  static TopicSpec byArticle(String name, int maxRecordBytes) {
    return new TopicSpec(name, true, null, false, maxRecordBytes);
  }

  static TopicSpec single(String name, int maxRecordBytes) {
    return new TopicSpec(name, false, null, false, maxRecordBytes);
  }

  TopicSpec keptFor(Duration time) {
    return new TopicSpec(name, byArticle, time, compacted, maxRecordBytes);
  }

  TopicSpec compact() {
    return new TopicSpec(name, byArticle, retention, true, maxRecordBytes);
  }

  /** Kafka's settings of such a topic. Bytes are never a reason to drop records. */
  Map<String, String> configs() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        String.valueOf(retentionMillis()),
        TopicConfig.RETENTION_BYTES_CONFIG,
        "-1",
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        String.valueOf(maxRecordBytes));
  }

  /** In milliseconds; -1 is for ever, as in Kafka. */
  long retentionMillis() {
    return retention == null ? -1 : retention.toMillis();
  }
}
