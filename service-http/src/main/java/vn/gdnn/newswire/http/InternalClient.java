package vn.gdnn.newswire.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Asks another of the services, with the services' own key; {@link InternalKeyFilter} is what
 * stands at the other end. Safe for use by many threads.
 */
public final class InternalClient {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final String name;
  private final String root;
  private final KeyFile key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /**
   * Connects to nothing yet.
   *
   * @param name what people call the service, as a sentence begins with it
   * @param root its address, to which paths are added
   * @param key the services' own
   */
  public InternalClient(String name, URI root, KeyFile key) {
    this.name = name;
    this.root = root.toString().replaceAll("/+$", "");
    this.key = key;
  }

  /**
   * What came back, whole.
   *
   * @param status the HTTP status
   * @param body its bytes
   */
  public record Answer(int status, byte[] body) {}

  /**
   * Asks for what is at an address.
   *
   * @param path from {@code /} on, with its query
   * @param atMost how long all of it may take, to the last byte of the answer
   * @throws Unanswered when there is no answer by then, or no key to ask with
   */
  public Answer get(String path, Duration atMost) {
    return ask(request(path).GET(), atMost);
  }

  /**
   * Asks about some JSON.
   *
   * @param path from {@code /} on
   * @param json the question
   * @param atMost how long all of it may take, to the last byte of the answer
   * @throws Unanswered when there is no answer by then, or no key to ask with
   */
  public Answer post(String path, byte[] json, Duration atMost) {
    return ask(
        request(path)
            .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
            .POST(BodyPublishers.ofByteArray(json)),
        atMost);
  }

  private HttpRequest.Builder request(String path) {
    String shown = key.key().orElseThrow(() -> new Unanswered(key.missing(), null));
    return HttpRequest.newBuilder(URI.create(root + path))
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + shown)
        .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
  }

  /** The client's own timeout ends with the headers: a body that stalls would hold on for ever. */
  private Answer ask(HttpRequest.Builder request, Duration atMost) {
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(request.build(), BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = asked.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        throw new Unanswered(name + " does not answer.", e.getCause());
      }
      throw new IllegalStateException(name + " can't be asked", e.getCause());
    } catch (TimeoutException e) {
      throw new Unanswered(name + " does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("The service is stopping.", e);
    } finally {
      // Ends the connection of one that was given up; nothing for one that is done.
      asked.cancel(true);
    }
  }

  /** The service can't be asked now, or did not answer in time. The message is a sentence. */
  public static final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unanswered(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
