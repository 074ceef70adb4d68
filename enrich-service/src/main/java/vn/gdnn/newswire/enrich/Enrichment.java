package vn.gdnn.newswire.enrich;

import java.util.List;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;

/**
 * What an article names.
 *
 * @param tags people, units and plans, in the order in which they are first named
 * @param offices mentions of offices whose holders the registry knows, in reading order
 * @param registry version of the registry that was used
 */
public record Enrichment(List<Tag> tags, List<OfficeMention> offices, String registry) {
  /** Copies the lists. */
  public Enrichment {
    tags = List.copyOf(tags);
    offices = List.copyOf(offices);
  }
}
