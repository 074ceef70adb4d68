package vn.gdnn.newswire.publish.keeper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.document.Document.Status;

/**
 * An article as the keeper keeps it.
 *
 * @param id id of the article
 * @param upTo offset of the entry that changed it last, -1 for none
 * @param revision the newest revision an entry named, 0 for none
 * @param tagging the newest tagging of it
 * @param what what the last entry changed for readers; absent when it changed nothing for them
 * @param shown what readers see; absent when they see nothing
 * @param waiting what they will see when an embargo is over
 * @param noticeUntil when the notice of a withdrawal has stood long enough
 * @param noticeEnded whether it has
 * @param slots the article's place among the first appearances of each feed it ever stood in
 */
public record KeptArticle(
    UUID id,
    long upTo,
    int revision,
    int tagging,
    Entry.@Nullable What what,
    @Nullable Document shown,
    @Nullable Waiting waiting,
    @Nullable Instant noticeUntil,
    boolean noticeEnded,
    List<Slot> slots) {

  /** Copies the list. */
  public KeptArticle {
    slots = List.copyOf(slots);
  }

  /** An article that no entry has named. */
  static KeptArticle unseen(UUID id) {
    return new KeptArticle(id, -1, 0, 0, null, null, null, null, false, List.of());
  }

  /** Whether an entry names something newer than this. */
  boolean isOlderThan(Entry entry) {
    return entry.revision() > revision
        || (entry.revision() == revision && entry.tagging() > tagging);
  }

  /** Whether readers see its text. */
  boolean isPublished() {
    return shown != null && shown.status() == Status.PUBLISHED;
  }

  /** Its slot in a feed. */
  OptionalInt slotIn(String feed) {
    return slots.stream()
        .filter(slot -> slot.feed().equals(feed))
        .mapToInt(Slot::number)
        .findFirst();
  }

  /** The same with slots in more feeds. */
  KeptArticle with(List<Slot> newSlots) {
    List<Slot> more = new ArrayList<>(slots);
    more.addAll(newSlots);
    return new KeptArticle(
        id, upTo, revision, tagging, what, shown, waiting, noticeUntil, noticeEnded, more);
  }

  /**
   * A revision under embargo.
   *
   * @param revision which
   * @param tagging which tagging of it
   * @param until when readers may see it
   */
  public record Waiting(int revision, int tagging, Instant until) {}

  /**
   * A place among the first appearances of a feed. An article keeps it for ever.
   *
   * @param feed the feed's path
   * @param number from 0
   */
  public record Slot(String feed, int number) {}
}
