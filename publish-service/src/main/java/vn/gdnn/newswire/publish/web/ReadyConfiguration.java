package vn.gdnn.newswire.publish.web;

import java.util.List;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what is at hand before everything else of the server. */
@Configuration
class ReadyConfiguration {

  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> readyFirst(List<ReadyAnswers> ready) {
    return factory -> factory.addServerCustomizers(server -> before(server, ready));
  }

  private static void before(Server server, List<ReadyAnswers> ready) {
    server.setHandler(new ReadyHandler(server.getHandler(), server.getThreadPool(), ready));
  }
}
