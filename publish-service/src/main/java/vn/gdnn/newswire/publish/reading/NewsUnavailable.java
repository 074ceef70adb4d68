package vn.gdnn.newswire.publish.reading;

/** The store can't be read now. The world is at fault: asking again later is right. */
public class NewsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Keeps the cause for the log. */
  public NewsUnavailable(Throwable cause) {
    super("the store can't be read now", cause);
  }
}
