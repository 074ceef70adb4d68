package vn.gdnn.newswire.ingest.emit;

/** The log has not confirmed an event. It may be there all the same. */
public class NotAcknowledged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param cause how that showed
   */
  public NotAcknowledged(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
