package vn.gdnn.newswire.quickstart.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.enrich.Enrichment;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.events.Term;

/**
 * A draft with its tags, shaped as in the document that readers get.
 *
 * @param file as it was named on the command line
 * @param title the headline; the text that offsets of field {@code title} count in
 * @param body all after it; the text that offsets of field {@code body} count in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaggedDraft(
    String file, String title, String body, List<Named> tags, List<Office> offices) {

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
      String personId,
      String unitId,
      LocalDate asOf) {}

  static TaggedDraft of(String file, String title, String body, Enrichment found, LocalDate day) {
    return new TaggedDraft(
        file,
        title,
        body,
        found.tags().stream().map(tag -> named(tag, day)).toList(),
        offices(found.offices(), day));
  }

  private static Named named(Tag tag, LocalDate day) {
    Term term = tag.terms().stream().filter(known -> known.covers(day)).findFirst().orElse(null);
    Role role = tag.stated() == null && term == null ? null : new Role(tag.stated(), term);
    return new Named(tag.kind(), tag.id(), tag.name(), tag.known(), role, tag.mentions());
  }

  /** An office with two holders on one day is nobody's in particular. */
  private static List<Office> offices(List<OfficeMention> mentions, LocalDate day) {
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
                holders.get(0).personId(),
                mention.unitId(),
                day));
      }
    }
    return offices;
  }
}
