package vn.gdnn.newswire.publish.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.prose.VietnameseDates;

/**
 * A date for {@code <time datetime>}.
 *
 * @param iso for machines
 * @param text for people
 */
record When(String iso, String text) {

  static When moment(Instant at) {
    return new When(VietnameseDates.iso(at), VietnameseDates.moment(at));
  }

  static When day(Instant at) {
    LocalDate day = VietnameseDates.dayOf(at);
    return new When(day.toString(), VietnameseDates.day(day));
  }

  /** As much of a day as is known: {@code 11/06/2020}, {@code 06/2020} or {@code 2020}. */
  static When partial(PartialDay day) {
    String[] parts = day.text().split("-");
    Collections.reverse(Arrays.asList(parts));
    return new When(day.text(), String.join("/", parts));
  }

  static When time(Instant at) {
    return new When(VietnameseDates.iso(at), VietnameseDates.time(at));
  }

  /** The date readers see. One that was found in the text is a day and says nothing of an hour. */
  static When published(Document document) {
    return isDay(document) ? day(document.published()) : moment(document.published());
  }

  static boolean isDay(Document document) {
    return document.publishedAtFrom() == DateSource.LEAD
        && document.published().equals(document.publishedAt());
  }
}
