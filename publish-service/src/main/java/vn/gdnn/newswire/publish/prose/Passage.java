package vn.gdnn.newswire.publish.prose;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One block of an article's shown text.
 *
 * @param role what it is
 * @param runs its text in order; runs never overlap
 */
public record Passage(Role role, List<Run> runs) {

  /** Copies the list. */
  public Passage {
    runs = List.copyOf(runs);
  }

  /** The text without marks, line breaks as line feeds. */
  public String text() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** What a passage is. */
  public enum Role {
    /** The headline. */
    HEADLINE,
    /** The opening paragraph. */
    LEAD,
    /** A paragraph. */
    PARAGRAPH,
    /** Words beneath a photo. */
    CAPTION,
    /** Who signed. */
    SIGNATURE
  }

  /**
   * A stretch of text.
   *
   * @param text the words; a single line feed for a line break
   * @param mark what they stand for, if anything
   */
  public record Run(String text, @Nullable Mark mark) {

    /** Whether this is a line break. */
    public boolean isBreak() {
      return mark == null && text.equals("\n");
    }
  }
}
