package vn.gdnn.newswire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody asked to take an article back. Whether the key may is judged where the document is
 * written.
 *
 * @param id id of the article
 * @param reason why, 1 to 500 characters, shown to readers
 * @param sources the sources that the key may speak for; {@code *} stands for all
 * @param receivedAt when ingest received it
 */
public record ArticleWithdrawn(UUID id, String reason, List<String> sources, Instant receivedAt)
    implements ArticleEvent {

  /** Copies the list. */
  public ArticleWithdrawn {
    sources = List.copyOf(sources);
  }
}
