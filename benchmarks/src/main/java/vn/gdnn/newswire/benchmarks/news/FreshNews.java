package vn.gdnn.newswire.benchmarks.news;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.publish.keeper.Due;
import vn.gdnn.newswire.publish.keeper.KeptArticle;
import vn.gdnn.newswire.publish.keeper.KeptEntity;
import vn.gdnn.newswire.publish.keeper.KeptFeed;
import vn.gdnn.newswire.publish.keeper.KeptNews;
import vn.gdnn.newswire.publish.keeper.KeptPage;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.revision.Head;
import vn.gdnn.newswire.publish.revision.Heads;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;

/**
 * A store while it is filled with articles that were never there: what changes with each of them,
 * the lists, stays in memory until the end, and nothing is read.
 */
final class FreshNews implements KeptNews, Revisions {

  private static final int NONE = -1;
  private static final int AT_ONCE = 50;

  private final Heads heads;
  private final MongoKeptNews kept;
  private final MongoRevisions revisions;
  private final Map<String, KeptFeed> feeds = new HashMap<>();
  private final Map<String, KeptEntity> entities = new HashMap<>();
  private @Nullable Revision lastRevision;
  private @Nullable NumberedChange lastChange;

  FreshNews(Store store) {
    this.heads = new MongoHeads(store);
    this.kept = new MongoKeptNews(store);
    this.revisions = new MongoRevisions(store);
  }

  /** Heads of articles that are not there yet. */
  Heads heads() {
    return new Heads() {
      @Override
      public Optional<Head> find(UUID id) {
        return Optional.empty();
      }

      @Override
      public boolean replace(Head next) {
        return heads.replace(next);
      }
    };
  }

  /** Writes the lists as they are by now. */
  void saveKept() {
    List<Replacement> all = new ArrayList<>();
    feeds.values().forEach(feed -> all.add(new Replacement(feed, NONE)));
    entities.values().forEach(entity -> all.add(new Replacement(entity, NONE)));
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      if (!kept.saveLists(all.subList(i, Math.min(all.size(), i + AT_ONCE)))) {
        throw new IllegalStateException("the database was not empty");
      }
    }
  }

  @Override
  public Optional<Revision> find(UUID id, int revision, int tagging) {
    return Optional.ofNullable(lastRevision).filter(last -> last.document().id().equals(id));
  }

  @Override
  public void save(Revision revision) {
    lastRevision = revision;
    revisions.save(revision);
  }

  @Override
  public Optional<KeptArticle> article(UUID id) {
    return Optional.empty();
  }

  @Override
  public Map<String, KeptFeed> feeds(Collection<FeedKey> keys) {
    return found(keys, feeds);
  }

  @Override
  public Map<String, KeptEntity> entities(Collection<FeedKey> keys) {
    return found(keys, entities);
  }

  private static <T> Map<String, T> found(Collection<FeedKey> keys, Map<String, T> all) {
    return keys.stream()
        .map(FeedKey::path)
        .filter(all::containsKey)
        .collect(Collectors.toMap(path -> path, all::get));
  }

  @Override
  public Optional<KeptPage> page(String path, int number) {
    // Asked when it closes: it is not there yet.
    return Optional.empty();
  }

  @Override
  public boolean saveLists(List<Replacement> lists) {
    List<Replacement> pages = new ArrayList<>();
    for (Replacement replacement : lists) {
      if (replacement.list() instanceof KeptFeed feed) {
        feeds.put(feed.path(), feed);
      } else if (replacement.list() instanceof KeptEntity entity) {
        entities.put(FeedKey.of(entity.kind(), entity.id()).path(), entity);
      } else {
        pages.add(replacement);
      }
    }
    return pages.isEmpty() || kept.saveLists(pages);
  }

  @Override
  public boolean saveArticle(KeptArticle article, long asRead) {
    return kept.saveArticle(article, asRead);
  }

  @Override
  public Optional<NumberedChange> lastChange() {
    return Optional.ofNullable(lastChange);
  }

  @Override
  public boolean add(NumberedChange change) {
    lastChange = change;
    return kept.add(change);
  }

  @Override
  public List<Due> waiting() {
    return List.of();
  }
}
