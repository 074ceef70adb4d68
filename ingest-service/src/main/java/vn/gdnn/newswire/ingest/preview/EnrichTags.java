package vn.gdnn.newswire.ingest.preview;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.http.InternalClient;
import vn.gdnn.newswire.ingest.problem.ProblemException;
import vn.gdnn.newswire.ingest.problem.ProblemKind;

/** Asks enrich what a text names. */
class EnrichTags {

  private static final int OK = 200;
  private static final int TOO_LARGE = 413;

  private final InternalClient enrich;
  private final Duration timeout;

  EnrichTags(InternalClient enrich, Duration timeout) {
    this.enrich = enrich;
    this.timeout = timeout;
  }

  /**
   * Asks.
   *
   * @param question {@code {"title","body","asOf"}} in JSON
   * @return {@code {"tags","offices",…}} in JSON
   * @throws ProblemException when enrich is away or takes too long, or the text is too long for it
   */
  byte[] answer(byte[] question) {
    try {
      InternalClient.Answer answer = enrich.post("/api/tag", question, timeout);
      return switch (answer.status()) {
        case OK -> answer.body();
        case TOO_LARGE ->
            throw new ProblemException(
                ProblemKind.TOO_LARGE, "Its text is too long for a preview. Send a shorter one.");
        default -> throw unavailable("Enrich answered %d.".formatted(answer.status()), null);
      };
    } catch (InternalClient.Unanswered e) {
      throw unavailable(e.getMessage(), e);
    }
  }

  static ProblemException unavailable(@Nullable String why, @Nullable Exception cause) {
    return new ProblemException(
        ProblemKind.PREVIEW_UNAVAILABLE,
        why + " Drafts are taken all the same; ask for a preview again later.",
        List.of(),
        cause);
  }
}
