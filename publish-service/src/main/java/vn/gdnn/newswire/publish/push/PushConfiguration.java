package vn.gdnn.newswire.publish.push;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.publish.push.outbound.Outbound;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;

/** Puts together who is told, and how. */
@Configuration
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {

  @Bean(destroyMethod = "close")
  Outbound outbound(PushProperties properties, Addresses addresses, Clock clock) {
    String site = addresses.absolute(addresses.local("/"));
    return new Outbound(properties.limits(), "GDNN-Newswire/1 (+" + site + ")", clock);
  }

  @Bean
  Pushing pushing(
      List<Outlets> outlets,
      News news,
      Standings standings,
      PushProperties properties,
      @Value("${newswire.delivery.log-epoch:1}") int epoch,
      Clock clock,
      MeterRegistry meters) {
    return new Pushing(
        outlets.stream().flatMap(some -> some.all().stream()).toList(),
        news,
        standings,
        properties.backOff(),
        epoch,
        clock,
        meters);
  }
}
