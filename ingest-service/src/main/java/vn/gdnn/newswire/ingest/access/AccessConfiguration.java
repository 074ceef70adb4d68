package vn.gdnn.newswire.ingest.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.http.KeyFile;
import vn.gdnn.newswire.ingest.problem.ProblemWriter;

/** Puts the door into the wall. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

  /** After the observation and the count of requests. */
  private static final int ORDER = 10;

  @Bean
  ApiKeys apiKeys(AccessProperties properties) {
    return new ApiKeys(new KeyFile(properties.keyFile(), "API_KEY_FILE"), properties.keyName());
  }

  @Bean
  FilterRegistrationBean<KeyFilter> keyFilter(ApiKeys keys, ProblemWriter problems) {
    FilterRegistrationBean<KeyFilter> filter =
        new FilterRegistrationBean<>(new KeyFilter(keys, problems));
    filter.addUrlPatterns("/api/*");
    filter.setOrder(ORDER);
    return filter;
  }

  @Bean
  HealthIndicator keysHealthIndicator(ApiKeys keys) {
    return () ->
        keys.closedBecause()
            .map(
                reason ->
                    Health.down()
                        .withDetail("reason", reason)
                        .withDetail("missing", "Nobody can hand in drafts: every request is 401.")
                        .build())
            .orElseGet(() -> Health.up().build());
  }
}
