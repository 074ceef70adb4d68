package vn.gdnn.newswire.publish.keeper;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.document.Document.Status;
import vn.gdnn.newswire.publish.keeper.KeptNews.NumberedChange;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.Revisions;

/**
 * Applies entries in their order: first the lists of feeds and entities, then the article, last the
 * change with the next number. Every write is guarded by the offset of the entry that wrote it
 * before, so a keeper that was asleep can't write over a newer one, and an entry applied halfway is
 * finished when it is read again.
 */
public final class Keeper {

  private final KeptNews kept;
  private final Revisions revisions;
  private final Duration notice;
  private final ArticleLists lists;

  /**
   * Makes one.
   *
   * @param notice how long readers are told of a withdrawal
   */
  public Keeper(KeptNews kept, Revisions revisions, Duration notice) {
    this.kept = kept;
    this.revisions = revisions;
    this.notice = notice;
    this.lists = new ArticleLists(kept);
  }

  /**
   * Applies the entry at that offset of {@code articles.published.v1}.
   *
   * @return the article after it; empty when the entry says nothing new
   * @throws KeptMeanwhile when another keeper got in between; the entry is to be read again
   */
  public Optional<KeptArticle> apply(Entry entry, long offset) {
    KeptArticle before = kept.article(entry.id()).orElseGet(() -> KeptArticle.unseen(entry.id()));
    if (before.upTo() == offset) {
      number(before, entry, offset);
      return Optional.of(before);
    }
    KeptArticle after = before.upTo() > offset ? null : next(before, entry, offset);
    if (after == null) {
      return Optional.empty();
    }
    if (after.what() != null) {
      after = lists.save(before, after, entry, offset);
    }
    if (!kept.saveArticle(after, before.upTo())) {
      throw new KeptMeanwhile();
    }
    number(after, entry, offset);
    return Optional.of(after);
  }

  private void number(KeptArticle article, Entry entry, long offset) {
    What what = article.what();
    if (what == null) {
      return;
    }
    NumberedChange last = kept.lastChange().orElse(null);
    if (last != null && last.offset() >= offset) {
      return;
    }
    Change change =
        new Change(
            last == null ? 1 : last.change().number() + 1,
            entry.id(),
            entry.revision(),
            entry.tagging(),
            what,
            entry.at());
    if (!kept.add(new NumberedChange(change, offset))) {
      throw new KeptMeanwhile();
    }
  }

  /** The article after the entry, or null when it says nothing new. */
  private @Nullable KeptArticle next(KeptArticle before, Entry entry, long offset) {
    return switch (entry.what()) {
      case SCHEDULED -> before.isOlderThan(entry) ? scheduled(before, entry, offset) : null;
      case PUBLISHED, CORRECTED, REINSTATED, RETAGGED ->
          before.isOlderThan(entry) ? shown(before, entry, offset) : null;
      case WITHDRAWN -> before.isOlderThan(entry) ? withdrawn(before, entry, offset) : null;
      case RELEASED -> isAwaited(before, entry) ? shown(before, entry, offset) : null;
      case NOTICE_ENDED -> isNoticeOf(before, entry) ? noticeEnded(before, entry, offset) : null;
      case ERASED -> throw new IllegalArgumentException("erasing is not known to this keeper");
    };
  }

  private KeptArticle scheduled(KeptArticle before, Entry entry, long offset) {
    Instant until = document(entry).embargoUntil();
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        null,
        before.shown(),
        new KeptArticle.Waiting(
            entry.revision(), entry.tagging(), until == null ? entry.at() : until),
        before.noticeUntil(),
        before.noticeEnded(),
        before.slots());
  }

  private KeptArticle shown(KeptArticle before, Entry entry, long offset) {
    boolean first = before.shown() == null;
    What what = first && entry.what() != What.RELEASED ? What.PUBLISHED : entry.what();
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        what,
        document(entry).visible(),
        null,
        null,
        false,
        before.slots());
  }

  private KeptArticle withdrawn(KeptArticle before, Entry entry, long offset) {
    boolean seen = before.shown() != null;
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        seen ? What.WITHDRAWN : null,
        before.shown() == null ? null : document(entry).naming(before.shown()),
        null,
        seen ? entry.at().plus(notice) : null,
        false,
        before.slots());
  }

  private static KeptArticle noticeEnded(KeptArticle before, Entry entry, long offset) {
    return new KeptArticle(
        before.id(),
        offset,
        entry.revision(),
        entry.tagging(),
        What.NOTICE_ENDED,
        before.shown(),
        null,
        null,
        true,
        before.slots());
  }

  private static boolean isAwaited(KeptArticle before, Entry entry) {
    KeptArticle.Waiting waiting = before.waiting();
    return waiting != null
        && waiting.revision() == entry.revision()
        && waiting.tagging() == entry.tagging();
  }

  private static boolean isNoticeOf(KeptArticle before, Entry entry) {
    return before.shown() != null
        && before.shown().status() == Status.WITHDRAWN
        && before.shown().revision() == entry.revision()
        && !before.noticeEnded();
  }

  private Document document(Entry entry) {
    return revisions
        .find(entry.id(), entry.revision(), entry.tagging())
        .map(Revision::document)
        .orElseThrow(() -> new RevisionMissing(entry));
  }

  /** Another keeper wrote in between. */
  public static final class KeptMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeptMeanwhile() {
      super("another keeper was faster; the entry will be read again");
    }
  }

  /** An entry names a revision that the archive does not have (yet). */
  public static final class RevisionMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RevisionMissing(Entry entry) {
      super(
          "revision %d, tagging %d of %s is not in the archive"
              .formatted(entry.revision(), entry.tagging(), entry.id()));
    }
  }
}
