package vn.gdnn.newswire.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceHealthTest {

  private HttpServer service;
  private ServiceHealth health;

  @BeforeEach
  void listen() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.start();
    health = new ServiceHealth(service.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private void answers(int status, String body) {
    service.createContext(
        "/actuator/health",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @Test
  void upWithoutAReason() {
    answers(200, "{\"status\":\"UP\",\"components\":{\"topics\":{\"status\":\"UP\"}}}");
    assertThat(health.isUp()).isTrue();
    assertThat(health.reason()).isEmpty();
  }

  @Test
  void downForTheReasonThatItGives() {
    answers(
        503,
        """
        {"status":"DOWN","components":{"keys":{"status":"UP"},
        "topics":{"status":"DOWN","details":{"reason":"Kafka at x:1 is not ready: no answer."}}}}
        """);
    assertThat(health.isUp()).isFalse();
    assertThat(health.reason()).contains("Kafka at x:1 is not ready: no answer.");
  }

  @Test
  void downWithoutASentence_isNamed() {
    answers(
        503,
        """
        {"status":"DOWN","components":
        {"store":{"status":"DOWN","details":{"error":"MongoSecurityException"}}}}
        """);
    assertThat(health.reason()).contains("its health store is down (MongoSecurityException).");
  }

  @Test
  void nobodyThere_isDownWithoutAReason() {
    service.stop(0);
    assertThat(health.isUp()).isFalse();
    assertThat(health.reason()).isEmpty();
  }
}
