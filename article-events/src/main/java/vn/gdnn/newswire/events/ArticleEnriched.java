package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A draft was tagged.
 *
 * @param article the draft as ingest read it
 * @param tags what it names
 * @param offices the offices it mentions
 * @param registry version of the registry that was used
 * @param cut mentions left out because there were more than 20,000
 */
public record ArticleEnriched(
    ArticleIngested article, List<Tag> tags, List<OfficeMention> offices, String registry, int cut)
    implements ArticleEvent {

  /** Copies the lists. */
  public ArticleEnriched {
    tags = List.copyOf(tags);
    offices = List.copyOf(offices);
  }

  @Override
  @JsonIgnore
  public UUID id() {
    return article.id();
  }

  @Override
  @JsonIgnore
  public Instant receivedAt() {
    return article.receivedAt();
  }
}
