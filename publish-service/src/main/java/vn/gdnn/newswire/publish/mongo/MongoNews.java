package vn.gdnn.newswire.publish.mongo;

import static vn.gdnn.newswire.publish.mongo.Store.ID;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.document.Document.Status;
import vn.gdnn.newswire.publish.keeper.KeptEntity;
import vn.gdnn.newswire.publish.keeper.KeptFeed;
import vn.gdnn.newswire.publish.keeper.KeptNews.NumberedChange;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.Entity;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.reading.Month;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;
import vn.gdnn.newswire.publish.reading.PublishedArticle;
import vn.gdnn.newswire.publish.reading.Standing;

/**
 * What the keeper left in MongoDB, for the faces. Reads that readers wait for go by {@code _id}.
 */
public final class MongoNews implements News {

  private static final int CHANGES_AHEAD = 100;

  /** Ids of one entity that are asked for together. */
  private static final int MOST_IDS = 50;

  private final Store store;
  private final MongoKeptNews kept;
  private final MongoRevisions revisions;
  private final MongoKeptRegistry registry;
  private final LargeRecords large;
  private final AtomicLong newestSeen = new AtomicLong();
  private final NewestChange newest;

  /** Reads that store. */
  public MongoNews(Store store) {
    this(store, new LargeRecords());
  }

  MongoNews(Store store, LargeRecords large) {
    this.store = store;
    this.large = large;
    this.kept = new MongoKeptNews(store);
    this.revisions = new MongoRevisions(store, large);
    this.newest = new NewestChange(this::readNewestNumber, store::changesWritten, System::nanoTime);
    this.registry = new MongoKeptRegistry(store);
  }

  @Override
  public <T> Optional<T> article(UUID id, Function<Document, T> as) {
    return reading(() -> store.find(MongoKeptNews.ARTICLES, id.toString()))
        .flatMap(stored -> large.use(stored, () -> shown(stored).map(as)));
  }

  private Optional<Document> shown(RawBsonDocument stored) {
    return Optional.ofNullable(kept.readArticle(stored).shown());
  }

  @Override
  public Optional<Document> revision(UUID id, int revision, int tagging) {
    return reading(
        () -> revisions.find(id, revision, tagging).map(found -> found.document().visible()));
  }

  @Override
  public <T> List<T> revisions(List<FeedList.Item> items, Function<Document, T> as) {
    return reading(() -> revisions.documents(items, document -> as.apply(document.visible())));
  }

  @Override
  public Optional<FeedList> feed(FeedKey key) {
    return reading(
        () ->
            kept(key)
                .map(found -> found.firstPage(key))
                .or(() -> unnamed(key, FeedList.Page.first(0))));
  }

  private Optional<KeptFeed> kept(FeedKey key) {
    KeptFeed feed = kept.feeds(List.of(key)).get(key.path());
    boolean all = feed == null && key.equals(FeedKey.ALL);
    return all ? Optional.of(KeptFeed.empty(key.path())) : Optional.ofNullable(feed);
  }

  /** The feed of an entity that the registry knows and no article ever named: empty. */
  private Optional<FeedList> unnamed(FeedKey key, FeedList.Page page) {
    return key.kind() == null || key.entityId() == null
        ? Optional.empty()
        : registry
            .find(key.kind(), key.entityId())
            .filter(RegistryEntity.class::isInstance)
            .map(RegistryEntity.class::cast)
            .map(
                known ->
                    new FeedList(key, page, known.name(), -1, Instant.EPOCH, false, List.of()));
  }

  @Override
  public Optional<FeedList> archive(FeedKey key, int number) {
    // The feed first, since the keeper writes it last: what it says is closed is there.
    return reading(
        () ->
            kept(key)
                .flatMap(
                    feed -> {
                      FeedList open = feed.openPage(key);
                      int last = open.page().number();
                      return number == last
                          ? Optional.of(open)
                          : number < last
                              ? kept.page(key.path(), number).map(page -> page.forReaders(key))
                              : Optional.empty();
                    })
                .or(
                    () ->
                        number == 1 && kept(key).isEmpty()
                            ? unnamed(key, FeedList.Page.open(1))
                            : Optional.empty()));
  }

  @Override
  public Optional<Entity> entity(Kind kind, String id) {
    return reading(
        () -> {
          List<FeedKey> keys = everyId(kind, id);
          Map<String, KeptEntity> found = kept.entities(keys);
          return keys.stream()
              .flatMap(key -> Stream.ofNullable(found.get(key.path())))
              .map(MongoNews::forReaders)
              .reduce((named, formerly) -> together(id, named, formerly));
        });
  }

  /** The id itself first, then those that the registry gave up for it. */
  private List<FeedKey> everyId(Kind kind, String id) {
    Stream<String> former =
        registry.find(kind, id).stream()
            .filter(RegistryEntity.class::isInstance)
            .flatMap(known -> ((RegistryEntity) known).formerIds().stream());
    return Stream.concat(Stream.of(id), former)
        .limit(MOST_IDS)
        .map(one -> FeedKey.of(kind, one))
        .toList();
  }

  /** An article names an entity by one id at a time. */
  private static Entity together(String id, Entity named, Entity formerly) {
    return new Entity(
        named.kind(),
        id,
        named.name(),
        named.known(),
        named.articles() + formerly.articles(),
        Collections.min(List.of(named.firstSeen(), formerly.firstSeen())),
        Collections.max(List.of(named.lastSeen(), formerly.lastSeen())));
  }

  @Override
  public Optional<RegistryRecord> registry(Kind kind, String id) {
    return reading(() -> registry.find(kind, id));
  }

  @Override
  public <T> List<T> articles(ArticleQuery query, Function<Document, T> as) {
    if (query.words() != null && FoldedWords.of(query.words()).isEmpty()) {
      return List.of();
    }
    return reading(
        () -> {
          List<T> found = new ArrayList<>();
          store
              .reading(MongoKeptNews.ARTICLES)
              .find(filter(query))
              .sort(new org.bson.Document("published", -1).append(ID, -1))
              .limit(query.limit())
              .batchSize(LargeRecords.BATCH)
              .forEach(
                  stored -> large.use(stored, () -> shown(stored).map(as)).ifPresent(found::add));
          return found;
        });
  }

  @Override
  public List<Month> months() {
    return reading(() -> kept.months().forReaders());
  }

  @Override
  public List<Change> changes(long after, int limit) {
    return reading(
        () -> {
          List<Change> found = new ArrayList<>();
          // Numbers have no gaps, and these are found by index on every engine.
          List<Long> numbers = LongStream.rangeClosed(after + 1, after + limit).boxed().toList();
          store
              .reading(MongoKeptNews.CHANGES)
              .find(Filters.in(ID, numbers))
              .sort(new org.bson.Document(ID, 1))
              .forEach(stored -> found.add(kept.readChange(stored)));
          return found;
        });
  }

  @Override
  public List<Change> newestChanges(int limit) {
    long last = readNewestNumber();
    List<Change> found = new ArrayList<>(changes(Math.max(0, last - limit), limit));
    Collections.reverse(found);
    return found;
  }

  @Override
  public long newestNumber() {
    return newest.number();
  }

  @Override
  public long newestKnown() {
    return newest.known();
  }

  /** From the newest seen one on: only the first time the store is asked to look through them. */
  private long readNewestNumber() {
    long known = newestSeen.get();
    List<Change> next = known == 0 ? List.of() : changes(known - 1, 2);
    while (!next.isEmpty() && next.get(next.size() - 1).number() > known) {
      known = next.get(next.size() - 1).number();
      next = changes(known - 1, CHANGES_AHEAD);
    }
    if (next.isEmpty()) {
      RawBsonDocument last =
          reading(
              () ->
                  store
                      .reading(MongoKeptNews.CHANGES)
                      .find()
                      .sort(new org.bson.Document(ID, -1))
                      .limit(1)
                      .first());
      known = last == null ? 0 : kept.readChange(last).number();
    }
    newestSeen.set(known);
    return known;
  }

  @Override
  public Standing standing() {
    long number = newestNumber();
    return reading(
        () -> {
          RawBsonDocument stored =
              store.reading(MongoKeptNews.CHANGES).find(Filters.eq(ID, number)).first();
          NumberedChange newest = stored == null ? null : kept.readNumbered(stored);
          // But for pages of its archive, the list of all is the first that an entry writes.
          RawBsonDocument all =
              store
                  .reading(MongoKeptNews.FEEDS)
                  .find(Filters.eq(ID, FeedKey.ALL.path()))
                  .projection(Projections.include(Store.UP_TO))
                  .first();
          long begun = all == null ? -1 : all.getNumber(Store.UP_TO).longValue();
          return new Standing(
              newest == null ? null : newest.change(),
              begun == (newest == null ? -1 : newest.offset()));
        });
  }

  @Override
  public List<Entity> knownEntities() {
    return reading(
        () -> {
          List<Entity> found = new ArrayList<>();
          store
              .reading(MongoKeptNews.ENTITIES)
              .find(Filters.eq("entity.known", true))
              .forEach(stored -> found.add(forReaders(kept.readEntity(stored))));
          found.sort(Comparator.comparing(Entity::kind).thenComparing(Entity::id));
          return found;
        });
  }

  @Override
  public void published(Consumer<PublishedArticle> each) {
    reading(
        () -> {
          store
              .reading(MongoKeptNews.ARTICLES)
              .find(Filters.eq("status", Status.PUBLISHED.wire()))
              .projection(Projections.include("updated"))
              .sort(new org.bson.Document("published", 1).append(ID, 1))
              .forEach(
                  stored ->
                      each.accept(
                          new PublishedArticle(
                              UUID.fromString(stored.getString(ID).getValue()),
                              stored.containsKey("updated")
                                  ? Instant.ofEpochMilli(stored.getDateTime("updated").getValue())
                                  : null)));
          return each;
        });
  }

  private Bson filter(ArticleQuery query) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.eq("status", Status.PUBLISHED.wire()));
    if (query.kind() != null && query.entityId() != null) {
      List<String> paths =
          everyId(query.kind(), query.entityId()).stream().map(FeedKey::path).toList();
      all.add(paths.size() == 1 ? Filters.eq("names", paths.get(0)) : Filters.in("names", paths));
    }
    if (query.from() != null) {
      all.add(Filters.gte("published", Date.from(query.from())));
    }
    if (query.to() != null) {
      all.add(Filters.lt("published", Date.from(query.to())));
    }
    if (query.words() != null) {
      all.add(Filters.all("words", FoldedWords.of(query.words())));
    }
    ArticleQuery.Position after = query.after();
    if (after != null) {
      Date published = Date.from(after.published());
      // Said by what follows too, but from this an index knows where to begin.
      all.add(Filters.lte("published", published));
      all.add(
          Filters.or(
              Filters.lt("published", published),
              Filters.and(
                  Filters.eq("published", published), Filters.lt(ID, after.id().toString()))));
    }
    return Filters.and(all);
  }

  static Entity forReaders(KeptEntity entity) {
    return new Entity(
        entity.kind(),
        entity.id(),
        entity.name(),
        entity.known(),
        entity.articles(),
        entity.firstSeen(),
        entity.lastSeen());
  }

  static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (MongoException e) {
      throw new NewsUnavailable(e);
    }
  }
}
