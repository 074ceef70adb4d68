package vn.gdnn.newswire.ingest.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.http.KeyFile;

/** Asks publish, which keeps the journeys, with the services' own key. */
class PublishJourneys implements Journeys {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final String publish;
  private final KeyFile internalKey;
  private final Duration timeout;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  PublishJourneys(URI publish, KeyFile internalKey, Duration timeout) {
    this.publish = publish.toString().replaceAll("/+$", "");
    this.internalKey = internalKey;
    this.timeout = timeout;
  }

  @Override
  public Optional<String> find(UUID id, @Nullable Place place, Duration wait) {
    String key =
        internalKey.key().orElseThrow(() -> new JourneysUnavailable(internalKey.missing(), null));
    String query = "?wait=" + wait.toSeconds() + (place == null ? "" : "&place=" + place);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(publish + "/internal/journeys/" + id + query))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
            .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
            .timeout(timeout.plus(wait))
            .build();
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return switch (response.statusCode()) {
        case OK -> Optional.of(response.body());
        case NOT_FOUND -> Optional.empty();
        default ->
            throw new JourneysUnavailable(
                "Publish answered %d.".formatted(response.statusCode()), null);
      };
    } catch (IOException e) {
      throw new JourneysUnavailable("Publish does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JourneysUnavailable("The service is stopping.", e);
    }
  }
}
