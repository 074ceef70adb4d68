package vn.gdnn.newswire.delivery.autoconfigure;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import vn.gdnn.newswire.delivery.DeliveryProperties;
import vn.gdnn.newswire.delivery.fault.FaultHandling;
import vn.gdnn.newswire.delivery.topic.Broker;
import vn.gdnn.newswire.delivery.topic.TopicGate;
import vn.gdnn.newswire.delivery.topic.TopicUse;

/** Lets nothing in or out before the topics are right. Tests without a broker switch it off. */
@AutoConfiguration(after = DeliveryAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "newswire.delivery.check-topics", matchIfMissing = true)
public class GateAutoConfiguration {

  private static final String BINDINGS = "inputBindingLifecycle";

  @Bean
  static BeanDefinitionRegistryPostProcessor gatedBindings() {
    return GateAutoConfiguration::gateBindings;
  }

  private static void gateBindings(BeanDefinitionRegistry registry) {
    if (registry.containsBeanDefinition(BINDINGS)) {
      registry.removeBeanDefinition(BINDINGS);
      RootBeanDefinition gated = new RootBeanDefinition(GatedBindings.class);
      gated.setDependsOn("bindingService");
      registry.registerBeanDefinition(BINDINGS, gated);
    }
  }

  @Bean
  @ConditionalOnMissingBean
  Refusal refusal(ApplicationContext context) {
    return reason -> System.exit(SpringApplication.exit(context, () -> 1));
  }

  @Bean
  TopicGate topicGate(
      Broker broker,
      DeliveryProperties properties,
      ObjectProvider<TopicUse> uses,
      ObjectProvider<InputBindingLifecycle> bindings,
      ObjectProvider<BindingsLifecycleController> controller,
      ObjectProvider<BindingServiceProperties> bindingProperties,
      Refusal refusal) {
    Set<String> needed = new TreeSet<>();
    uses.forEach(use -> needed.addAll(use.needed(properties.service())));
    return new TopicGate(
        broker,
        properties.topicPartitions(),
        properties.replicationFactor(),
        needed,
        properties.whenKafkaIsAway(),
        () -> {
          bindings.ifAvailable(InputBindingLifecycle::start);
          controller.ifAvailable(
              c -> bindingProperties.ifAvailable(all -> startThoseThatDoNot(c, all)));
        },
        refusal::refuse);
  }

  /** Those with auto-startup=false. Asking for all states would switch observation off: by name. */
  private static void startThoseThatDoNot(
      BindingsLifecycleController controller, BindingServiceProperties all) {
    all.getBindings().keySet().stream()
        .flatMap(name -> controller.queryState(name).stream())
        .filter(binding -> binding.isInput() && !binding.isRunning())
        .forEach(Binding::start);
  }

  @Bean
  HealthIndicator topicsHealthIndicator(
      TopicGate gate, FaultHandling reading, DeliveryProperties properties) {
    return () ->
        gate.isReading() && !reading.stopped().isEmpty()
            ? Health.down()
                .withDetail(
                    "reason",
                    "Read no more until a restart: " + String.join(", ", reading.stopped()))
                .withDetail("missing", properties.whenKafkaIsAway())
                .build()
            : gate.health();
  }
}
