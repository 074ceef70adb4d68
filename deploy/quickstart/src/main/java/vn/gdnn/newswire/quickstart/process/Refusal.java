package vn.gdnn.newswire.quickstart.process;

/**
 * Why the command can't do it: one sentence for a person, with what to do about it. No stack trace
 * helps them.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
