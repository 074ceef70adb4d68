package vn.gdnn.newswire.publish.journey;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.http.InternalKeyFilter;

/** Who may ask for journeys, and the threads that look on behalf of those who wait. */
@Configuration
class JourneyConfiguration {

  /** Mapped by the container, which knows every spelling of a path. */
  @Bean
  FilterRegistrationBean<InternalKeyFilter> internalKey(
      @Value("${newswire.internal-key-file:}") String file) {
    FilterRegistrationBean<InternalKeyFilter> registration =
        new FilterRegistrationBean<>(new InternalKeyFilter(file));
    registration.addUrlPatterns("/internal/*");
    return registration;
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService journeyLooking() {
    return Executors.newScheduledThreadPool(2);
  }
}
