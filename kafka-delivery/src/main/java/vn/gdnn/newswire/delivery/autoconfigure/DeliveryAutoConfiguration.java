package vn.gdnn.newswire.delivery.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaderMapper;
import vn.gdnn.newswire.delivery.DeliveryProperties;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.LogWriter;
import vn.gdnn.newswire.delivery.fault.DeadLetters;
import vn.gdnn.newswire.delivery.fault.DeliveryCounters;
import vn.gdnn.newswire.delivery.fault.FaultHandling;
import vn.gdnn.newswire.delivery.fault.WorldFaults;
import vn.gdnn.newswire.delivery.topic.Broker;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.delivery.watch.BrokerProbe;
import vn.gdnn.newswire.delivery.watch.ConsumerLag;
import vn.gdnn.newswire.events.EventCodec;

/** Gives a service everything it needs to meet Kafka. The gate is {@link GateAutoConfiguration}. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.cloud.stream.config.BindingServiceConfiguration",
      "org.springframework.cloud.stream.function.FunctionConfiguration"
    },
    afterName = {
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@EnableConfigurationProperties(DeliveryProperties.class)
public class DeliveryAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  EventCodec eventCodec() {
    return new EventCodec();
  }

  @Bean
  Broker kafkaBroker(KafkaProperties kafka, ObjectProvider<KafkaConnectionDetails> connection) {
    Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
    address(settings, connection);
    return new Broker(settings);
  }

  @Bean
  @ConditionalOnMissingBean
  LogWriter logWriter(
      DeliveryProperties properties,
      KafkaProperties kafka,
      ObjectProvider<KafkaConnectionDetails> connection,
      ObjectProvider<TopicGate> gate,
      MeterRegistry meters) {
    Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
    address(settings, connection);
    settings.putAll(ProducerSettings.of(properties));
    DefaultKafkaProducerFactory<byte[], byte[]> producers =
        new DefaultKafkaProducerFactory<>(
            settings, new ByteArraySerializer(), new ByteArraySerializer());
    producers.addListener(new MicrometerProducerListener<>(meters));
    return new LogWriter(
        producers,
        properties.sendTimeout(),
        () -> Optional.ofNullable(gate.getIfAvailable()).flatMap(TopicGate::closedBecause));
  }

  @Bean
  @ConditionalOnMissingBean
  EventSender eventSender(LogWriter log, EventCodec codec, ObjectProvider<Tracer> tracer) {
    return new EventSender(
        log,
        codec,
        () ->
            Optional.ofNullable(tracer.getIfAvailable())
                .map(Tracer::currentSpan)
                .flatMap(span -> TraceParent.of(span.context())));
  }

  @Bean
  DeadLetters deadLetters(LogWriter log, EventSender sender, DeliveryProperties properties) {
    return new DeadLetters(log, sender, properties.service());
  }

  @Bean
  FaultHandling faultHandling(
      DeadLetters deadLetters,
      ObjectProvider<WorldFaults> worldFaults,
      DeliveryProperties properties,
      MeterRegistry meters) {
    return new FaultHandling(
        deadLetters,
        worldFaults.orderedStream().toList(),
        properties.backOff(),
        new DeliveryCounters(meters));
  }

  @Bean
  ConsumerLag consumerLag(Broker broker, MeterRegistry meters, DeliveryProperties properties) {
    return new ConsumerLag(broker, meters, properties.lagInterval());
  }

  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> deliveryCustomizer(
      FaultHandling faults, ConsumerLag lag, DeliveryProperties properties) {
    return (container, topic, group) -> {
      faults.apply(container, topic);
      lag.watch(topic, group);
      lag.watchDeadLetters(Topics.deadLetters(topic, properties.service()));
    };
  }

  /** The binder's own lag blocks scrapes while the broker is away. */
  @Bean
  MeterFilter withoutBinderLag() {
    return MeterFilter.denyNameStartsWith("spring.cloud.stream.binder.kafka.offset");
  }

  /** Found by the binder under this name. */
  @Bean
  KafkaHeaderMapper kafkaBinderHeaderMapper() {
    return new TextHeaders();
  }

  @Bean
  HealthIndicator brokerHealthIndicator(Broker broker, DeliveryProperties properties) {
    return new BrokerProbe(broker, properties.probeTimeout(), properties.whenKafkaIsAway());
  }

  private static void address(
      Map<String, Object> settings, ObjectProvider<KafkaConnectionDetails> connection) {
    connection.ifAvailable(
        details ->
            settings.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", details.getBootstrapServers())));
  }
}
