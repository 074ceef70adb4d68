package vn.gdnn.newswire.publish.readership.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has an article's last change.
 *
 * @param id id of the article
 * @param revision the revision that the change brought
 * @param what the change, in the words of {@code /api/changes}
 * @param at when it was received
 * @param summary the numbers in a sentence
 * @param known readers that asked for a feed it stands in before it changed, and not long before
 * @param fetched those of them that were sent it, or proved that they have it
 * @param confirmed those of them that proved it
 * @param slowestSeconds how long after the change the last of them fetched it
 * @param cameLater readers that asked for such a feed for the first time after the change: they got
 *     the article as it is and hold nothing older
 * @param readers the known ones: who has not fetched it, then who is slow
 * @param leftOut known ones that are not among {@code readers}, since they are too many
 * @param limits what these numbers can't tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArticleReaders(
    UUID id,
    int revision,
    String what,
    Instant at,
    String summary,
    int known,
    int fetched,
    int confirmed,
    @Nullable Long slowestSeconds,
    int cameLater,
    List<Reader> readers,
    int leftOut,
    List<String> limits) {

  static final List<String> LIMITS =
      List.of(
          "Readers behind a cache are not seen: the cache asks in their place.",
          "Readers of the same name count as one; a reader can choose its own with ?site=.",
          "Names are what readers say of themselves.",
          "A reader that comes back after more than fifty other corrections in a feed finds this one"
              + " only in the feed's history, which is not counted.");

  /** Copies the lists. */
  ArticleReaders {
    readers = List.copyOf(readers);
    limits = List.copyOf(limits);
  }

  /**
   * A known reader.
   *
   * @param reader its name
   * @param state what is known of it
   * @param fetchedAt when it fetched the change
   * @param afterSeconds how long after it came
   * @param lastSeen when it last asked for a feed the article stands in
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reader(
      String reader,
      State state,
      @Nullable Instant fetchedAt,
      @Nullable Long afterSeconds,
      Instant lastSeen) {}

  /** What is known of a reader. */
  enum State {
    /** It did not ask since, or not to the end. */
    WAITING,
    /** It was sent the change, and did not say since that it has it. */
    SENT,
    /** It named a revision with the change as what it has. */
    CONFIRMED;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
