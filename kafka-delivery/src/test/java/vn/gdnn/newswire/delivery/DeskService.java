package vn.gdnn.newswire.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.gdnn.newswire.delivery.fault.WorldFaults;
import vn.gdnn.newswire.delivery.topic.TopicUse;
import vn.gdnn.newswire.delivery.topic.Topics;

/** A small service: reads one topic and does with each article's events what a test says. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DeskService {

  /** Stands for an exception of a foreign library. */
  static final class StoreAway extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What arrived, and what to do with it. */
  static final class Desk {
    private final Map<UUID, Consumer<ReceivedEvent>> orders = new ConcurrentHashMap<>();
    private final List<ReceivedEvent> seen = new ArrayList<>();

    void when(UUID key, Consumer<ReceivedEvent> order) {
      orders.put(key, order);
    }

    void take(ReceivedEvent event) {
      synchronized (seen) {
        seen.add(event);
      }
      orders.getOrDefault(event.key(), any -> {}).accept(event);
    }

    void forget(UUID key) {
      synchronized (seen) {
        seen.removeIf(event -> event.key().equals(key));
      }
    }

    List<ReceivedEvent> seen(UUID key) {
      synchronized (seen) {
        return seen.stream().filter(event -> event.key().equals(key)).toList();
      }
    }
  }

  @Bean
  Desk desk() {
    return new Desk();
  }

  @Bean
  Consumer<Message<byte[]>> readEvents(Desk desk) {
    return message -> desk.take(ReceivedEvent.of(message));
  }

  @Bean
  TopicUse topicUse(DeskTopic topic) {
    return TopicUse.reading(topic.name()).writing(Topics.INGESTED, Topics.ENRICHED);
  }

  record DeskTopic(String name) {}

  @Bean
  DeskTopic deskTopic(org.springframework.core.env.Environment environment) {
    return new DeskTopic(environment.getRequiredProperty("desk.topic"));
  }

  @Bean
  WorldFaults storeFaults() {
    return exception -> exception instanceof StoreAway;
  }

  /** Starts one in this JVM, on the broker given. */
  static ConfigurableApplicationContext start(
      String address, String service, String topic, String... more) {
    Stream<String> settings =
        Stream.of(
            "KAFKA_BOOTSTRAP_SERVERS=" + address,
            "TOPIC_PARTITIONS=2",
            "SEND_TIMEOUT=4s",
            "desk.topic=" + topic,
            "newswire.delivery.service=" + service,
            "newswire.delivery.back-off.initial=50ms",
            "newswire.delivery.back-off.max=400ms",
            "newswire.delivery.lag-interval=200ms",
            "newswire.delivery.when-kafka-is-away=Nobody reads anything new.",
            "spring.cloud.function.definition=readEvents",
            "spring.cloud.stream.bindings.readEvents-in-0.destination=" + topic);
    return new SpringApplicationBuilder(DeskService.class)
        .bannerMode(org.springframework.boot.Banner.Mode.OFF)
        .properties(Stream.concat(settings, Stream.of(more)).toArray(String[]::new))
        .run();
  }

  /** A process of its own: settings come as arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(DeskService.class, arguments);
  }
}
