package vn.gdnn.newswire.quickstart.instances;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance, as its readers know it. It may be dead, asleep or starting at any time. */
record Site(int port) {

  private static final Set<String> OF_THE_CONNECTION =
      Set.of("date", "connection", "keep-alive", "transfer-encoding");
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /**
   * What a reader gets of an address, as far as it must be the same from all instances.
   *
   * @param headers all that say something of the content, and none of the connection
   */
  record Answer(int status, List<String> headers, String body) {

    /** In which of the three they differ, and what stands there. */
    static String difference(Answer one, Answer other) {
      if (one.status != other.status || !one.headers.equals(other.headers)) {
        return one.status + " " + one.headers + "\n" + other.status + " " + other.headers;
      }
      int at = 0;
      int shorter = Math.min(one.body.length(), other.body.length());
      while (at < shorter && one.body.charAt(at) == other.body.charAt(at)) {
        at++;
      }
      return "from character %d on:\n%s\n%s"
          .formatted(at, part(one.body, at), part(other.body, at));
    }

    private static String part(String text, int from) {
      return text.substring(Math.max(0, from - 40), Math.min(text.length(), from + 200));
    }

    JsonNode json() {
      return new JsonMapper().readTree(body.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** The answer; empty when it can't give one now. */
  Optional<Answer> get(String path) {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request(path).timeout(ANSWER).build(), BodyHandlers.ofByteArray());
      if (response.statusCode() >= 500) {
        return Optional.empty();
      }
      List<String> headers =
          response.headers().map().entrySet().stream()
              .filter(header -> !OF_THE_CONNECTION.contains(lower(header.getKey())))
              .map(header -> lower(header.getKey()) + header.getValue())
              .sorted()
              .toList();
      // One character a byte, so that no difference is lost in zipped ones.
      String body = new String(response.body(), StandardCharsets.ISO_8859_1);
      return Optional.of(new Answer(response.statusCode(), headers, body));
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Opens a stream that does not end. */
  InputStream open(String path, Optional<String> lastEventId) throws IOException {
    HttpRequest.Builder request = request(path);
    lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
    try {
      HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw new IOException("status " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return path.endsWith(".rss") ? request.header("Accept-Encoding", "gzip") : request;
  }
}
