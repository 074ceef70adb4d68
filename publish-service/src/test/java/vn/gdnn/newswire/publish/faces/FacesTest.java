package vn.gdnn.newswire.publish.faces;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.ContextConfiguration;

/** A test of the faces over HTTP, with news in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
    properties = {
      "spring.config.name=publish-service",
      "newswire.public-url=https://ban-tin.example",
    })
@ContextConfiguration(classes = FacesTest.Faces.class)
public @interface FacesTest {

  /** The faces and what they stand on. No stereotype: the service's own scan must not find it. */
  @EnableAutoConfiguration
  @ComponentScan({
    "vn.gdnn.newswire.publish.web",
    "vn.gdnn.newswire.publish.feed",
    "vn.gdnn.newswire.publish.page",
    "vn.gdnn.newswire.publish.api",
    "vn.gdnn.newswire.publish.directory",
  })
  class Faces {

    @Bean
    FakeNews news() {
      return new FakeNews();
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }
}
