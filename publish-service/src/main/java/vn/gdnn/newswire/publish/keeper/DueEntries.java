package vn.gdnn.newswire.publish.keeper;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;
import vn.gdnn.newswire.publish.writing.Announcements;

/**
 * Appends the entries that time brings: the end of an embargo, the end of a notice. What readers
 * see changes only by an entry, never by the clock; an entry appended twice is dropped by the
 * keeper.
 *
 * <p>Only the instance that reads the entries appends. It looks up once, as it takes over, what
 * waits in the store; from then on every article that it keeps is noted. What the one before it
 * left undone comes to it again as an entry, so nothing is overlooked and nothing is asked twice.
 */
public final class DueEntries implements KeeperWork {

  private final KeptNews kept;
  private final Revisions revisions;
  private final Announcements announcements;
  private final Clock clock;
  private final Map<UUID, Due> due = new HashMap<>();
  private volatile boolean keeping;
  private volatile boolean unknown = true;

  /** Appends nothing before {@link #takeOver}. */
  public DueEntries(KeptNews kept, Revisions revisions, Announcements announcements, Clock clock) {
    this.kept = kept;
    this.revisions = revisions;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public void takeOver() {
    unknown = true;
    keeping = true;
  }

  @Override
  public void handOver() {
    keeping = false;
  }

  /** Takes note of an article as the keeper left it. */
  public synchronized void note(KeptArticle article) {
    due.remove(article.id());
    Due.of(article).ifPresent(next -> due.put(next.id(), next));
  }

  /**
   * Appends what is due by now. What can't be appended stays due.
   *
   * @return how many were appended
   */
  public synchronized int appendDue() {
    if (!keeping) {
      return 0;
    }
    if (unknown) {
      lookUp();
    }
    Instant now = clock.instant();
    int appended = 0;
    for (Due next : due.values().stream().filter(one -> !one.at().isAfter(now)).toList()) {
      append(next);
      due.remove(next.id());
      appended++;
    }
    return appended;
  }

  private void lookUp() {
    // Set before the store is read: who takes over meanwhile has it read again.
    unknown = false;
    try {
      List<Due> waiting = kept.waiting();
      due.clear();
      waiting.forEach(next -> due.put(next.id(), next));
    } catch (RuntimeException e) {
      unknown = true;
      throw e;
    }
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
}
