package vn.gdnn.newswire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.delivery.topic.TopicGate;

/** The service on a store that a newer build has written to. */
class NewerStoreTest {

  private static final Duration LONG = Duration.ofSeconds(90);
  private static final List<String> BINDINGS =
      List.of("publishArticle-in-0", "keepEntry-in-0", "keepJourney-in-0");

  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
  private final MongoServer mongo =
      new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
  private final String uri = mongo.bindAndGetConnectionString();
  private final MongoClient client = MongoClients.create(uri);
  private final MongoDatabase database = client.getDatabase("newswire");
  private ConfigurableApplicationContext service;

  @BeforeEach
  void start() {
    kafka.brokerProperty("auto.create.topics.enable", "false");
    kafka.afterPropertiesSet();
    database
        .getCollection("schema")
        .insertOne(new Document("_id", "documents").append("version", 99));
    service =
        new SpringApplicationBuilder(PublishService.class)
            .properties("spring.config.name=publish-service")
            .run(
                "--server.port=0",
                "--management.server.port=0",
                "--newswire.schema.look-every=200ms",
                "--newswire.delivery.topic-partitions=1",
                "--newswire.mongodb-uri=" + uri + "/newswire",
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString());
  }

  @AfterEach
  void stop() {
    service.close();
    client.close();
    mongo.shutdownNow();
    kafka.destroy();
  }

  @Test
  void servesWhatIsThere_leavesEventsToANewerOne_andSaysWhy() throws Exception {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(ask("management", "/actuator/health/news"))
                    .contains(
                        "The store holds documents of version 99, this publish-service writes"
                            + " version 2: it serves what is there and writes nothing."));
    assertThat(ask("server", "/feeds/all.atom")).contains("<feed");

    await().atMost(LONG).until(() -> service.getBean(TopicGate.class).isReading());
    BindingsLifecycleController bindings = service.getBean(BindingsLifecycleController.class);
    for (String name : BINDINGS) {
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(bindings.<Binding<?>>queryState(name))
                      .hasSize(1)
                      .noneMatch(Binding::isRunning));
    }
    assertThat(Set.copyOf(database.listCollectionNames().into(new ArrayList<>())))
        .isEqualTo(Set.of("schema"));
  }

  private String ask(String port, String path) throws Exception {
    int number = service.getEnvironment().getProperty("local." + port + ".port", Integer.class, 0);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
