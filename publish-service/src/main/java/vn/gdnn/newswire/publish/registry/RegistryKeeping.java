package vn.gdnn.newswire.publish.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.publish.registry.KeptRegistry.Replacement;
import vn.gdnn.newswire.publish.registry.KeptRegistry.Standing;

/**
 * Keeps what records of the registry say, the newest of each key. Records that were kept already
 * cost a read of their keys and no write.
 */
public final class RegistryKeeping {

  /** Keys that are read and written in one command. FerretDB 1.x takes fewer than a hundred. */
  static final int TOGETHER = 50;

  private final KeptRegistry kept;

  /** Keeps them there. */
  public RegistryKeeping(KeptRegistry kept) {
    this.kept = kept;
  }

  /**
   * What a record says of a key.
   *
   * @param key the key
   * @param offset the record's offset
   * @param record what stands there now; nothing when it was taken back
   */
  public record Said(String key, long offset, @Nullable RegistryRecord record) {}

  /**
   * What was done.
   *
   * @param written keys under which something stands now
   * @param removed keys under which nothing stands any more
   * @param known keys that stood so already
   */
  public record Done(int written, int removed, int known) {

    Done and(Done more) {
      return new Done(written + more.written, removed + more.removed, known + more.known);
    }
  }

  /**
   * Keeps what is newer than what stands there.
   *
   * @param log id of the topic
   * @param said one of each key
   * @throws WrittenMeanwhile when somebody else wrote in between; all of it may be given again
   */
  public Done keep(String log, List<Said> said) {
    Done done = new Done(0, 0, 0);
    for (int from = 0; from < said.size(); from += TOGETHER) {
      done = done.and(keepSome(log, said.subList(from, Math.min(from + TOGETHER, said.size()))));
    }
    return done;
  }

  private Done keepSome(String log, List<Said> said) {
    Map<String, Standing> standing = kept.standing(said.stream().map(Said::key).toList());
    List<Replacement> replacements = new ArrayList<>();
    int removed = 0;
    for (Said one : said) {
      Standing before = standing.get(one.key());
      boolean known =
          before == null
              ? one.record() == null
              : before.log().equals(log) && before.upTo() >= one.offset();
      if (!known) {
        replacements.add(new Replacement(one.key(), log, one.offset(), one.record(), before));
        removed += one.record() == null ? 1 : 0;
      }
    }
    if (!replacements.isEmpty() && !kept.replace(replacements)) {
      throw new WrittenMeanwhile();
    }
    return new Done(replacements.size() - removed, removed, said.size() - replacements.size());
  }

  /**
   * Takes back what stands under keys that the whole topic says nothing of: its record was taken
   * back so long ago that the topic forgot it.
   *
   * @param end the topic's end when it was read
   * @param named the keys that the topic names
   * @return how many keys
   * @throws WrittenMeanwhile as {@link #keep}
   */
  public int forgetOthers(String log, long end, Set<String> named) {
    List<Said> gone = new ArrayList<>();
    kept.keys(
        key -> {
          if (!named.contains(key)) {
            gone.add(new Said(key, end - 1, null));
          }
        });
    return keep(log, gone).removed();
  }

  /** Another instance wrote since it was read. */
  public static final class WrittenMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrittenMeanwhile() {
      super("another instance wrote the registry; the records will be read again");
    }
  }
}
