package vn.gdnn.newswire.publish.push.webhook;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.publish.api.ChangeEntry;
import vn.gdnn.newswire.publish.push.Outlet;
import vn.gdnn.newswire.publish.push.Outlets;
import vn.gdnn.newswire.publish.push.PushProperties;
import vn.gdnn.newswire.publish.push.outbound.Outbound;
import vn.gdnn.newswire.publish.reading.News;

/** The receivers that the settings name. */
@Configuration
class WebhookConfiguration {

  @Bean
  Outlets webhookOutlets(
      PushProperties properties, Outbound outbound, News news, ChangeEntry entries, Clock clock) {
    List<Outlet> receivers =
        properties.receivers().stream()
            .<Outlet>map(receiver -> new WebhookOutlet(receiver, outbound, news, entries, clock))
            .toList();
    return () -> receivers;
  }
}
