package vn.gdnn.newswire.publish.keeper;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.gdnn.newswire.events.Entry.What;

/**
 * An entry that is to be appended at a moment.
 *
 * @param at the moment
 * @param id id of the article
 * @param revision the revision it names
 * @param tagging the tagging of it
 * @param what {@code RELEASED} or {@code NOTICE_ENDED}
 */
public record Due(Instant at, UUID id, int revision, int tagging, What what) {

  /** What an article waits for, if it does. */
  public static Optional<Due> of(KeptArticle article) {
    KeptArticle.Waiting waiting = article.waiting();
    if (waiting != null) {
      return Optional.of(
          new Due(
              waiting.until(), article.id(), waiting.revision(), waiting.tagging(), What.RELEASED));
    }
    return Optional.ofNullable(article.noticeUntil())
        .map(
            until ->
                new Due(
                    until, article.id(), article.revision(), article.tagging(), What.NOTICE_ENDED));
  }
}
