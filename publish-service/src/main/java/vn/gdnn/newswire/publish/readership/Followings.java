package vn.gdnn.newswire.publish.readership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where it is kept who follows what. Several instances write it. */
public interface Followings {

  /** The most that are asked for or written at once. */
  int BATCH = 50;

  /** Those of them that are kept; at most {@link #BATCH}. */
  Map<Following.Key, Kept> find(Collection<Following.Key> keys);

  /**
   * Writes them, each only where it stands as it was read; at most {@link #BATCH}.
   *
   * @return false when somebody else wrote one in between; some may have been written then
   */
  boolean save(List<Kept> changed);

  /** Each that is kept, one at a time. */
  void each(Consumer<Following> use);

  /** How many are kept. */
  long count();

  /**
   * Drops those that were not seen since, then, while there are more than so many, those that asked
   * only once before the others, the least recently seen first.
   *
   * @return how many of both
   */
  Dropped drop(Instant notSeenSince, int most);

  /**
   * A following as it is kept.
   *
   * @param following what is known
   * @param writes how often it was written when it was read, 0 for never
   */
  record Kept(Following following, long writes) {}

  /**
   * What was dropped.
   *
   * @param old not seen for long
   * @param tooMany for want of room
   */
  record Dropped(int old, int tooMany) {}
}
