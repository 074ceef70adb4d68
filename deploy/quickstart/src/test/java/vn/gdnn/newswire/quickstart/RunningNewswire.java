package vn.gdnn.newswire.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.gdnn.newswire.quickstart.process.Ports;

/**
 * {@code gdnn up} as a process of its own, with all its children, on ports that nobody else uses.
 */
final class RunningNewswire {

  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
  private static final List<String> PORTS =
      List.of(
          "GDNN_KAFKA_PORT",
          "GDNN_MONGODB_PORT",
          "INGEST_PORT",
          "INGEST_MANAGEMENT_PORT",
          "ENRICH_PORT",
          "ENRICH_MANAGEMENT_PORT",
          "PUBLISH_PORT",
          "PUBLISH_MANAGEMENT_PORT");

  private final Path data;
  private final List<String> options;
  private final Map<String, String> environment = new java.util.HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private Process launcher;
  private JsonNode addresses;

  /**
   * @param options of {@code up}, beside those that a test always gives
   */
  RunningNewswire(Path data, String... options) {
    this.data = data;
    this.options = List.of(options);
    PORTS.forEach(name -> environment.put(name, String.valueOf(Ports.free())));
  }

  /** Starts it and waits until it says that it is ready. */
  void up() throws IOException {
    launch();
    awaitReady();
  }

  void launch() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dgdnn.checkout=" + CHECKOUT,
                "-cp",
                System.getProperty("java.class.path"),
                Gdnn.class.getName(),
                "up",
                "--json",
                "--data",
                data.toString()));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
    launcher = builder.start();
  }

  void awaitReady() throws IOException {
    BufferedReader results = launcher.inputReader(StandardCharsets.UTF_8);
    String line = results.readLine();
    if (line == null) {
      throw new IllegalStateException("up ended: " + said());
    }
    addresses = new JsonMapper().readTree(line);
  }

  boolean isRunning() {
    return launcher.isAlive();
  }

  /** How many processes it has started itself. */
  long children() {
    return launcher.children().count();
  }

  private Path log() {
    return data.resolveSibling("up.log");
  }

  /** What it told a person so far. */
  String said() throws IOException {
    return Files.readString(log());
  }

  /** Stops it in order; its exit code. */
  int stop() throws InterruptedException {
    launcher.destroy();
    if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("up does not stop");
    }
    return launcher.exitValue();
  }

  /** kill -9 of the launcher and of every child, the launcher first or last. */
  void killAll(boolean launcherFirst) {
    List<ProcessHandle> all = new ArrayList<>(launcher.descendants().toList());
    all.add(launcherFirst ? 0 : all.size(), launcher.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Runs another command against it. */
  TestTerminal gdnn(String... args) {
    TestTerminal terminal = new TestTerminal();
    List<String> line = new ArrayList<>(List.of(args));
    line.add("--data");
    line.add(data.toString());
    terminal.run(environment, CHECKOUT, line.toArray(String[]::new));
    return terminal;
  }

  HttpResponse<String> get(String path) {
    String root = addresses.path("site").asString();
    return send(
        HttpRequest.newBuilder(URI.create(root.substring(0, root.length() - 1) + path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException away) {
      throw new java.io.UncheckedIOException(away);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** The article as the API has it, and its status code, in the field {@code code}. */
  JsonNode api(String path) {
    HttpResponse<String> response = get(path);
    return ((ObjectNode) new JsonMapper().readTree(response.body()))
        .put("code", response.statusCode());
  }

  /** What becomes of a POST to ingest, with the key of the data directory: its state. */
  String post(String path) throws IOException {
    JsonNode accepted = ingest(path, "POST");
    String id = accepted.path("id").asString();
    String query = "?wait=10&place=" + accepted.path("place").asString();
    return ingest("/api/articles/" + id + "/status" + query, "GET").path("state").asString();
  }

  /** What ingest shows of a draft that is not handed in. */
  JsonNode preview(String text) throws IOException {
    return ingest("/api/articles/preview", "POST", HttpRequest.BodyPublishers.ofString(text));
  }

  private JsonNode ingest(String path, String method) throws IOException {
    return ingest(path, method, HttpRequest.BodyPublishers.noBody());
  }

  private JsonNode ingest(String path, String method, HttpRequest.BodyPublisher body)
      throws IOException {
    URI to = URI.create("http://127.0.0.1:" + environment.get("INGEST_PORT") + path);
    String key = Files.readString(data.resolve("api-key"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "text/plain")
            .method(method, body);
    return new JsonMapper().readTree(send(request.build()).body());
  }

  void close() {
    if (launcher != null) {
      killAll(false);
    }
  }
}
