package vn.gdnn.newswire.publish.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The engine that the storage suite runs against: the one that {@code GDNN_TEST_MONGODB_URI} names,
 * else a container where Docker runs, else the embedded store. Says which, once.
 */
public final class TestDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(TestDatabase.class);
  private static final TestDatabase SHARED = new TestDatabase();

  private final String engine;
  private final String uri;
  private final MongoClient client;

  private TestDatabase() {
    String given = System.getenv("GDNN_TEST_MONGODB_URI");
    if (given != null && !given.isBlank()) {
      engine = "the one that GDNN_TEST_MONGODB_URI names";
      uri = given;
    } else if (DockerClientFactory.instance().isDockerAvailable()) {
      engine = "MongoDB in a container";
      uri = startContainer();
    } else {
      engine = "the embedded store";
      uri = startEmbedded();
    }
    client = MongoClients.create(uri);
    LOG.info("storage suite runs against {}", engine);
  }

  /** A fresh, empty database. */
  public static MongoDatabase fresh() {
    return SHARED.client.getDatabase("test-" + UUID.randomUUID());
  }

  /** The same, on a connection of its own that is listened to until the JVM ends. */
  static MongoDatabase fresh(CommandListener listener) {
    return MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(SHARED.uri))
                .addCommandListener(listener)
                .build())
        .getDatabase("test-" + UUID.randomUUID());
  }

  /** Whether it is MongoDB itself, and not an engine that speaks its protocol. */
  static boolean isMongoDb() {
    return SHARED
        .client
        .getDatabase("admin")
        .runCommand(new Document("buildInfo", 1))
        .containsKey("storageEngines");
  }

  /** What the suite runs against. */
  static String engine() {
    return SHARED.engine;
  }

  @SuppressWarnings("resource") // stopped with the JVM by Testcontainers
  private static String startContainer() {
    MongoDBContainer container = new MongoDBContainer("mongo:8.0");
    container.start();
    return container.getConnectionString();
  }

  private static String startEmbedded() {
    MongoServer server = new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    return server.bindAndGetConnectionString();
  }
}
