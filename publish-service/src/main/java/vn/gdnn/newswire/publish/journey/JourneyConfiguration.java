package vn.gdnn.newswire.publish.journey;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads that look on behalf of those who wait. */
@Configuration
class JourneyConfiguration {

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService journeyLooking() {
    return Executors.newScheduledThreadPool(2);
  }
}
