package vn.gdnn.newswire.publish.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;

/**
 * Which articles to list, newest first by {@code published}, then id descending.
 *
 * @param kind with {@code entityId}: only those that name this entity
 * @param entityId see kind
 * @param from only those published at or after
 * @param to only those published before
 * @param words only those whose folded text holds each of these words (Vietnamese folding: "dao
 *     tao" finds "đào tạo")
 * @param after only those after this position of the order
 * @param limit at most this many, 1 to 200
 */
public record ArticleQuery(
    @Nullable Kind kind,
    @Nullable String entityId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String words,
    @Nullable Position after,
    int limit) {

  /** The newest articles. */
  public static ArticleQuery newest(int limit) {
    return new ArticleQuery(null, null, null, null, null, null, limit);
  }

  /** The newest articles that name an entity. */
  public static ArticleQuery naming(Kind kind, String entityId, int limit) {
    return new ArticleQuery(kind, entityId, null, null, null, null, limit);
  }

  /**
   * A position in the order of articles.
   *
   * @param published the date readers see
   * @param id id of the article
   */
  public record Position(Instant published, UUID id) {}
}
