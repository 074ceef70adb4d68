package vn.gdnn.newswire.ingest.status;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Place;

/** What has become of events and articles. */
public interface Journeys {

  /**
   * The journey of one event, or of an article.
   *
   * @param id id of the article
   * @param place place of the event; without one, the article's
   * @param wait how long to wait for an outcome
   * @return its JSON, or empty when nothing is known of it
   * @throws JourneysUnavailable when that can't be told now
   */
  Optional<String> find(UUID id, @Nullable Place place, Duration wait);
}
