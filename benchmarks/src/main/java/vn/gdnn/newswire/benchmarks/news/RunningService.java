package vn.gdnn.newswire.benchmarks.news;

import com.mongodb.client.MongoClient;
import java.net.InetAddress;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.gdnn.newswire.publish.PublishService;
import vn.gdnn.newswire.publish.reading.News;

/** publish-service in this process, on a client of the store that is counted; the log is away. */
public final class RunningService implements AutoCloseable {

  private static final ThreadLocal<MongoClient> GIVEN = new ThreadLocal<>();

  private final ConfigurableApplicationContext context;

  /** Starts it on a database of that client, which stays open at the end. */
  public RunningService(MongoClient client, String database) {
    GIVEN.set(client);
    try {
      context =
          new SpringApplicationBuilder(PublishService.class, CountedClient.class)
              .properties("spring.config.name=publish-service")
              .run(
                  "--server.port=0",
                  "--management.server.port=0",
                  "--newswire.mongodb-uri=mongodb://127.0.0.1:1/" + database,
                  "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                  "--spring.cloud.stream.kafka.binder.brokers=127.0.0.1:1",
                  "--newswire.public-url=https://ban-tin.example");
    } finally {
      GIVEN.remove();
    }
  }

  /** An address of it. */
  public String address(String path) {
    return "http://"
        + InetAddress.getLoopbackAddress().getHostAddress()
        + ":"
        + context.getEnvironment().getProperty("local.server.port")
        + path;
  }

  /** What its faces read. */
  public News news() {
    return context.getBean(News.class);
  }

  @Override
  public void close() {
    context.close();
  }

  /** Puts the client that is counted in the place of the service's own. */
  @Configuration
  static class CountedClient {

    @Bean
    static BeanPostProcessor countedClient() {
      MongoClient counted = Objects.requireNonNull(GIVEN.get());
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (!(bean instanceof MongoClient own)) {
            return bean;
          }
          own.close();
          return counted;
        }
      };
    }
  }
}
