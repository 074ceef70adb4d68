package vn.gdnn.newswire.ingest;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that drafts go into. Settings: {@code ingest-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
public final class IngestService {

  private IngestService() {}

  /** Starts it. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  static SpringApplication application() {
    SpringApplication application = new SpringApplication(IngestService.class);
    // Its own name, so that all services can share a class path.
    application.setDefaultProperties(Map.of("spring.config.name", "ingest-service"));
    return application;
  }
}
