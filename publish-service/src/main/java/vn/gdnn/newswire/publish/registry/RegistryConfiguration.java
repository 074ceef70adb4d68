package vn.gdnn.newswire.publish.registry;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.delivery.DeliveryProperties;
import vn.gdnn.newswire.delivery.WorldFault;
import vn.gdnn.newswire.delivery.fault.FaultHandling;
import vn.gdnn.newswire.delivery.topic.Broker;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.delivery.watch.ConsumerLag;
import vn.gdnn.newswire.events.EventCodec;

/**
 * Reads the registry's topic in batches, which a binding of single records would write one by one.
 */
@Configuration
class RegistryConfiguration {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int AT_A_TIME = 500;

  @Bean
  KeepRegistry keepRegistry(
      EventCodec codec, KeptRegistry kept, Broker broker, MeterRegistry meters) {
    return new KeepRegistry(codec, new RegistryKeeping(kept), () -> topicId(broker), meters);
  }

  private static String topicId(Broker broker) {
    try {
      return Broker.await(
              broker.admin().describeTopics(List.of(Topics.REGISTRY)).allTopicNames(), TIMEOUT)
          .get(Topics.REGISTRY)
          .topicId()
          .toString();
    } catch (ExecutionException e) {
      throw new WorldFault("Kafka does not tell the id of " + Topics.REGISTRY, e);
    }
  }

  @Bean
  KafkaMessageListenerContainer<byte[], byte[]> registryReader(
      KeepRegistry keeper,
      KafkaProperties kafka,
      ObjectProvider<KafkaConnectionDetails> connection,
      DeliveryProperties delivery,
      FaultHandling faults,
      ConsumerLag lag) {
    Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
    connection.ifAvailable(
        details ->
            settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", details.getBootstrapServers())));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_A_TIME);
    settings.put(
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.maxRecordBytes(Topics.REGISTRY));
    String group = delivery.service() + ".registry";
    ContainerProperties properties = new ContainerProperties(Topics.REGISTRY);
    properties.setGroupId(group);
    properties.setMessageListener(keeper);
    properties.setConsumerRebalanceListener(keeper);
    KafkaMessageListenerContainer<byte[], byte[]> container =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            properties);
    container.setAutoStartup(false);
    keeper.setFaults(faults.applyToBatches(container, Topics.REGISTRY));
    lag.watch(Topics.REGISTRY, group);
    lag.watchDeadLetters(Topics.deadLetters(Topics.REGISTRY, delivery.service()));
    return container;
  }

  /** Starts the reader once the topics are right, as the gate starts the bindings. */
  @Component
  static class Start {

    private final KafkaMessageListenerContainer<byte[], byte[]> reader;
    private final ObjectProvider<TopicGate> gate;
    private boolean started;

    Start(
        KafkaMessageListenerContainer<byte[], byte[]> registryReader,
        ObjectProvider<TopicGate> gate) {
      this.reader = registryReader;
      this.gate = gate;
    }

    @Scheduled(fixedDelay = 250)
    void onceTheTopicsAreRight() {
      if (!started && gate.stream().anyMatch(TopicGate::isReading)) {
        started = true;
        reader.start();
      }
    }
  }
}
