package vn.gdnn.newswire.publish.keeper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.FeedKey;

/** Where the keeper keeps what readers see. It alone writes there. */
public interface KeptNews {

  /** An article, if an entry ever named it. */
  Optional<KeptArticle> article(UUID id);

  /** Those of the feeds that exist, by path. */
  Map<String, KeptFeed> feeds(Collection<FeedKey> keys);

  /** A full archive page. */
  Optional<KeptPage> page(String path, int number);

  /** Those of the entities that exist, by the path of their feed. */
  Map<String, KeptEntity> entities(Collection<FeedKey> keys);

  /** How many articles are published by month; counted where that was not kept yet. */
  KeptMonths months();

  /**
   * Replaces lists in one bulk, each only where it stands as it was read.
   *
   * @return false when somebody else wrote one of them in between; some may have been written then
   */
  boolean saveLists(List<Replacement> lists);

  /**
   * Replaces an article where it stands as it was read; false when somebody else wrote in between.
   */
  boolean saveArticle(KeptArticle article, long asRead);

  /** The newest change. */
  Optional<NumberedChange> lastChange();

  /** Adds a change; false when its number is taken. */
  boolean add(NumberedChange change);

  /** What articles wait for: an embargo's end, or a notice's. */
  List<Due> waiting();

  /**
   * A list to replace: a {@link KeptFeed}, {@link KeptPage}, {@link KeptEntity} or {@link
   * KeptMonths}.
   *
   * @param list the new list
   * @param asRead its {@code upTo} as it was read, -1 when there was none
   */
  record Replacement(Record list, long asRead) {}

  /**
   * A change with the entry it stands for.
   *
   * @param change what readers get
   * @param offset the entry's offset in {@code articles.published.v1}
   */
  record NumberedChange(Change change, long offset) {}
}
