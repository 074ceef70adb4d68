package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;
import vn.gdnn.newswire.publish.Events;

/** What only a real MongoDB can show: which reads go by index. Runs where Docker does. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class MongoContainerTest {

  @Container private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0");

  @Test
  void readsThatReadersWaitForGoByIndex() {
    try (MongoClient client = MongoClients.create(MONGO.getConnectionString())) {
      MongoDatabase database = client.getDatabase("explained");
      new Store(database).prepare();
      String id = Events.id("a").toString();
      assertByIndex(database, "articles", new Document("_id", id), null);
      assertByIndex(database, "articles", new Document("_id", id).append("upTo", 3L), null);
      assertByIndex(database, "heads", new Document("_id", id).append("writes", 3L), null);
      assertByIndex(
          database,
          "articles",
          new Document("status", "published"),
          new Document("published", -1).append("_id", -1));
      assertByIndex(
          database,
          "articles",
          new Document("status", "published").append("names", "units/u-1"),
          new Document("published", -1).append("_id", -1));
    }
  }

  private static void assertByIndex(
      MongoDatabase database, String collection, Document filter, Document sort) {
    String plan =
        database
            .getCollection(collection)
            .find(filter)
            .sort(sort)
            .explain(ExplainVerbosity.QUERY_PLANNER)
            .get("queryPlanner", Document.class)
            .get("winningPlan", Document.class)
            .toJson();
    assertThat(plan).doesNotContain("COLLSCAN");
  }
}
