package vn.gdnn.newswire.publish.reading;

import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Kind;

/**
 * Names a feed: that of all articles, or of those that name one entity.
 *
 * @param kind the entity's kind; absent for the feed of all
 * @param entityId the entity's id; absent for the feed of all
 */
public record FeedKey(@Nullable Kind kind, @Nullable String entityId) {

  /** The feed of all articles. */
  public static final FeedKey ALL = new FeedKey(null, null);

  /** Both or none. */
  public FeedKey {
    if ((kind == null) != (entityId == null)) {
      throw new IllegalArgumentException("a feed is of all or of one entity");
    }
  }

  /** The feed of one entity. */
  public static FeedKey of(Kind kind, String entityId) {
    return new FeedKey(kind, entityId);
  }

  /** The feed's address under {@code /feeds/} without its suffix: {@code all}, {@code people/…}. */
  public String path() {
    if (kind == null) {
      return "all";
    }
    return switch (kind) {
          case PERSON -> "people/";
          case UNIT -> "units/";
          case PLAN -> "plans/";
        }
        + entityId;
  }
}
