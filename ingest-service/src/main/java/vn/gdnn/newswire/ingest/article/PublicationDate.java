package vn.gdnn.newswire.ingest.article;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.Embargo;
import vn.gdnn.newswire.ingest.structure.StructuredDraft;

/**
 * An article's date and where it was taken from: the field publishedAt; else the date line; else
 * the first full date in the lead; else receipt. A date found in the text after receipt is passed
 * over.
 *
 * @param at the date
 * @param from its origin
 */
record PublicationDate(Instant at, DateSource from) {

  /** How far the clock of a newsroom may be ahead. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /**
   * Decides the date.
   *
   * @throws DraftRefused when the field lies in the future and no embargo covers it
   */
  static PublicationDate of(
      @Nullable Instant field,
      @Nullable Embargo embargo,
      StructuredDraft structure,
      Instant receivedAt) {
    if (field != null) {
      return ofField(field, embargo == null ? null : embargo.until(), receivedAt);
    }
    Optional<Instant> dateLine = structure.dateLine().filter(date -> !date.isAfter(receivedAt));
    if (dateLine.isPresent()) {
      return new PublicationDate(dateLine.get(), DateSource.DATELINE);
    }
    return structure
        .leadDate(receivedAt)
        .map(date -> new PublicationDate(date, DateSource.LEAD))
        .orElseGet(() -> new PublicationDate(receivedAt, DateSource.RECEIPT));
  }

  private static PublicationDate ofField(
      Instant field, @Nullable Instant embargoUntil, Instant receivedAt) {
    if (!field.isAfter(receivedAt)) {
      return new PublicationDate(field, DateSource.FIELD);
    }
    if (!field.isAfter(receivedAt.plus(CLOCKS_DIFFER))) {
      return new PublicationDate(receivedAt, DateSource.FIELD);
    }
    if (embargoUntil != null && !field.isAfter(embargoUntil)) {
      return new PublicationDate(field, DateSource.FIELD);
    }
    throw new DraftRefused(
        "publishedAt",
        "This is in the future. Give embargoUntil as well (the same time or later), or leave"
            + " publishedAt out.");
  }
}
