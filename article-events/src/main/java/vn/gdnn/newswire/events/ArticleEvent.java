package vn.gdnn.newswire.events;

import java.time.Instant;
import java.util.UUID;

/** Something that happened to one article. The article's id is the key of its record. */
public sealed interface ArticleEvent
    permits ArticleIngested, ArticleWithdrawn, ArticleReinstated, ArticleEnriched {
  /** Id of the article, see {@link ArticleIds}. */
  UUID id();

  /** When ingest received it. */
  Instant receivedAt();
}
