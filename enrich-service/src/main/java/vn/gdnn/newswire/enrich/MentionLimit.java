package vn.gdnn.newswire.enrich;

import java.util.ArrayList;
import java.util.List;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;

/**
 * An enrichment cut to what an event may hold: 20,000 mentions, those of tags first.
 *
 * @param tags the tags that are left
 * @param offices the offices that are left
 * @param cut mentions left out
 */
public record MentionLimit(List<Tag> tags, List<OfficeMention> offices, int cut) {

  /** Copies the lists. */
  public MentionLimit {
    tags = List.copyOf(tags);
    offices = List.copyOf(offices);
  }

  static final int MOST = 20_000;

  /** Cuts. */
  public static MentionLimit of(Enrichment found) {
    int left = MOST;
    int all = found.offices().size();
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : found.tags()) {
      all += tag.mentions().size();
      List<Mention> mentions = tag.mentions().subList(0, Math.min(left, tag.mentions().size()));
      left -= mentions.size();
      if (!mentions.isEmpty()) {
        tags.add(
            new Tag(
                tag.kind(),
                tag.id(),
                tag.name(),
                tag.known(),
                tag.stated(),
                tag.terms(),
                mentions));
      }
    }
    List<OfficeMention> offices =
        found.offices().subList(0, Math.min(left, found.offices().size()));
    return new MentionLimit(tags, offices, all - (MOST - left) - offices.size());
  }
}
