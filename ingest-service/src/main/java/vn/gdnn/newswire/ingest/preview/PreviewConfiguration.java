package vn.gdnn.newswire.ingest.preview;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.http.InternalClient;
import vn.gdnn.newswire.http.KeyFile;

/** Says where drafts are tagged, and counts previews before the door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PreviewProperties.class)
class PreviewConfiguration {

  /** Before the key is asked for. */
  private static final int ORDER = 0;

  @Bean
  EnrichTags enrichTags(PreviewProperties properties) {
    KeyFile key = new KeyFile(properties.internalKeyFile(), "INTERNAL_KEY_FILE");
    return new EnrichTags(
        new InternalClient("Enrich", properties.enrichUrl(), key), properties.timeout());
  }

  @Bean
  FilterRegistrationBean<PreviewTally> previewTally(MeterRegistry meters) {
    FilterRegistrationBean<PreviewTally> filter =
        new FilterRegistrationBean<>(new PreviewTally(meters));
    // The container compares decoded paths, so no other spelling of the address goes past.
    filter.addUrlPatterns(PreviewController.ADDRESS);
    filter.setOrder(ORDER);
    return filter;
  }
}
