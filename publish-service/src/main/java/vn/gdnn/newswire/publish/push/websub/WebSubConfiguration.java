package vn.gdnn.newswire.publish.push.websub;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.publish.feed.FeedFormat;
import vn.gdnn.newswire.publish.push.Outlet;
import vn.gdnn.newswire.publish.push.Outlets;
import vn.gdnn.newswire.publish.push.PushProperties;
import vn.gdnn.newswire.publish.push.outbound.Destination;
import vn.gdnn.newswire.publish.push.outbound.Outbound;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.web.Addresses;
import vn.gdnn.newswire.publish.web.Hubs;

/** The hubs that feeds name. */
@Configuration
class WebSubConfiguration {

  @Bean
  Outlets hubOutlets(
      Hubs hubs,
      PushProperties properties,
      Outbound outbound,
      News news,
      TouchedFeeds touched,
      Addresses addresses,
      List<FeedFormat> formats) {
    FeedTopics topics =
        new FeedTopics(addresses, formats.stream().map(FeedFormat::suffix).sorted().toList());
    List<Outlet> outlets =
        hubs.addresses().stream()
            .<Outlet>map(
                address ->
                    new HubOutlet(
                        Destination.of("WEBSUB_HUB", address, properties.privateHubs()),
                        outbound,
                        news,
                        touched,
                        topics,
                        properties.topicsPerPing(),
                        properties.hubWindow()))
            .toList();
    return () -> outlets;
  }
}
