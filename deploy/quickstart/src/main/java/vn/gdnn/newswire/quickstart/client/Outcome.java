package vn.gdnn.newswire.quickstart.client;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that was sent.
 *
 * @param id the article, null when ingest never gave one
 * @param state as ingest's status says, or {@code failed} when it was not accepted, {@code pending}
 *     when waiting took too long
 * @param detail why, for a person
 */
public record Outcome(@Nullable String id, String state, @Nullable String detail) {

  private static final Set<String> GOOD =
      Set.of("scheduled", "published", "withdrawn", "repeated", "superseded", "erased");

  /** Whether it was dealt with as its sender could wish. */
  public boolean isGood() {
    return GOOD.contains(state);
  }

  /** For a person: the state, and the reason where there is one. */
  public String text() {
    return Optional.ofNullable(detail).map(why -> state + ": " + why).orElse(state);
  }
}
