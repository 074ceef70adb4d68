package vn.gdnn.newswire.ingest.status;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.http.KeyFile;

/** Says where journeys are asked for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatusProperties.class)
class StatusConfiguration {

  @Bean
  Journeys journeys(StatusProperties properties) {
    return new PublishJourneys(
        properties.publishUrl(),
        new KeyFile(properties.internalKeyFile(), "INTERNAL_KEY_FILE"),
        properties.timeout());
  }
}
