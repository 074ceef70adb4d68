package vn.gdnn.newswire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.publish.push.Receiver;

/**
 * Two instances as they run, with a real broker: one of them tells the receivers that a file names,
 * and when it stops the other one goes on.
 */
class PushServiceTest {

  private static final Duration LONG = Duration.ofSeconds(90);
  private static final int BEFORE = 5;
  private static final int AFTER = 9;

  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
  private final MongoServer mongo =
      new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
  private final String uri = mongo.bindAndGetConnectionString();
  private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
  private final Receiver site = new Receiver(1);

  @AfterEach
  void stop() {
    instances.forEach(ConfigurableApplicationContext::close);
    site.close();
    mongo.shutdownNow();
    kafka.destroy();
  }

  @Test
  void oneOfTwoTells_andTheOtherGoesOnWhenItStops(@TempDir Path folder) throws Exception {
    kafka.brokerProperty("auto.create.topics.enable", "false");
    kafka.afterPropertiesSet();
    Path receivers =
        Files.writeString(
            folder.resolve("receivers.yml"),
            """
            newswire:
              push:
                receivers:
                  - name: tinh-a
                    url: %s
                    secret-file: %s
                    from: start
                    private-address: true
                  - name: tinh-b
                    url: http://127.0.0.1:9/hook?token=s3cret
                    secret-file: %s
                    from: start
                    private-address: true
            """
                .formatted(site.url(), site.secretFile(folder), site.secretFile(folder)));
    ConfigurableApplicationContext first = start(receivers);
    await().atMost(LONG).ignoreExceptions().until(() -> isReady(first));
    ConfigurableApplicationContext second = start(receivers);

    for (int n = 1; n <= BEFORE; n++) {
      EnrichedTopic.send(kafka, Events.draft("article-" + n, "Bài " + n, n).arrives());
    }
    await().atMost(LONG).until(() -> site.taken().contains((long) BEFORE));
    ConfigurableApplicationContext keeper = delivered(first) > 0 ? first : second;
    ConfigurableApplicationContext heir = keeper == first ? second : first;
    assertThat(delivered(heir)).as("only one of them tells").isZero();
    assertThat(health(keeper, "news", 200))
        .contains("tinh-b", "does not learn of changes", "tinh-a")
        .doesNotContain("s3cret");
    health(keeper, "liveness", 200);
    assertThat(health(heir, "news", 200)).contains("by the instance that is the keeper");

    keeper.close();
    instances.remove(keeper);
    for (int n = BEFORE + 1; n <= AFTER; n++) {
      EnrichedTopic.send(kafka, Events.draft("article-" + n, "Bài " + n, n).arrives());
    }
    await().atMost(LONG).until(() -> site.taken().contains((long) AFTER));
    assertThat(site.taken().stream().distinct())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, AFTER).boxed().toList());
    assertThat(delivered(heir)).isPositive();
  }

  private ConfigurableApplicationContext start(Path receivers) {
    ConfigurableApplicationContext instance =
        new SpringApplicationBuilder(PublishService.class)
            .properties("spring.config.name=publish-service")
            .run(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.jmx.enabled=false",
                "--spring.config.import=file:" + receivers,
                "--newswire.delivery.topic-partitions=1",
                "--newswire.push.back-off.initial=50ms",
                "--newswire.mongodb-uri=" + uri + "/newswire",
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString());
    instances.add(instance);
    return instance;
  }

  private static boolean isReady(ConfigurableApplicationContext instance) {
    return instance.getBean(MeterRegistry.class).find("articles.lag").gauges().stream()
        .anyMatch(gauge -> gauge.value() == 0);
  }

  private static double delivered(ConfigurableApplicationContext instance) {
    return instance
        .getBean(MeterRegistry.class)
        .counter("articles.push.deliveries", "receiver", "tinh-a", "result", "delivered")
        .count();
  }

  private static String health(ConfigurableApplicationContext instance, String group, int status)
      throws Exception {
    int port = instance.getEnvironment().getProperty("local.management.port", Integer.class, 0);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(port, group)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    return answer.body();
  }
}
