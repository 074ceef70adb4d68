package vn.gdnn.newswire.enrich.gazetteer;

import java.util.List;

/**
 * A place where a text writes a name of the registry, in any capitals.
 *
 * @param start first token
 * @param end token after the last
 * @param name the name as the registry writes it
 * @param shortForm whether the name means its entry only where the article makes that clear
 * @param sameCapitals whether every word that the registry begins with a capital has one here
 * @param sameInitial whether the first word has a capital where the registry has one
 * @param entries what has this name
 */
public record Hit(
    int start,
    int end,
    String name,
    boolean shortForm,
    boolean sameCapitals,
    boolean sameInitial,
    List<Entry> entries) {
  /** Copies the list. */
  public Hit {
    entries = List.copyOf(entries);
  }
}
