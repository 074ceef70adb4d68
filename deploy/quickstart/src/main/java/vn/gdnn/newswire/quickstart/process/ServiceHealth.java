package vn.gdnn.newswire.quickstart.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service says of itself.
 *
 * @param port its management port on 127.0.0.1
 */
record ServiceHealth(int port) {

  private static final int ANSWER_MILLIS = 5_000;

  /**
   * Whether it can be used. Asked often while much else starts: a cheap look at the port first, and
   * no client with threads of its own.
   */
  boolean isUp() {
    return Ports.listens(port) && ask().isUp();
  }

  /** Why it can't be used, as far as it knows; empty when it says nothing. */
  Optional<String> reason() {
    try {
      return new JsonMapper()
          .readTree(ask().body())
          .path("components")
          .propertyStream()
          .filter(component -> component.getValue().path("status").asString("").equals("DOWN"))
          .map(component -> reason(component.getKey(), component.getValue().path("details")))
          .findFirst();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static String reason(String component, JsonNode details) {
    String known = details.path("reason").asString("");
    return known.isEmpty()
        ? "its health %s is down (%s)."
            .formatted(component, details.path("error").asString("without a reason"))
        : known;
  }

  private record Answer(boolean isUp, String body) {}

  private Answer ask() {
    URI health = URI.create("http://127.0.0.1:%d/actuator/health".formatted(port));
    try {
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      try {
        boolean up = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        try (InputStream in = up ? connection.getInputStream() : connection.getErrorStream()) {
          return new Answer(
              up, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return new Answer(false, "");
    }
  }
}
