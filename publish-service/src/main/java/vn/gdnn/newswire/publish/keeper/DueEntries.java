package vn.gdnn.newswire.publish.keeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;
import vn.gdnn.newswire.publish.writing.Announcements;

/**
 * Appends the entries that time brings: the end of an embargo, the end of a notice. What readers
 * see changes only by an entry, never by the clock; an entry appended twice is dropped by the
 * keeper.
 */
public final class DueEntries {

  /**
   * Another instance may have been the keeper since: what it left is looked up again after this
   * time.
   */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final KeptNews kept;
  private final Revisions revisions;
  private final Announcements announcements;
  private final Clock clock;
  private final Map<UUID, Due> due = new HashMap<>();
  private Instant loadedAt = Instant.MIN;

  /** Knows of none before the first {@link #appendDue()}. */
  public DueEntries(KeptNews kept, Revisions revisions, Announcements announcements, Clock clock) {
    this.kept = kept;
    this.revisions = revisions;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Takes note of an article as the keeper left it. */
  public synchronized void note(KeptArticle article) {
    due.remove(article.id());
    Due next = dueOf(article);
    if (next != null) {
      due.put(article.id(), next);
    }
  }

  /**
   * Appends what is due by now. What can't be appended stays due.
   *
   * @return how many were appended
   */
  public synchronized int appendDue() {
    Instant now = clock.instant();
    if (loadedAt.isBefore(now.minus(FRESH))) {
      due.clear();
      kept.waiting().forEach(this::note);
      loadedAt = now;
    }
    int appended = 0;
    for (Due next : due.values().stream().filter(one -> !one.at().isAfter(now)).toList()) {
      append(next);
      due.remove(next.id());
      appended++;
    }
    return appended;
  }

  private void append(Due next) {
    Revision revision =
        revisions
            .find(next.id(), next.revision(), next.tagging())
            .orElseThrow(() -> new IllegalStateException("not in the archive: " + next));
    Entry entry =
        new Entry(
            next.id(), next.revision(), next.tagging(), next.what(), next.at(), revision.origin());
    String eventId =
        ArticleIds.ofRequest("keeper", next.what().wire() + "/" + next.id() + "/" + next.revision())
            .toString();
    announcements.append(entry, eventId);
  }

  private static @Nullable Due dueOf(KeptArticle article) {
    KeptArticle.Waiting waiting = article.waiting();
    if (waiting != null) {
      return new Due(
          waiting.until(), article.id(), waiting.revision(), waiting.tagging(), What.RELEASED);
    }
    Instant noticeUntil = article.noticeUntil();
    return noticeUntil == null
        ? null
        : new Due(
            noticeUntil, article.id(), article.revision(), article.tagging(), What.NOTICE_ENDED);
  }

  private record Due(Instant at, UUID id, int revision, int tagging, What what) {}
}
