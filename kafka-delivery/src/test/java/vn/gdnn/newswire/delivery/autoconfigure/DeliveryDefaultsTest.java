package vn.gdnn.newswire.delivery.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the services share stands beneath what a service says for itself. */
class DeliveryDefaultsTest {

  private final StandardEnvironment environment = new StandardEnvironment();

  @Test
  void aLaptopNeedsNoSettings() {
    apply(Map.of());

    assertThat(environment.getProperty("spring.cloud.stream.kafka.binder.brokers"))
        .isEqualTo("localhost:9092");
    assertThat(environment.getProperty("newswire.delivery.topic-partitions")).isEqualTo("12");
  }

  @Test
  void theEnvironmentReachesBothClientsAndBinder() {
    apply(Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2", "TOPIC_PARTITIONS", "3"));

    assertThat(environment.getProperty("spring.kafka.bootstrap-servers")).isEqualTo("a:1,b:2");
    assertThat(environment.getProperty("spring.cloud.stream.kafka.binder.brokers"))
        .isEqualTo("a:1,b:2");
    assertThat(environment.getProperty("newswire.delivery.topic-partitions")).isEqualTo("3");
  }

  @Test
  void aServicesOwnSettingWins() {
    apply(Map.of("management.health.binders.enabled", "true"));

    assertThat(environment.getProperty("management.health.binders.enabled")).isEqualTo("true");
  }

  private void apply(Map<String, Object> own) {
    environment.getPropertySources().addFirst(new MapPropertySource("own", own));
    new DeliveryDefaults().postProcessEnvironment(environment, new SpringApplication());
  }
}
