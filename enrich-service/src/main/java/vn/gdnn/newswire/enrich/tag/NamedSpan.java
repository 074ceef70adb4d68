package vn.gdnn.newswire.enrich.tag;

/**
 * A candidate that stayed, and what it names in this article.
 *
 * @param passage the text it stands in
 * @param candidate the stretch
 * @param entity what it names
 */
public record NamedSpan(Passage passage, Candidate candidate, Entity entity) {

  /** The words. */
  public String surface() {
    return passage.tokens().surface(candidate.start(), candidate.end());
  }

  /** The words' keys. */
  String keys() {
    return passage.tokens().keys(candidate.start(), candidate.end());
  }
}
