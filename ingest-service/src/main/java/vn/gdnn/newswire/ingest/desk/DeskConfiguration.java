package vn.gdnn.newswire.ingest.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that stamps receipts, and the count of requests before the door. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

  /** Inside the HTTP observation, so that the trace is known; outside everything of ours. */
  private static final int ORDER = 0;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  FilterRegistrationBean<RequestTally> requestTally(MeterRegistry meters, Tracer tracer) {
    FilterRegistrationBean<RequestTally> filter =
        new FilterRegistrationBean<>(new RequestTally(meters, tracer));
    filter.addUrlPatterns("/api/*");
    filter.setOrder(ORDER);
    return filter;
  }
}
