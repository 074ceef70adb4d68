package vn.gdnn.newswire.ingest.preview;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.gdnn.newswire.http.KeyFile;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;

/** Asks enrich what a text names, with the services' own key. */
class EnrichTags {

  private static final int OK = 200;
  private static final int TOO_LARGE = 413;
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final URI address;
  private final KeyFile internalKey;
  private final Duration timeout;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  EnrichTags(URI enrich, KeyFile internalKey, Duration timeout) {
    this.address = URI.create(enrich.toString().replaceAll("/+$", "") + "/api/tag");
    this.internalKey = internalKey;
    this.timeout = timeout;
  }

  /**
   * Asks.
   *
   * @param question {@code {"title","body","asOf"}} in JSON
   * @return {@code {"tags","offices",…}} in JSON
   * @throws ProblemException when enrich is away or takes too long, or the text is too long for it
   */
  byte[] answer(byte[] question) {
    String key = internalKey.key().orElseThrow(() -> unavailable(internalKey.missing(), null));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
            .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
            .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
            .timeout(timeout)
            .POST(BodyPublishers.ofByteArray(question))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return switch (response.statusCode()) {
        case OK -> response.body();
        case TOO_LARGE ->
            throw new ProblemException(
                ProblemKind.TOO_LARGE, "Its text is too long for a preview. Send a shorter one.");
        default -> throw unavailable("Enrich answered %d.".formatted(response.statusCode()), null);
      };
    } catch (IOException e) {
      throw unavailable("Enrich does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("The service is stopping.", e);
    }
  }

  static ProblemException unavailable(String why, @Nullable Exception cause) {
    return new ProblemException(
        ProblemKind.PREVIEW_UNAVAILABLE,
        why + " Drafts are taken all the same; ask for a preview again later.",
        List.of(),
        cause);
  }
}
