package vn.gdnn.newswire.publish.registry;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import vn.gdnn.newswire.delivery.fault.BatchFaults;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.InvalidEvent;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.publish.registry.RegistryKeeping.Done;
import vn.gdnn.newswire.publish.registry.RegistryKeeping.Said;

/**
 * Reads {@code registry.entities.v1}, from its first record whenever this instance gets it: what
 * the store holds already costs nothing but a look, and a store that is new is filled.
 */
final class KeepRegistry
    implements BatchMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(KeepRegistry.class);

  private final EventCodec codec;
  private final RegistryKeeping keeping;
  private final Supplier<String> log;
  private final MeterRegistry meters;
  private final Set<String> named = new HashSet<>();
  private @Nullable BatchFaults faults;
  private @Nullable String topicId;
  private long end = -1;

  /**
   * Makes one.
   *
   * @param log asks for the id of the topic
   */
  KeepRegistry(
      EventCodec codec, RegistryKeeping keeping, Supplier<String> log, MeterRegistry meters) {
    this.codec = codec;
    this.keeping = keeping;
    this.log = log;
    this.meters = meters;
    List.of("written", "removed", "known").forEach(result -> count(result, 0));
  }

  /** What becomes of records that can't be read; told before the first one comes. */
  void setFaults(BatchFaults faults) {
    this.faults = faults;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    consumer.seekToBeginning(partitions);
    named.clear();
    topicId = null;
    end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
  }

  /** On the thread that also hears of partitions. */
  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
    String from = topicId;
    if (from == null) {
      from = log.get();
      topicId = from;
    }
    Map<String, Said> newest = new LinkedHashMap<>();
    int unread = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        Said said = read(record);
        newest.put(said.key(), said);
      } catch (InvalidEvent e) {
        // One that was read before is set aside again only with its batch: at a new start.
        faults().setAside(record, e);
        unread++;
      }
    }
    Done done = keeping.keep(from, List.copyOf(newest.values()));
    count("written", done.written());
    count("removed", done.removed());
    count("known", records.size() - unread - done.written() - done.removed());
    faults().handled(records.size() - unread);
    forgetOthers(from, newest.keySet(), records.get(records.size() - 1).offset());
    if (done.written() + done.removed() > 0) {
      LOG.info("registry: {} written, {} removed", done.written(), done.removed());
    }
  }

  /** Once, when all that stood in the topic has been read. */
  private void forgetOthers(String from, Set<String> keys, long last) {
    if (end < 0) {
      return;
    }
    named.addAll(keys);
    if (last >= end - 1) {
      count("removed", keeping.forgetOthers(from, last + 1, named));
      named.clear();
      end = -1;
    }
  }

  private BatchFaults faults() {
    if (faults == null) {
      throw new IllegalStateException("not told what becomes of records that can't be read");
    }
    return faults;
  }

  private Said read(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new InvalidEvent(InvalidEvent.Reason.BREAKS_SCHEMA, "a record without a key");
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      return new Said(key, record.offset(), null);
    }
    Header type = record.headers().lastHeader(EventHeaders.TYPE);
    RegistryRecord value =
        codec.decodeRegistryRecord(
            record.value(), type == null ? "" : new String(type.value(), StandardCharsets.UTF_8));
    if (!value.key().equals(key)) {
      throw new InvalidEvent(InvalidEvent.Reason.BREAKS_SCHEMA, "the key is another entity's");
    }
    return new Said(key, record.offset(), value);
  }

  private void count(String result, int by) {
    meters.counter("articles.registry.records", "result", result).increment(by);
  }
}
