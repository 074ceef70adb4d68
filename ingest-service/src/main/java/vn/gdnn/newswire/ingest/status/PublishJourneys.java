package vn.gdnn.newswire.ingest.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.http.InternalClient;

/** Asks publish, which keeps the journeys. */
class PublishJourneys implements Journeys {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final InternalClient publish;
  private final Duration timeout;

  PublishJourneys(InternalClient publish, Duration timeout) {
    this.publish = publish;
    this.timeout = timeout;
  }

  @Override
  public Optional<String> find(UUID id, @Nullable Place place, Duration wait) {
    String query = "?wait=" + wait.toSeconds() + (place == null ? "" : "&place=" + place);
    try {
      InternalClient.Answer answer =
          publish.get("/internal/journeys/" + id + query, timeout.plus(wait));
      return switch (answer.status()) {
        case OK -> Optional.of(new String(answer.body(), StandardCharsets.UTF_8));
        case NOT_FOUND -> Optional.empty();
        default ->
            throw new JourneysUnavailable("Publish answered %d.".formatted(answer.status()), null);
      };
    } catch (InternalClient.Unanswered e) {
      throw new JourneysUnavailable(e.getMessage(), e);
    }
  }
}
