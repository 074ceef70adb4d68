package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.Announced;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.journey.Journey;
import vn.gdnn.newswire.publish.journey.Journeys;
import vn.gdnn.newswire.publish.keeper.Keeper;
import vn.gdnn.newswire.publish.keeper.KeptNews;
import vn.gdnn.newswire.publish.reading.ArticleQuery;
import vn.gdnn.newswire.publish.reading.FeedKey;
import vn.gdnn.newswire.publish.reading.FeedList;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.revision.Heads;
import vn.gdnn.newswire.publish.revision.Revisions;
import vn.gdnn.newswire.publish.writing.ArticleWriter;

/**
 * Every query that this room sends is served by an index: each of its methods is used once, what
 * goes over the wire is noted, and a real MongoDB explains it.
 */
class QueryPlansTest {

  private static final Logger LOG = LoggerFactory.getLogger(QueryPlansTest.class);

  private final SentQueries sent = new SentQueries();
  private final MongoDatabase database = TestDatabase.fresh(sent);
  private final Store store = new Store(database);
  private final Set<String> used = new TreeSet<>();
  private final Heads heads = noted(Heads.class, new MongoHeads(store));
  private final Revisions revisions = noted(Revisions.class, new MongoRevisions(store));
  private final Journeys journeys = noted(Journeys.class, new MongoJourneys(store));
  private final KeptNews kept = noted(KeptNews.class, new MongoKeptNews(store));
  private final News news = noted(News.class, new MongoNews(store));

  @BeforeEach
  void askForEverything() {
    write();
    read();
  }

  @Test
  void nothingIsLeftOut() {
    assertThat(used)
        .isEqualTo(
            Stream.of(Heads.class, Revisions.class, Journeys.class, KeptNews.class, News.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .map(QueryPlansTest::name)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(sent.queries()).extracting(BsonDocument::getFirstKey).contains("find", "update");
  }

  @Test
  void eachQueryHasAnIndexThatServesItInItsOrder() {
    assertThat(sent.queries()).hasSizeGreaterThan(15);
    for (BsonDocument query : sent.queries()) {
      String collection = query.getString(query.getFirstKey()).getValue();
      assertThat(QueryPlan.canBeServed(query, sent.indexes(collection)))
          .as("an index for %s", query)
          .isTrue();
    }
  }

  @Test
  void mongoDbServesEachByIndex() {
    if (!TestDatabase.isMongoDb()) {
      LOG.info("query plans are not explained: {} is no MongoDB", TestDatabase.engine());
    }
    assumeTrue(TestDatabase.isMongoDb(), "only MongoDB explains its plans");
    for (BsonDocument query : sent.queries()) {
      BsonDocument explained =
          database.runCommand(
              new BsonDocument("explain", query)
                  .append("verbosity", new BsonString("queryPlanner")),
              BsonDocument.class);
      assertThat(QueryPlan.faults(explained)).as("%s: %s", query, explained).isEmpty();
    }
    LOG.info("MongoDB explained {} queries", sent.queries().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'stage': 'FETCH', 'inputStage': {'stage': 'IXSCAN'}} |",
        "{'stage': 'EXPRESS_IXSCAN'} |",
        "{'queryPlan': {'stage': 'LIMIT', 'inputStage': {'stage': 'IDHACK'}}} |",
        "{'stage': 'SORT_MERGE', 'inputStages': [{'stage': 'IXSCAN'}, {'stage': 'IXSCAN'}]} |",
        "{'stage': 'LIMIT', 'inputStage': {'stage': 'COLLSCAN'}} | COLLSCAN",
        "{'stage': 'SORT', 'inputStage': {'stage': 'FETCH', 'inputStage': {'stage': 'IXSCAN'}}} |"
            + " SORT",
        "{'stage': 'OR', 'inputStages': [{'stage': 'IXSCAN'}, {'stage': 'COLLSCAN'}]} | COLLSCAN",
        "{'stage': 'FETCH'} | no index in [FETCH]",
      })
  void knowsAPlanThatGrows(String plan, String fault) {
    BsonDocument explained =
        BsonDocument.parse("{'queryPlanner': {'winningPlan': %s}}".formatted(plan));
    List<String> faults = QueryPlan.faults(explained);
    if (fault == null) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults).contains(fault);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'find': 'x', 'filter': {'_id': 1}} | true",
        "{'find': 'x', 'filter': {'_id': {'$in': [1, 2]}}, 'sort': {'_id': 1}} | true",
        "{'find': 'x', 'sort': {'_id': -1}} | true",
        "{'find': 'x', 'filter': {'a': 1}, 'sort': {'b': 1, '_id': 1}} | true",
        "{'find': 'x', 'filter': {'$and': [{'a': 1}, {'c': 2}]}, 'sort': {'b': -1, '_id': -1}} |"
            + " true",
        "{'find': 'x', 'filter': {'a': {'$exists': true}}} | true",
        "{'find': 'x', 'filter': {'a': 1}, 'sort': {'b': 1, '_id': -1}} | false",
        "{'find': 'x', 'filter': {'a': {'$gt': 1}}, 'sort': {'b': -1, '_id': -1}} | false",
        "{'find': 'x', 'filter': {'b': 1}} | false",
        "{'find': 'x', 'filter': {'$or': [{'a': 1}, {'c': 1}]}} | false",
        "{'find': 'x'} | false",
        "{'update': 'x', 'updates': [{'q': {'c': 1}}]} | false",
        "{'update': 'x', 'updates': [{'q': {'_id': 1, 'c': 1}}]} | true",
      })
  void knowsWhatAnIndexCanServe(String query, boolean can) {
    List<BsonDocument> indexes =
        List.of(BsonDocument.parse("{'key': {'a': -1, 'b': -1, '_id': -1}}"));
    assertThat(QueryPlan.canBeServed(BsonDocument.parse(query), indexes)).isEqualTo(can);
  }

  private void write() {
    Announced announced = new Announced();
    ArticleWriter writer = new ArticleWriter(heads, revisions, announced, Clock.systemUTC());
    Keeper keeper = new Keeper(kept, revisions, Duration.ofDays(30));
    for (int i = 0; i < 60; i++) {
      writer.write(Events.draft("n" + i, "Bài " + i, i).naming("u-1").arrives());
    }
    Arrival correction = Events.draft("n3", "Bài 3, sửa", 70).naming("u-1").arrives();
    writer.write(correction);
    writer.write(Events.withdrawal("n4", 71));
    long offset = 0;
    for (Entry entry : announced.entries()) {
      keeper.apply(entry, offset++);
    }
    assertThat(journeys.replace(new Journey(Events.id("n1"), 1, List.of()))).isTrue();
    assertThat(journeys.replace(new Journey(Events.id("n1"), 2, List.of()))).isTrue();
    journeys.find(Events.id("n1"));
    kept.waiting();
  }

  private void read() {
    FeedKey unit = FeedKey.of(Kind.UNIT, "u-1");
    news.article(Events.id("n1"), Document::title);
    news.revision(Events.id("n1"), 1, 0);
    FeedList all = news.feed(FeedKey.ALL).orElseThrow();
    news.revisions(all.items(), Document::title);
    news.archive(unit, 1);
    news.entity(Kind.UNIT, "u-1");
    assertThat(news.months()).isNotEmpty();
    news.changes(3, 10);
    news.newestChanges(10);
    news.newestNumber();
    news.standing();
    news.registry(Kind.UNIT, "u-1");
    news.newestKnown();
    news.knownEntities();
    news.published(found -> assertThat(found.id()).isNotNull());
    ArticleQuery.Position position = new ArticleQuery.Position(Events.at(20), Events.id("n20"));
    for (Kind kind : new Kind[] {null, Kind.UNIT}) {
      for (boolean dated : new boolean[] {false, true}) {
        for (String words : new String[] {null, "bai", "bai 7"}) {
          for (ArticleQuery.Position after : new ArticleQuery.Position[] {null, position}) {
            news.articles(
                new ArticleQuery(
                    kind,
                    kind == null ? null : "u-1",
                    dated ? Events.at(1) : null,
                    dated ? Events.at(50) : null,
                    words,
                    after,
                    10),
                Document::title);
          }
        }
      }
    }
  }

  private <T> T noted(Class<T> type, T on) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              used.add(name(method));
              try {
                return method.invoke(on, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName()
        + "."
        + method.getName()
        + Arrays.toString(method.getParameterTypes());
  }
}
