package vn.gdnn.newswire.ingest.emit;

/** The log takes no event of this size. */
public class EventDoesNotFit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param cause with the sizes
   */
  public EventDoesNotFit(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
