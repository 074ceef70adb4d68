package vn.gdnn.newswire.enrich.tag;

/**
 * A candidate that stayed, and what it names in this article.
 *
 * @param passage the text it stands in
 * @param candidate the stretch
 * @param entity what it names
 */
public record NamedSpan(Passage passage, Candidate candidate, Entity entity) {

  /** By its place alone: the rest takes as long as all that the registry says of its entries. */
  @Override
  public int hashCode() {
    return System.identityHashCode(passage) * 31 + candidate.start();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof NamedSpan span
            && passage == span.passage
            && candidate.equals(span.candidate)
            && entity.equals(span.entity);
  }

  /** The words as given. */
  public String surface() {
    return passage.tokens().surface(candidate.start(), candidate.end());
  }

  /** The words to show: composed, single spaces between them, nothing that has no width. */
  String words() {
    return passage.tokens().words(candidate.start(), candidate.end());
  }

  /** The words' keys. */
  String keys() {
    return passage.tokens().keys(candidate.start(), candidate.end());
  }
}
