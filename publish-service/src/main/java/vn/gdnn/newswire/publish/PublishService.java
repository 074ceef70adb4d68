package vn.gdnn.newswire.publish;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the publish service. */
@SpringBootApplication(proxyBeanMethods = false)
public final class PublishService {

  private PublishService() {}

  /** Starts it with the settings of {@code publish-service.yml}. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(PublishService.class)
        .properties("spring.config.name=publish-service")
        .run(args);
  }
}
