package vn.gdnn.newswire.enrich.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.delivery.LogWriter;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.InvalidEvent;
import vn.gdnn.newswire.events.RegistryRecord;

/**
 * Makes {@code registry.entities.v1} say what a registry says: reads what stands there and appends
 * what differs. The same again appends nothing, and two who do it at once leave it as one would.
 */
final class RegistryTopic {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryTopic.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.REGISTRY, 0);
  private static final Duration POLL = Duration.ofSeconds(1);

  /** Long enough for a broker that is busy; then the next look tries again. */
  private static final Duration READING = Duration.ofSeconds(30);

  /** Records appended in one round trip. */
  private static final int TOGETHER = 200;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final LogWriter log;
  private final EventCodec codec;
  private final Clock clock;
  private final String source;

  /**
   * Makes one.
   *
   * @param consumers makes a consumer without a group, which is closed after use
   * @param source the service that writes, as in {@link EventHeaders#SOURCE}
   */
  RegistryTopic(
      Supplier<Consumer<byte[], byte[]>> consumers,
      LogWriter log,
      EventCodec codec,
      Clock clock,
      String source) {
    this.consumers = consumers;
    this.log = log;
    this.codec = codec;
    this.clock = clock;
    this.source = source;
  }

  /**
   * What was done.
   *
   * @param written records appended
   * @param removed records taken back
   * @param unchanged records that stood there already
   * @param refused entries that break the contract and were left out
   */
  record Done(int written, int removed, int unchanged, int refused) {}

  /**
   * Writes what differs, and takes back what is no longer there.
   *
   * @param wanted all that is to stand there, each key once
   * @throws WorldFault when Kafka can't be read or has not acknowledged; some may be written then
   */
  Done write(Stream<RegistryRecord> wanted) {
    Map<String, String> standing = standing();
    List<ProducerRecord<byte[], byte[]>> changes = new ArrayList<>();
    int written = 0;
    int unchanged = 0;
    int refused = 0;
    for (RegistryRecord record : (Iterable<RegistryRecord>) wanted::iterator) {
      byte[] value = codec.encode(record);
      String print = print(value);
      if (print.equals(standing.remove(record.key()))) {
        unchanged++;
      } else if (holdsToTheContract(record, value)) {
        append(changes, record(record, value, print));
        written++;
      } else {
        refused++;
      }
    }
    standing.keySet().stream().sorted().forEach(key -> append(changes, tombstone(key)));
    flush(changes);
    return new Done(written, standing.size(), unchanged, refused);
  }

  private void append(
      List<ProducerRecord<byte[], byte[]>> changes, ProducerRecord<byte[], byte[]> change) {
    changes.add(change);
    if (changes.size() == TOGETHER) {
      flush(changes);
    }
  }

  private void flush(List<ProducerRecord<byte[], byte[]>> changes) {
    if (!changes.isEmpty()) {
      log.appendAll(changes);
      changes.clear();
    }
  }

  /** Readers would set it aside; what stood there before stays. */
  private boolean holdsToTheContract(RegistryRecord record, byte[] value) {
    try {
      codec.decode(value, record.getClass());
      return true;
    } catch (InvalidEvent e) {
      LOG.error("{} is not written to {}: {}", record.key(), Topics.REGISTRY, e.getMessage());
      return false;
    }
  }

  /** Prints of the values that stand there, by key. */
  private Map<String, String> standing() {
    Map<String, String> prints = new HashMap<>();
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      long until = System.nanoTime() + READING.toNanos();
      while (consumer.position(PARTITION) < end) {
        if (System.nanoTime() > until) {
          throw new WorldFault(Topics.REGISTRY + " could not be read in time", null);
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          String key = new String(record.key(), StandardCharsets.UTF_8);
          if (record.value() == null) {
            prints.remove(key);
          } else {
            prints.put(key, print(record.value()));
          }
        }
      }
    }
    return prints;
  }

  private ProducerRecord<byte[], byte[]> record(RegistryRecord record, byte[] value, String print) {
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>(Topics.REGISTRY, bytes(record.key()), value);
    put(sent.headers(), EventHeaders.SPEC_VERSION, "1.0");
    // The same content has the same id, whoever writes it.
    put(sent.headers(), EventHeaders.ID, record.key() + "/" + print);
    put(sent.headers(), EventHeaders.TYPE, EventType.of(record.getClass()).ceType());
    put(sent.headers(), EventHeaders.SOURCE, source);
    put(sent.headers(), EventHeaders.TIME, clock.instant().toString());
    put(sent.headers(), EventHeaders.SUBJECT, record.key());
    put(sent.headers(), EventHeaders.CONTENT_TYPE, "application/json");
    return sent;
  }

  private static ProducerRecord<byte[], byte[]> tombstone(String key) {
    return new ProducerRecord<>(Topics.REGISTRY, bytes(key), null);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String print(byte[] value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
