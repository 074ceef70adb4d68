package vn.gdnn.newswire.enrich;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.events.Term;

/**
 * What an article names, with the holders of its offices on one day: shaped as in the document that
 * readers get. For previews and the command line; the pipeline keeps all holders, since a
 * correction may move the day.
 */
public record DatedTags(List<Named> tags, List<Office> offices) {

  /** Copies the lists. */
  public DatedTags {
    tags = List.copyOf(tags);
    offices = List.copyOf(offices);
  }

  /** An entity with its mentions. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Named(
      Kind kind,
      String id,
      String name,
      boolean known,
      @Nullable Role role,
      List<Mention> mentions) {}

  /** The office stated beside a person, and the one that the registry knows for the day. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Role(@Nullable String stated, @Nullable Term registry) {}

  /** A mention of an office, and who held it that day. */
  public record Office(
      Field field,
      int start,
      int end,
      String surface,
      String title,
      String personId,
      String personName,
      String unitId,
      LocalDate asOf) {}

  /** As of a day. */
  public static DatedTags of(List<Tag> tags, List<OfficeMention> offices, LocalDate day) {
    return new DatedTags(
        tags.stream().map(tag -> named(tag, day)).toList(), officesOn(day, offices));
  }

  private static Named named(Tag tag, LocalDate day) {
    Term term = tag.terms().stream().filter(known -> known.covers(day)).findFirst().orElse(null);
    Role role = tag.stated() == null && term == null ? null : new Role(tag.stated(), term);
    return new Named(tag.kind(), tag.id(), tag.name(), tag.known(), role, tag.mentions());
  }

  /** An office with two holders on one day is nobody's in particular. */
  private static List<Office> officesOn(LocalDate day, List<OfficeMention> mentions) {
    List<Office> offices = new ArrayList<>();
    for (OfficeMention mention : mentions) {
      List<Holder> holders =
          mention.holders().stream().filter(holder -> holder.covers(day)).toList();
      if (holders.size() == 1) {
        offices.add(
            new Office(
                mention.field(),
                mention.start(),
                mention.end(),
                mention.surface(),
                mention.title(),
                holders.get(0).personId(),
                holders.get(0).name(),
                mention.unitId(),
                day));
      }
    }
    return offices;
  }
}
