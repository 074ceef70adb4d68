package vn.gdnn.newswire.publish.faces;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import vn.gdnn.newswire.publish.feed.FeedReaders;
import vn.gdnn.newswire.publish.feed.FeedRevision;
import vn.gdnn.newswire.publish.web.Asked;

/** The faces behind a real server, with news in memory, for what only a connection can show. */
public final class FacesServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  /** Starts it; settings as {@code name=value}. */
  public FacesServer(String... settings) {
    context =
        new SpringApplicationBuilder(Faces.class)
            .properties("spring.config.name=publish-service")
            .run(
                Stream.concat(Stream.of("server.port=0"), Stream.of(settings))
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new));
  }

  public FakeNews news() {
    return context.getBean(FakeNews.class);
  }

  public MeterRegistry meters() {
    return context.getBean(MeterRegistry.class);
  }

  /** What those who note readers were told: address, query, If-None-Match. */
  public List<String> told() {
    return context.getBean(Told.class).lines();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public URI address(String path) {
    String port = context.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    context.close();
  }

  /** No stereotype: the service's own scan must not find it. */
  @ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JettyServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
  })
  @ComponentScan({
    "vn.gdnn.newswire.publish.web",
    "vn.gdnn.newswire.publish.feed",
    "vn.gdnn.newswire.publish.page",
    "vn.gdnn.newswire.publish.api",
    "vn.gdnn.newswire.publish.directory",
  })
  static class Faces {

    @Bean
    FakeNews news() {
      return new FakeNews();
    }

    @Bean
    Told told() {
      return new Told(new CopyOnWriteArrayList<>());
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  private record Told(List<String> lines) implements FeedReaders {

    @Override
    public void admit(Asked asked) {
      // Everybody may come.
    }

    @Override
    public void answered(FeedRevision revision, Asked asked, int status) {
      Enumeration<String> held = asked.headers("If-None-Match");
      lines.add(
          revision.address()
              + " "
              + asked.query()
              + " "
              + (held.hasMoreElements() ? held.nextElement() : null));
    }
  }
}
