package vn.gdnn.newswire.ingest.status;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.http.InternalClient;
import vn.gdnn.newswire.http.KeyFile;

/** Says where journeys are asked for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatusProperties.class)
class StatusConfiguration {

  @Bean
  Journeys journeys(StatusProperties properties) {
    KeyFile key = new KeyFile(properties.internalKeyFile(), "INTERNAL_KEY_FILE");
    return new PublishJourneys(
        new InternalClient("Publish", properties.publishUrl(), key), properties.timeout());
  }
}
