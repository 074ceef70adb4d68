package vn.gdnn.newswire.publish.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.document.Documents;

/**
 * What the writer knows of an article: enough to judge its next event. Revision 0 stands for an
 * article of which only a refused withdrawal is known.
 *
 * @param id id of the article
 * @param writes how often this head was written; the guard of every write
 * @param place the last event that changed the article
 * @param textPlace the draft that its text is from
 * @param revision the newest revision, 0 for none
 * @param tagging the newest tagging of it
 * @param status what the newest revision says
 * @param source who speaks for the article; absent with revision 0
 * @param sources with revision 0: the sources of the key that was refused
 * @param version the highest version accepted
 * @param dates the dates as they stand
 * @param contents the content hashes of all drafts that became revisions, oldest first
 * @param decisions what became of the newest events, oldest first
 */
public record Head(
    UUID id,
    long writes,
    Place place,
    @Nullable Place textPlace,
    int revision,
    int tagging,
    Document.@Nullable Status status,
    @Nullable String source,
    List<String> sources,
    @Nullable String version,
    Documents.@Nullable Dates dates,
    List<Content> contents,
    List<Decision> decisions) {

  /** Events that are remembered by id: far more than one poll can bring again. */
  static final int REMEMBERED = 500;

  /** Copies the lists and forgets the oldest decisions. */
  public Head {
    sources = List.copyOf(sources);
    contents = List.copyOf(contents);
    int size = decisions.size();
    decisions = List.copyOf(decisions.subList(Math.max(0, size - REMEMBERED), size));
  }

  /** What became of the event with this id, if it was decided already. */
  public Optional<Decision> decisionOn(String eventId) {
    return decisions.stream().filter(decision -> decision.eventId().equals(eventId)).findFirst();
  }

  /** The revision that waits at that moment and that a change would overtake. */
  @Nullable Overtaken waitingAt(Instant moment) {
    return status == Document.Status.SCHEDULED && dates != null && dates.embargoedAt(moment)
        ? new Overtaken(place, revision)
        : null;
  }

  /** The content of the draft that the newest text is from. */
  Optional<Content> currentContent() {
    return contents.isEmpty() ? Optional.empty() : Optional.of(contents.get(contents.size() - 1));
  }

  /** The same head with one more decision, and its version if that is higher. */
  Head deciding(Decision decision, @Nullable String newVersion) {
    return new Head(
        id,
        writes + 1,
        place,
        textPlace,
        revision,
        tagging,
        status,
        source,
        sources,
        newVersion,
        dates,
        contents,
        plus(decisions, decision));
  }

  static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /**
   * The content of a draft.
   *
   * @param hash its SHA-256
   * @param revision the revision it became
   */
  public record Content(String hash, int revision) {}

  /**
   * What became of one event.
   *
   * @param eventId its CloudEvents id
   * @param place its place; a request sent again has the same id at another place
   * @param state what became of it
   * @param reason why it was refused
   * @param revision the revision it became or repeats
   * @param entry the entry to announce, if it changed the article
   * @param overtaken what waited for the end of an embargo and never comes to pass, if anything
   */
  public record Decision(
      String eventId,
      Place place,
      State state,
      @Nullable String reason,
      @Nullable Integer revision,
      @Nullable Entry entry,
      @Nullable Overtaken overtaken) {}

  /**
   * A revision that a newer one overtook before readers saw it.
   *
   * @param place the event that had made it
   * @param revision which
   */
  public record Overtaken(Place place, int revision) {}
}
