package vn.gdnn.newswire.enrich.registry;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.delivery.DeliveryProperties;
import vn.gdnn.newswire.delivery.LogWriter;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.enrich.live.LiveTagger;
import vn.gdnn.newswire.events.EventCodec;

/** Starts the registry's writer, once the topics are right. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final long LOOK_MILLIS = 500;

  @Bean
  RegistryTopic registryTopic(
      KafkaProperties kafka,
      ObjectProvider<KafkaConnectionDetails> connection,
      LogWriter log,
      EventCodec codec,
      DeliveryProperties delivery) {
    Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
    connection.ifAvailable(
        details ->
            settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", details.getBootstrapServers())));
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, delivery.service() + "-registry");
    return new RegistryTopic(
        () ->
            new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        log,
        codec,
        Clock.systemUTC(),
        "/" + delivery.service());
  }

  @Bean
  RegistryWriter registryWriter(
      LiveTagger tagger,
      RegistryTopic topic,
      ObjectProvider<TopicGate> gate,
      MeterRegistry meters) {
    return new RegistryWriter(
        () -> tagger.now().registry(),
        topic,
        () -> gate.stream().anyMatch(TopicGate::isReading),
        Clock.systemUTC(),
        meters);
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService registryWriting(RegistryWriter writer) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "registry-writer");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleWithFixedDelay(writer::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return clock;
  }
}
