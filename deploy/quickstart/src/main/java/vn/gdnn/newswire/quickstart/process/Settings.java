package vn.gdnn.newswire.quickstart.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ports of the quickstart, each by the environment variable that sets it.
 *
 * @param environment the variables of the process, e.g. {@link System#getenv()}
 */
public record Settings(Map<String, String> environment) {

  public static final String KAFKA_PORT = "GDNN_KAFKA_PORT";
  public static final String MONGODB_PORT = "GDNN_MONGODB_PORT";

  private static final Map<String, Integer> PORTS =
      Map.of(
          KAFKA_PORT,
          9092,
          MONGODB_PORT,
          27017,
          "INGEST_PORT",
          8081,
          "ENRICH_PORT",
          8082,
          "PUBLISH_PORT",
          8083,
          "INGEST_MANAGEMENT_PORT",
          9081,
          "ENRICH_MANAGEMENT_PORT",
          9082,
          "PUBLISH_MANAGEMENT_PORT",
          9083);

  public Settings {
    environment = Map.copyOf(environment);
  }

  /** The variables that set ports. */
  static Set<String> names() {
    return PORTS.keySet();
  }

  /** The port that a variable sets, else its default. */
  public int port(String variable) {
    String given = environment.get(variable);
    if (given == null || given.isBlank()) {
      return PORTS.get(variable);
    }
    try {
      int port = Integer.parseInt(given.strip());
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException word) {
      throw notAPort(variable, given, word);
    }
    throw notAPort(variable, given, null);
  }

  private static Refusal notAPort(
      String variable, String given, @org.jspecify.annotations.Nullable Throwable cause) {
    return new Refusal(
        "%s is \"%s\", but must be a port from 1 to 65535.".formatted(variable, given), cause);
  }

  /** The public address of a service, e.g. {@code http://127.0.0.1:8083} for {@code publish}. */
  public String url(String service) {
    return "http://127.0.0.1:" + port(prefix(service) + "_PORT");
  }

  int managementPort(String service) {
    return port(prefix(service) + "_MANAGEMENT_PORT");
  }

  /** The address that stands in feeds and pages. */
  public String publicUrl() {
    return given("PUBLIC_URL").orElseGet(() -> url("publish"));
  }

  Optional<String> given(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
  }

  /** What a service is told about itself and the others. */
  Map<String, String> portsForServices() {
    Map<String, String> told = new LinkedHashMap<>();
    PORTS.keySet().stream()
        .filter(name -> !name.startsWith("GDNN_"))
        .sorted()
        .forEach(name -> told.put(name, String.valueOf(port(name))));
    return told;
  }

  static String prefix(String service) {
    return service.toUpperCase(java.util.Locale.ROOT);
  }
}
