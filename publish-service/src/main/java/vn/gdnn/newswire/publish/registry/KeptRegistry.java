package vn.gdnn.newswire.publish.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.RegistryRecord;

/** Where the registry is kept, each key with the record that wrote it. */
public interface KeptRegistry {

  /** Those of the keys that were ever written. */
  Map<String, Standing> standing(Collection<String> keys);

  /**
   * Replaces what stands under some keys, each only where it stands as it was read.
   *
   * @return false when somebody else wrote one of them in between; some may have been written then
   */
  boolean replace(List<Replacement> replacements);

  /** Every key under which something stands. */
  void keys(Consumer<String> each);

  /**
   * Which record wrote what stands under a key.
   *
   * @param log id of the topic it was read from: a topic made anew counts its offsets from 0 again
   * @param upTo its offset
   * @param there whether anything stands there; not after a record that took it back
   */
  record Standing(String log, long upTo, boolean there) {}

  /**
   * What is to stand under a key.
   *
   * @param key the key
   * @param log id of the topic
   * @param upTo offset of the record that says so
   * @param record what it says; nothing when it takes back what stood there
   * @param asRead what was read of it before; absent when there was nothing
   */
  record Replacement(
      String key,
      String log,
      long upTo,
      @Nullable RegistryRecord record,
      @Nullable Standing asRead) {}
}
