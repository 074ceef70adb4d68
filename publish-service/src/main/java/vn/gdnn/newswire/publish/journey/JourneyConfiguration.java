package vn.gdnn.newswire.publish.journey;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask for journeys, and the threads that look on behalf of those who wait. */
@Configuration
class JourneyConfiguration {

  /** Mapped by the container, which knows every spelling of a path. */
  @Bean
  FilterRegistrationBean<InternalKey> internalKey(
      @Value("${newswire.internal-key-file:}") String file) {
    FilterRegistrationBean<InternalKey> registration =
        new FilterRegistrationBean<>(new InternalKey(file));
    registration.addUrlPatterns("/internal/*");
    return registration;
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService journeyLooking() {
    return Executors.newScheduledThreadPool(2);
  }
}
