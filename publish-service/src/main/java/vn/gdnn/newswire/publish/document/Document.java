package vn.gdnn.newswire.publish.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Attachment;
import vn.gdnn.newswire.events.DateSource;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Image;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Span;
import vn.gdnn.newswire.events.TextPart;

/**
 * One tagging of one revision of an article: what {@code GET /api/articles/{id}} answers.
 *
 * @param id id of the article
 * @param source who speaks
 * @param externalId the source's own id of the article
 * @param revision from 1
 * @param tagging from 1 within the revision
 * @param status whether it waits, is seen or was taken back
 * @param title the headline, as it was written
 * @param body everything after the headline, paragraphs joined by a blank line
 * @param byline who wrote it, where a field of the draft says so
 * @param note what this correction corrects
 * @param publishedAt the article's date
 * @param publishedAtFrom where that date was taken from
 * @param embargoUntil when readers may see it, if an embargo was set
 * @param updatedAt when the event that made this revision was received
 * @param structure the text's parts in reading order
 * @param tags the people, units and plans it names
 * @param offices offices whose holder on the article's date the registry knows
 * @param images pictures
 * @param attachments official documents
 * @param notice why it was taken back, if it was
 * @param traceId trace of the request that brought it, 32 hex digits
 */
public record Document(
    UUID id,
    String source,
    String externalId,
    int revision,
    int tagging,
    Status status,
    String title,
    String body,
    @Nullable String byline,
    @Nullable String note,
    Instant publishedAt,
    DateSource publishedAtFrom,
    @Nullable Instant embargoUntil,
    Instant updatedAt,
    List<TextPart> structure,
    List<Tag> tags,
    List<Office> offices,
    List<Image> images,
    List<Attachment> attachments,
    @Nullable Notice notice,
    @Nullable String traceId) {

  /** Copies the lists. */
  public Document {
    structure = List.copyOf(structure);
    tags = List.copyOf(tags);
    offices = List.copyOf(offices);
    images = List.copyOf(images);
    attachments = List.copyOf(attachments);
  }

  /**
   * The same with the tags and offices of the revision that readers knew: a notice names no others.
   */
  public Document naming(Document seen) {
    return with(status, seen.tags, seen.offices);
  }

  private Document with(Status newStatus, List<Tag> newTags, List<Office> newOffices) {
    return new Document(
        id,
        source,
        externalId,
        revision,
        tagging,
        newStatus,
        title,
        body,
        byline,
        note,
        publishedAt,
        publishedAtFrom,
        embargoUntil,
        updatedAt,
        structure,
        newTags,
        newOffices,
        images,
        attachments,
        notice,
        traceId);
  }

  /** The date readers see: the later of {@link #publishedAt} and the embargo's end. */
  public Instant published() {
    return embargoUntil != null && embargoUntil.isAfter(publishedAt) ? embargoUntil : publishedAt;
  }

  /** The same as readers see it once its embargo is over. */
  public Document visible() {
    return status == Status.SCHEDULED ? with(Status.PUBLISHED, tags, offices) : this;
  }

  /** The text that offsets of this field count in. */
  public String text(Field field) {
    return field == Field.TITLE ? title : body;
  }

  /** Whether readers may see an article. */
  public enum Status {
    /** Waits for the end of an embargo. */
    SCHEDULED,
    /** Readers see it. */
    PUBLISHED,
    /** Taken back: readers see the notice and nothing of the text. */
    WITHDRAWN;

    /** The name in JSON and in MongoDB. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An entity that the article names.
   *
   * @param kind person, unit or plan
   * @param id the registry's id, or {@code x-} and 10 hex digits for a name it does not know
   * @param name the name to show
   * @param known whether the registry knows it
   * @param role for a person: the office, if any
   * @param mentions where it is named, in reading order
   */
  public record Tag(
      Kind kind,
      String id,
      String name,
      boolean known,
      @Nullable Role role,
      List<Mention> mentions) {

    /** Copies the list. */
    public Tag {
      mentions = List.copyOf(mentions);
    }
  }

  /**
   * The office of a person.
   *
   * @param stated as the article names it beside the person
   * @param registry as the registry knows it for the article's date
   */
  public record Role(@Nullable String stated, @Nullable RegistryOffice registry) {}

  /**
   * An office by the registry.
   *
   * @param title the office
   * @param unitId the unit it is an office of
   * @param from first day, inclusive
   * @param to last day, inclusive
   */
  public record RegistryOffice(
      String title, String unitId, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /**
   * A mention of an office whose holder is known.
   *
   * @param field the text it stands in
   * @param start first UTF-16 code unit
   * @param end code unit after the last
   * @param surface the words there
   * @param title the office as the registry writes it
   * @param personId who held it
   * @param personName that person's name
   * @param unitId the unit it is an office of
   * @param asOf the day it was resolved for
   */
  public record Office(
      Field field,
      int start,
      int end,
      String surface,
      String title,
      String personId,
      String personName,
      String unitId,
      LocalDate asOf)
      implements Span {}

  /**
   * Says that an article was taken back.
   *
   * @param text the reason given
   * @param at when the withdrawal was received
   */
  public record Notice(String text, Instant at) {}
}
