package vn.gdnn.newswire.publish.push.websub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A small WebSub hub: takes subscriptions after it has asked the subscriber whether it meant that,
 * and on a ping fetches the topic and hands it on, with its links.
 */
final class Hub implements AutoCloseable {

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<URI>> callbacks = new ConcurrentHashMap<>();
  private final List<List<String>> pings = new ArrayList<>();
  private volatile UnaryOperator<String> fetchedAt = topic -> topic;
  private volatile int status = 204;

  Hub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Where a topic is really served, as the test's site is not at its public address. */
  void fetches(UnaryOperator<String> from) {
    fetchedAt = from;
  }

  void answers(int next) {
    status = next;
  }

  /** The topics of each ping. */
  synchronized List<List<String>> pings() {
    return List.copyOf(pings);
  }

  List<String> topics() {
    return pings().stream().flatMap(List::stream).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> form = form(exchange);
      String mode = form.getOrDefault("hub.mode", List.of("")).get(0);
      boolean isForm =
          "application/x-www-form-urlencoded"
              .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
      if (!isForm || !"POST".equals(exchange.getRequestMethod())) {
        exchange.sendResponseHeaders(400, -1);
      } else if (mode.equals("publish") && form.containsKey("hub.url")) {
        int answer = status;
        synchronized (this) {
          pings.add(form.get("hub.url"));
        }
        exchange.sendResponseHeaders(answer, -1);
        if (answer == 204) {
          form.get("hub.url").forEach(topic -> threads.execute(() -> distribute(topic)));
        }
      } else if (mode.equals("subscribe")) {
        exchange.sendResponseHeaders(202, -1);
        String topic = form.get("hub.topic").get(0);
        URI callback = URI.create(form.get("hub.callback").get(0));
        threads.execute(() -> verify(topic, callback));
      } else {
        exchange.sendResponseHeaders(400, -1);
      }
    }
  }

  private void verify(String topic, URI callback) {
    String challenge = "challenge-" + topic.hashCode();
    URI asked =
        URI.create(
            callback
                + "?hub.mode=subscribe&hub.challenge="
                + challenge
                + "&hub.lease_seconds=600&hub.topic="
                + java.net.URLEncoder.encode(topic, StandardCharsets.UTF_8));
    HttpResponse<String> answer = send(HttpRequest.newBuilder(asked));
    if (answer.statusCode() == 200 && answer.body().equals(challenge)) {
      callbacks.computeIfAbsent(topic, t -> new ArrayList<>()).add(callback);
    }
  }

  boolean hasSubscriber(String topic) {
    return callbacks.containsKey(topic);
  }

  private void distribute(String topic) {
    for (URI callback : callbacks.getOrDefault(topic, List.of())) {
      HttpResponse<String> content =
          send(HttpRequest.newBuilder(URI.create(fetchedAt.apply(topic))));
      send(
          HttpRequest.newBuilder(callback)
              .header("Content-Type", content.headers().firstValue("Content-Type").orElseThrow())
              .header("Link", String.join(", ", content.headers().allValues("Link")))
              .POST(HttpRequest.BodyPublishers.ofString(content.body())));
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.computeIfAbsent(
                URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                name -> new ArrayList<>())
            .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
