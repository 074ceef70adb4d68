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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.EventType;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.events.RegistryRecord;
import vn.gdnn.newswire.publish.reading.News;

/** The registry as the service keeps it: a real broker, the embedded store, HTTP. */
class RegistryServiceTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String DEAD_LETTERS = Topics.deadLetters(Topics.REGISTRY, "publish-service");

  private final EventCodec codec = new EventCodec();
  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
  private final MongoServer mongo =
      new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
  private final String uri = mongo.bindAndGetConnectionString();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void startBroker() {
    kafka.brokerProperty("auto.create.topics.enable", "false");
    kafka.afterPropertiesSet();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    producer.close();
    instances.forEach(ConfigurableApplicationContext::close);
    mongo.shutdownNow();
    kafka.destroy();
  }

  private ConfigurableApplicationContext start() {
    ConfigurableApplicationContext instance =
        new SpringApplicationBuilder(PublishService.class)
            .properties("spring.config.name=publish-service")
            .run(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.jmx.enabled=false",
                "--newswire.public-url=https://ban-tin.example",
                "--newswire.delivery.topic-partitions=1",
                "--newswire.delivery.back-off.initial=20ms",
                "--newswire.delivery.back-off.max=200ms",
                "--newswire.mongodb-uri=" + uri + "/newswire?serverSelectionTimeoutMS=500",
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString());
    instances.add(instance);
    await().atMost(LONG).until(() -> instance.getBean(TopicGate.class).isReading());
    return instance;
  }

  private void send(RegistryRecord record) throws Exception {
    send(record.key(), codec.encode(record), EventType.of(record.getClass()).ceType());
  }

  private void send(String key, byte @Nullable [] value, String type) throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.REGISTRY, bytes(key), value);
    record.headers().add(EventHeaders.TYPE, bytes(type));
    producer.send(record).get();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static News news(ConfigurableApplicationContext instance) {
    return instance.getBean(News.class);
  }

  private static double count(
      ConfigurableApplicationContext instance, String meter, String tag, String value) {
    return instance.getBean(MeterRegistry.class).find(meter).tag(tag, value).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static double records(ConfigurableApplicationContext instance, String result) {
    return count(instance, "articles.registry.records", "result", result);
  }

  private HttpResponse<String> get(ConfigurableApplicationContext instance, String path)
      throws Exception {
    int port = instance.getEnvironment().getProperty("local.server.port", Integer.class, 0);
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void keepsWhatComes_setsAsideWhatCannotBeRead_andTakesBackWhatIsGone() throws Exception {
    ConfigurableApplicationContext service = start();
    send(Registered.example("unit"));
    send("UNIT/broken", bytes("{\"kind\":"), EventType.REGISTRY_ENTITY.ceType());
    send("UNIT/another", codec.encode(Registered.unit("vien-mau", "Viện")), "unknown.type");
    send(
        "UNIT/other-key",
        codec.encode(Registered.unit("vien-mau", "Viện")),
        EventType.REGISTRY_ENTITY.ceType());
    send(Registered.unit("vien-mau", "Viện Mẫu", "vien-cu"));
    send(new RegistryMove(Kind.UNIT, "vien-cu", "vien-mau"));
    await().atMost(LONG).until(() -> news(service).registry(Kind.UNIT, "vien-cu").isPresent());

    assertThat(get(service, "/units/tong-cuc-giao-duc-nghe-nghiep").body())
        .contains("Trước và sau", "Tổng cục Dạy nghề");
    HttpResponse<String> moved = get(service, "/units/vien-cu");
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location")).contains("/units/vien-mau");
    assertThat(get(service, "/feeds/units/vien-mau.rss").body()).contains("Viện Mẫu");
    assertThat(letters()).containsExactly("UNIT/broken", "UNIT/another", "UNIT/other-key");
    assertThat(count(service, "articles.dead.letters", "topic", Topics.REGISTRY)).isEqualTo(3);
    await().atMost(LONG).until(() -> records(service, "written") == 3);

    send("UNIT/vien-mau", null, "");
    await().atMost(LONG).until(() -> news(service).registry(Kind.UNIT, "vien-mau").isEmpty());
    assertThat(get(service, "/units/vien-mau").statusCode()).isEqualTo(404);
    await().atMost(LONG).until(() -> records(service, "removed") == 1);
    assertThat(
            count(service, "articles.handled", "topic", Topics.REGISTRY)
                + count(service, "articles.dead.letters", "topic", Topics.REGISTRY))
        .as("all that was sent")
        .isEqualTo(7);
  }

  @Test
  void aSecondInstanceWritesNothingAgain_andBothServeTheSameBytes() throws Exception {
    ConfigurableApplicationContext first = start();
    for (String kind : List.of("person", "unit", "plan")) {
      send(Registered.example(kind));
    }
    await().atMost(LONG).until(() -> records(first, "written") == 3);
    ConfigurableApplicationContext second = start();
    for (String page :
        List.of(
            "/people/truong-anh-dung",
            "/units/tong-cuc-giao-duc-nghe-nghiep",
            "/feeds/plans/quyet-dinh-1956-qd-ttg.atom")) {
      HttpResponse<String> one = get(first, page);
      HttpResponse<String> two = get(second, page);
      assertThat(two.statusCode()).isEqualTo(200);
      assertThat(two.body()).isEqualTo(one.body());
      assertThat(two.headers().firstValue("ETag")).isEqualTo(one.headers().firstValue("ETag"));
    }

    first.close();
    instances.remove(first);
    send(Registered.unit("vien-mau", "Viện Mẫu"));
    await().atMost(LONG).until(() -> records(second, "written") == 1);

    assertThat(records(second, "known")).as("read again from the first").isEqualTo(3);
  }

  @Test
  void waitsWhileTheStoreIsAway_andFillsANewOne() throws Exception {
    ConfigurableApplicationContext service = start();
    send(Registered.unit("vien-mau", "Viện Mẫu"));
    await().atMost(LONG).until(() -> records(service, "written") == 1);
    mongo.shutdownNow();
    send(Registered.unit("vien-sau", "Viện Sau"));
    await()
        .atMost(LONG)
        .until(() -> count(service, "articles.retries", "topic", Topics.REGISTRY) > 0);

    MongoServer again = new MongoServer(H2Backend.inMemory().version(ServerVersion.MONGO_5_0));
    again.bind("127.0.0.1", URI.create(uri).getPort());
    try {
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .until(() -> news(service).registry(Kind.UNIT, "vien-sau").isPresent());
      assertThat(news(service).registry(Kind.UNIT, "vien-mau")).as("the store is new").isEmpty();
      service.close();
      instances.remove(service);

      ConfigurableApplicationContext next = start();
      await().atMost(LONG).until(() -> news(next).registry(Kind.UNIT, "vien-mau").isPresent());
      next.close();
      instances.remove(next);
    } finally {
      again.shutdownNow();
    }
  }

  /** Keys of the dead letters. */
  private List<String> letters() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partition = List.of(new TopicPartition(DEAD_LETTERS, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      List<String> keys = new ArrayList<>();
      await()
          .atMost(LONG)
          .until(
              () -> {
                for (ConsumerRecord<byte[], byte[]> record :
                    consumer.poll(Duration.ofMillis(200))) {
                  keys.add(new String(record.key(), StandardCharsets.UTF_8));
                }
                return keys.size() >= 3;
              });
      return keys;
    }
  }
}
