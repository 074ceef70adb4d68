package vn.gdnn.newswire.ingest.emit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.delivery.DeliveryProperties;
import vn.gdnn.newswire.delivery.EventSender;
import vn.gdnn.newswire.delivery.topic.TopicUse;
import vn.gdnn.newswire.delivery.topic.Topics;

/** Says which topics ingest writes, and makes the log that drafts go into. */
@Configuration(proxyBeanMethods = false)
class EmitConfiguration {

  @Bean
  TopicUse topicUse() {
    // drafts.v1 is made for its producers; nothing reads it yet.
    return TopicUse.reading().writing(Topics.INGESTED, Topics.OUTCOMES, Topics.DRAFTS);
  }

  @Bean
  ArticleLog articleLog(
      EventSender sender, DeliveryProperties delivery, Clock clock, MeterRegistry meters) {
    return new KafkaArticleLog(sender, delivery.service(), delivery.logEpoch(), clock, meters);
  }
}
