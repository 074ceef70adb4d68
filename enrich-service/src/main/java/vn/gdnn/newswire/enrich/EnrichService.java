package vn.gdnn.newswire.enrich;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import vn.gdnn.newswire.delivery.topic.TopicUse;
import vn.gdnn.newswire.delivery.topic.Topics;

/** Starts the enrich service. */
@SpringBootApplication(proxyBeanMethods = false)
public class EnrichService {

  /** Starts it with the settings of {@code enrich-service.yml}. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(EnrichService.class)
        .properties("spring.config.name=enrich-service")
        .run(args);
  }

  @Bean
  TopicUse topicUse() {
    return TopicUse.reading(Topics.INGESTED)
        .writing(Topics.ENRICHED, Topics.OUTCOMES, Topics.REGISTRY);
  }
}
