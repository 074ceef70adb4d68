package vn.gdnn.newswire.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity that an article names, with every place where it does.
 *
 * @param kind person, unit or plan
 * @param id the registry's id, or {@code x-} and 10 hex digits for a name it does not know
 * @param name the name to show
 * @param known whether the registry knows it
 * @param stated the office named beside the person in this article
 * @param terms the offices that the registry knows the person held; the day decides which one
 *     counts
 * @param mentions where it is named, in reading order
 */
public record Tag(
    Kind kind,
    String id,
    String name,
    boolean known,
    @Nullable String stated,
    List<Term> terms,
    List<Mention> mentions) {

  /** Copies the lists. */
  public Tag {
    terms = List.copyOf(terms);
    mentions = List.copyOf(mentions);
  }
}
