package vn.gdnn.newswire.ingest.text;

/** Bytes that are no text we can publish. The message says what to do about it. */
public class UnreadableText extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    /** Not valid UTF-8. */
    NOT_UTF8,
    /** Vietnamese in an encoding from before Unicode, or one that was taken for another. */
    OLD_ENCODING,
    /** No text at all but a file of a word processor, a PDF or an archive. */
    BINARY_FILE,
    /** HTML with more tags than any article has. */
    TOO_MANY_TAGS
  }

  private final Reason reason;

  /**
   * Makes one.
   *
   * @param reason what is wrong
   * @param detail a sentence that a person can act on; never the text itself
   */
  public UnreadableText(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
