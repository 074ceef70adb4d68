package vn.gdnn.newswire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.publish.keeper.KeptNews;
import vn.gdnn.newswire.publish.reading.News;

/** Two instances: the one that keeps is stopped, the other goes on in its place. */
class TakeOverTest {

  private static final Logger LOG = LoggerFactory.getLogger(TakeOverTest.class);
  private static final Duration LONG = Duration.ofSeconds(90);

  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
  private final MongoServer mongo =
      new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
  private final String uri = mongo.bindAndGetConnectionString();
  private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

  @AfterEach
  void stop() {
    instances.forEach(ConfigurableApplicationContext::close);
    mongo.shutdownNow();
    kafka.destroy();
  }

  @Test
  void anEmbargoThatTheFirstKeptEndsOnTimeOnTheSecond() throws Exception {
    kafka.brokerProperty("auto.create.topics.enable", "false");
    kafka.afterPropertiesSet();
    ConfigurableApplicationContext first = start();
    await().atMost(LONG).ignoreExceptions().until(() -> isReady(first));
    ConfigurableApplicationContext second = start();

    Instant until = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.MILLIS);
    EnrichedTopic.send(kafka, Events.draft("embargo", "Chờ", 1).embargo(until).arrives());
    await().atMost(LONG).until(() -> hidden(first) + hidden(second) > 0);
    ConfigurableApplicationContext keeper = hidden(first) > 0 ? first : second;
    ConfigurableApplicationContext heir = keeper == first ? second : first;
    assertThat(heir.getBean(KeptNews.class).waiting()).hasSize(1);
    keeper.close();
    instances.remove(keeper);

    News news = heir.getBean(News.class);
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> news.article(Events.id("embargo")).isPresent());
    Duration late = Duration.between(until, Instant.now());
    LOG.info("visible {} ms after the embargo's end", late.toMillis());
    assertThat(late).isBetween(Duration.ZERO, Duration.ofSeconds(5));
  }

  private ConfigurableApplicationContext start() {
    ConfigurableApplicationContext instance =
        new SpringApplicationBuilder(PublishService.class)
            .properties("spring.config.name=publish-service")
            .run(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.jmx.enabled=false",
                "--newswire.delivery.topic-partitions=1",
                "--newswire.mongodb-uri=" + uri + "/newswire",
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString());
    instances.add(instance);
    return instance;
  }

  private static boolean isReady(ConfigurableApplicationContext instance) {
    return instance.getBean(MeterRegistry.class).find("articles.lag").gauges().stream()
        .anyMatch(gauge -> gauge.value() == 0);
  }

  private static double hidden(ConfigurableApplicationContext instance) {
    return instance
        .getBean(MeterRegistry.class)
        .counter("articles.keeper.entries", "result", "hidden")
        .count();
  }
}
