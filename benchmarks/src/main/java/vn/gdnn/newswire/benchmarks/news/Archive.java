package vn.gdnn.newswire.benchmarks.news;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.mongo.MongoHeads;
import vn.gdnn.newswire.publish.mongo.MongoKeptNews;
import vn.gdnn.newswire.publish.mongo.MongoRevisions;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.writing.Announcements;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

/**
 * Articles in a store, as publish-service's writer and keeper leave them there, with a list in
 * memory for the log between the two.
 */
public final class Archive {

  private static final Duration NOTICE = Duration.ofDays(30);

  private final Drafts drafts;
  private final MongoDatabase database;
  private long offset;
  private int articles;

  /** Of these texts, in an empty database. */
  public Archive(List<MarkedFile> texts, MongoDatabase database) {
    this.drafts = new Drafts(texts);
    this.database = database;
  }

  /** Publishes so many articles, each once. To be called once, on the empty database. */
  public void fill(int number) {
    new Store(database).prepare();
    BulkInserts inserts = new BulkInserts(database);
    Store store = new Store(inserts.database());
    FreshNews news = new FreshNews(store);
    Announced announced = new Announced(new ArrayList<>());
    ArticleWriter writer = new ArticleWriter(news.heads(), news, announced, Clock.systemUTC());
    Keeper keeper = new Keeper(news, news, NOTICE);
    for (int i = 0; i < number; i++) {
      writer.write(drafts.arrival(i, offset, ""));
      keep(keeper, announced);
    }
    inserts.flush();
    news.saveKept();
    articles = number;
  }

  /** Corrects an article and keeps it, by the ways of the service. */
  public void correct(int number) {
    Store store = new Store(database);
    MongoRevisions revisions = new MongoRevisions(store);
    Announced announced = new Announced(new ArrayList<>());
    Arrival correction = drafts.arrival(number, offset, "Đính chính lần " + offset + ".");
    new ArticleWriter(new MongoHeads(store), revisions, announced, Clock.systemUTC())
        .write(correction);
    keep(new Keeper(new MongoKeptNews(store), revisions, NOTICE), announced);
  }

  private void keep(Keeper keeper, Announced announced) {
    for (Entry entry : announced.entries()) {
      if (keeper.apply(entry, offset++).isEmpty()) {
        throw new IllegalStateException("an entry said nothing new: " + entry);
      }
    }
    announced.entries().clear();
  }

  /** How many articles there are. */
  public int articles() {
    return articles;
  }

  /** An article's id. */
  public UUID id(int number) {
    return Drafts.id(number);
  }

  /** The date of an article. */
  public Instant published(int number) {
    return Drafts.published(number);
  }

  /** A unit that the article names, and every ninety-seventh one. */
  public Tag named(int number) {
    return drafts.named(number);
  }

  private record Announced(List<Entry> entries) implements Announcements {

    @Override
    public void append(Entry entry, String eventId) {
      entries.add(entry);
    }

    @Override
    public void tell(List<Outcome> outcomes) {
      // Nobody asks.
    }
  }
}
