package vn.gdnn.newswire.ingest.status;

import org.jspecify.annotations.Nullable;

/** Journeys can't be told now. */
public class JourneysUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message why, a sentence
   * @param cause how that showed
   */
  public JourneysUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
