package vn.gdnn.newswire.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on free ports, and a client that holds its key. */
final class RunningService implements AutoCloseable {

  static final String KEY = "a-key-for-tests-0123456789";
  static final String INTERNAL_KEY = "internal-key-for-tests";
  static final String DRAFT =
      """
      {"externalId":"1","title":"Tiêu đề","body":"Đoạn dẫn của tin.\\n\\nPV"}""";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  /** What came back. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The last part of the problem's type. */
    String problem() {
      return json().path("type").asString().replace("urn:gdnn-newswire:problem:", "");
    }

    List<String> fields() {
      List<String> fields = new ArrayList<>();
      json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
      return fields;
    }
  }

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static RunningService start(Path directory, List<Class<?>> more, String... settings)
      throws IOException {
    Path key = Files.writeString(directory.resolve("api-key"), KEY + "\n");
    Path internal = Files.writeString(directory.resolve("internal-key"), INTERNAL_KEY);
    SpringApplication application = IngestService.application();
    application.addPrimarySources(more);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--INGEST_PORT=0",
                "--INGEST_MANAGEMENT_PORT=0",
                "--API_KEY_FILE=" + key,
                "--INTERNAL_KEY_FILE=" + internal));
    arguments.addAll(List.of(settings));
    return new RunningService(application.run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  double count(String meter, String... tags) {
    return bean(MeterRegistry.class).find(meter).tags(tags).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  URI address(String path) {
    String port = context.getEnvironment().getProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  URI management(String path) {
    String port = context.getEnvironment().getProperty("local.management.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + KEY);
  }

  Answer post(String contentType, BodyPublisher body) throws Exception {
    return send(request("/api/articles").header("Content-Type", contentType).POST(body));
  }

  Answer postJson(String json) throws Exception {
    return post("application/json", BodyPublishers.ofString(json));
  }

  Answer postJson(String query, String json) throws Exception {
    return send(
        request("/api/articles" + query)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  Answer postText(String query, String text) throws Exception {
    return send(
        request("/api/articles" + query)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofString(text)));
  }

  Answer get(String path) throws Exception {
    return send(request(path).GET());
  }

  Answer getManagement(String path) throws Exception {
    return send(HttpRequest.newBuilder(management(path)).GET());
  }

  Answer withdraw(String id, String query) throws Exception {
    return send(request("/api/articles/" + id + query).DELETE());
  }

  Answer reinstate(String id) throws Exception {
    return send(request("/api/articles/" + id + "/reinstate").POST(BodyPublishers.noBody()));
  }

  @Override
  public void close() {
    context.close();
  }
}
