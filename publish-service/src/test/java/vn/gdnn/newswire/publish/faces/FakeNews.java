package vn.gdnn.newswire.publish.faces;

import java.text.Normalizer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.publish.document.Document;
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

/** News in memory: the newest revision of what was put. Many threads may read while one puts. */
public class FakeNews implements News {

  private static final Comparator<Document> ORDER =
      Comparator.comparing(Document::published).thenComparing(Document::id).reversed();

  private final Map<UUID, Document> documents = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, RegistryRecord> registry = new LinkedHashMap<>();
  private Instant changedAt = Instant.parse("2024-01-01T00:00:00Z");
  private boolean ownDate = true;
  private boolean away;
  private int begun;
  private @Nullable UUID unreadable;
  private boolean forgetful;
  private boolean slow;
  private int page = 50;
  private int reads;
  private int asked;

  public synchronized void clear() {
    documents.clear();
    changes.clear();
    registry.clear();
    away = false;
    begun = 0;
    unreadable = null;
    forgetful = false;
    slow = false;
    page = 50;
    reads = 0;
    changedAt = Instant.parse("2024-01-01T00:00:00Z");
    ownDate = true;
  }

  public synchronized void put(Document... some) {
    for (Document document : some) {
      Document before = documents.put(document.id(), document);
      Entry.What what =
          switch (document.status()) {
            case WITHDRAWN -> Entry.What.WITHDRAWN;
            default -> before == null ? Entry.What.PUBLISHED : Entry.What.CORRECTED;
          };
      // As the keeper has it.
      ownDate = document.updatedAt().getEpochSecond() > changedAt.getEpochSecond();
      changedAt = document.updatedAt().isAfter(changedAt) ? document.updatedAt() : changedAt;
      changes.add(
          new Change(
              changes.size() + 1,
              document.id(),
              document.revision(),
              document.tagging(),
              what,
              document.updatedAt()));
    }
  }

  /** What the registry says. */
  public synchronized void register(RegistryRecord... records) {
    for (RegistryRecord record : records) {
      registry.put(record.key(), record);
    }
  }

  @Override
  public synchronized Optional<RegistryRecord> registry(Kind kind, String id) {
    check();
    return Optional.ofNullable(registry.get(RegistryRecord.key(kind, id)));
  }

  /** How many articles fill a page of a feed. */
  public synchronized void setPage(int articles) {
    page = articles;
  }

  public synchronized void setAway(boolean isAway) {
    away = isAway;
  }

  /** Puts them as the keeper does: all but the change, which comes later. */
  public synchronized Runnable begin(Document document) {
    put(document);
    Change later = changes.remove(changes.size() - 1);
    begun++;
    return () -> end(later);
  }

  private synchronized void end(Change change) {
    changes.add(
        new Change(
            changes.size() + 1,
            change.id(),
            change.revision(),
            change.tagging(),
            change.what(),
            change.at()));
    begun--;
  }

  /** Whether the newest change can't be told in time. */
  public synchronized void setSlow(boolean isSlow) {
    slow = isSlow;
  }

  /** An article whose revisions can't be made out of what is stored. */
  public synchronized void setUnreadable(UUID id) {
    unreadable = id;
  }

  /** Whether the newest change is never known without asking. */
  public synchronized void setForgetful(boolean isForgetful) {
    forgetful = isForgetful;
  }

  /** How often revisions were read. */
  public synchronized int reads() {
    return reads;
  }

  /** How often anything was asked of it that a store would have to be asked for. */
  public synchronized int asked() {
    return asked;
  }

  private void check() {
    asked++;
    if (away) {
      throw new NewsUnavailable(new IllegalStateException("away"));
    }
  }

  @Override
  public synchronized <T> Optional<T> article(UUID id, Function<Document, T> as) {
    check();
    return Optional.ofNullable(documents.get(id)).map(as);
  }

  @Override
  public synchronized Optional<Document> revision(UUID id, int revision, int tagging) {
    return article(id).filter(d -> d.revision() == revision && d.tagging() == tagging);
  }

  @Override
  public synchronized <T> List<T> revisions(List<FeedList.Item> items, Function<Document, T> as) {
    check();
    reads++;
    if (items.stream().anyMatch(item -> item.id().equals(unreadable))) {
      throw new IllegalStateException("no document");
    }
    return items.stream()
        .flatMap(i -> revision(i.id(), i.revision(), i.tagging()).stream())
        .map(as)
        .toList();
  }

  @Override
  public synchronized Optional<FeedList> feed(FeedKey key) {
    check();
    List<Document> naming = naming(key);
    if (naming.isEmpty() && key.kind() != null) {
      return unnamed(key);
    }
    int archived = naming.size() / page * page;
    List<Document> first =
        Stream.concat(
                naming.subList(archived, naming.size()).stream(),
                naming.stream().sorted(ORDER).limit(page))
            .distinct()
            .toList();
    return Optional.of(list(key, FeedList.Page.first(archived / page), first));
  }

  private Optional<FeedList> unnamed(FeedKey key) {
    return registry(key.kind(), key.entityId())
        .filter(RegistryEntity.class::isInstance)
        .map(
            known ->
                new FeedList(
                    key,
                    FeedList.Page.first(0),
                    ((RegistryEntity) known).name(),
                    -1,
                    Instant.EPOCH,
                    false,
                    List.of()));
  }

  @Override
  public synchronized Optional<FeedList> archive(FeedKey key, int number) {
    check();
    List<Document> naming = naming(key);
    int full = naming.size() / page;
    boolean unknown = naming.isEmpty() && key.kind() != null;
    return unknown || number > full + 1
        ? Optional.empty()
        : Optional.of(
            list(
                key,
                number > full ? FeedList.Page.open(number) : FeedList.Page.full(number),
                naming.subList((number - 1) * page, Math.min(naming.size(), number * page))));
  }

  /** In the order of first appearance. */
  private List<Document> naming(FeedKey key) {
    return documents.values().stream()
        .filter(d -> key.kind() == null || names(d, key.kind(), key.entityId()))
        .toList();
  }

  private FeedList list(FeedKey key, FeedList.Page which, List<Document> some) {
    String name =
        key.kind() == null ? null : entity(key.kind(), key.entityId()).orElseThrow().name();
    return new FeedList(
        key,
        which,
        name,
        changes.size(),
        changedAt,
        ownDate,
        some.stream()
            .sorted(ORDER)
            .map(d -> new FeedList.Item(d.id(), d.revision(), d.tagging(), d.published()))
            .toList());
  }

  private static boolean names(Document document, Kind kind, String id) {
    return document.tags().stream().anyMatch(t -> t.kind() == kind && t.id().equals(id));
  }

  @Override
  public synchronized Optional<Entity> entity(Kind kind, String id) {
    check();
    List<Document> naming =
        documents.values().stream().filter(d -> names(d, kind, id)).sorted(ORDER).toList();
    return naming.stream()
        .flatMap(d -> d.tags().stream())
        .filter(t -> t.kind() == kind && t.id().equals(id))
        .findFirst()
        .map(
            tag ->
                new Entity(
                    kind,
                    id,
                    tag.name(),
                    tag.known(),
                    naming.size(),
                    naming.get(naming.size() - 1).published(),
                    naming.get(0).published()));
  }

  @Override
  public synchronized <T> List<T> articles(ArticleQuery query, Function<Document, T> as) {
    check();
    Stream<Document> found =
        documents.values().stream()
            .filter(d -> d.status() == Document.Status.PUBLISHED)
            .filter(d -> query.kind() == null || names(d, query.kind(), query.entityId()))
            .filter(d -> query.from() == null || !d.published().isBefore(query.from()))
            .filter(d -> query.to() == null || d.published().isBefore(query.to()))
            .filter(d -> query.words() == null || holds(d, query.words()))
            .sorted(ORDER);
    if (query.after() != null) {
      Comparator<ArticleQuery.Position> order =
          Comparator.comparing(ArticleQuery.Position::published)
              .thenComparing(ArticleQuery.Position::id);
      found =
          found.filter(
              d ->
                  order.compare(new ArticleQuery.Position(d.published(), d.id()), query.after())
                      < 0);
    }
    return found.limit(query.limit()).map(as).toList();
  }

  private static boolean holds(Document document, String words) {
    String text = fold(document.title() + " " + document.body());
    return Stream.of(fold(words).split("\\s+")).allMatch(text::contains);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public synchronized List<Month> months() {
    check();
    Map<YearMonth, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    documents.values().stream()
        .filter(d -> d.status() == Document.Status.PUBLISHED)
        .forEach(d -> counts.merge(Month.of(d.published()), 1, Integer::sum));
    return counts.entrySet().stream().map(one -> new Month(one.getKey(), one.getValue())).toList();
  }

  @Override
  public synchronized List<Change> newestChanges(int limit) {
    check();
    List<Change> newest = new ArrayList<>(changes);
    Collections.reverse(newest);
    return newest.stream().limit(limit).toList();
  }

  @Override
  public synchronized Standing standing() {
    check();
    return new Standing(changes.isEmpty() ? null : changes.get(changes.size() - 1), begun == 0);
  }

  @Override
  public synchronized long newestNumber() {
    check();
    if (slow) {
      throw new NewsUnavailable(new IllegalStateException("slow"));
    }
    return changes.size();
  }

  @Override
  public synchronized long newestKnown() {
    return away || slow || forgetful ? NOT_KNOWN : changes.size();
  }

  @Override
  public synchronized List<Entity> knownEntities() {
    check();
    return documents.values().stream()
        .flatMap(d -> d.tags().stream())
        .map(tag -> entity(tag.kind(), tag.id()).orElseThrow())
        .filter(Entity::known)
        .distinct()
        .sorted(Comparator.comparing(Entity::kind).thenComparing(Entity::id))
        .toList();
  }

  @Override
  public synchronized void published(Consumer<PublishedArticle> each) {
    check();
    documents.values().stream()
        .filter(d -> d.status() == Document.Status.PUBLISHED)
        .sorted(ORDER.reversed())
        .forEach(d -> each.accept(new PublishedArticle(d.id(), d.updatedAt())));
  }

  @Override
  public synchronized List<Change> changes(long after, int limit) {
    check();
    return changes.stream().filter(change -> change.number() > after).limit(limit).toList();
  }
}
