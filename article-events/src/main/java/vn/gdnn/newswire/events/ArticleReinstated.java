package vn.gdnn.newswire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody asked to take a withdrawal back. Whether the key may is judged where the document is
 * written.
 *
 * @param id id of the article
 * @param sources the sources that the key may speak for; {@code *} stands for all
 * @param receivedAt when ingest received it
 */
public record ArticleReinstated(UUID id, List<String> sources, Instant receivedAt)
    implements ArticleEvent {

  /** Copies the list. */
  public ArticleReinstated {
    sources = List.copyOf(sources);
  }
}
