package vn.gdnn.newswire.delivery;

import org.jspecify.annotations.Nullable;

/**
 * The world's fault: Kafka, MongoDB or another service is away. The event is not to blame, so it is
 * never dead-lettered: its partition waits and tries again until the world is back.
 */
public class WorldFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what is away
   * @param cause how that showed
   */
  public WorldFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
