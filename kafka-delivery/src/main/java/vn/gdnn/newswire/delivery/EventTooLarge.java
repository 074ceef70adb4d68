package vn.gdnn.newswire.delivery;

/** The event's fault: it does not fit into its topic, however often it is sent. */
public class EventTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param topic the topic it was for
   * @param bytes its size with key and headers, 0 when only the broker knows
   * @param limit the most that the topic takes, in bytes
   */
  public EventTooLarge(String topic, long bytes, long limit) {
    super(
        bytes > 0
            ? "an event of %d bytes does not fit into %s, which takes %d"
                .formatted(bytes, topic, limit)
            : "the event does not fit into %s, which takes %d bytes".formatted(topic, limit));
  }
}
