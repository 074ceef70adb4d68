package vn.gdnn.newswire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

/** What the service's YAML makes of the environment. */
class SettingsTest {

  private static String setting(String name, Map<String, Object> environment) throws IOException {
    MutablePropertySources sources = new MutablePropertySources();
    sources.addLast(new MapPropertySource("environment", environment));
    new YamlPropertySourceLoader()
        .load("publish-service", new ClassPathResource("publish-service.yml"))
        .forEach(sources::addLast);
    return new PropertySourcesPropertyResolver(sources).getRequiredProperty(name);
  }

  @Test
  void isOpenToThisMachineOnly_unlessToldOtherwise() throws IOException {
    for (String address : new String[] {"server.address", "management.server.address"}) {
      assertThat(setting(address, Map.of())).isEqualTo("127.0.0.1");
      assertThat(setting(address, Map.of("BIND_ADDRESS", "0.0.0.0"))).isEqualTo("0.0.0.0");
    }
    Map<String, Object> own =
        Map.of(
            "BIND_ADDRESS", "0.0.0.0",
            "PUBLISH_ADDRESS", "10.0.0.1",
            "PUBLISH_MANAGEMENT_ADDRESS", "10.0.0.2");
    assertThat(setting("server.address", own)).isEqualTo("10.0.0.1");
    assertThat(setting("management.server.address", own)).isEqualTo("10.0.0.2");
  }

  @Test
  void namesTheServiceInItsMetrics_asTheOthersDo() throws IOException {
    assertThat(setting("management.metrics.tags.service", Map.of())).isEqualTo("publish-service");
  }
}
