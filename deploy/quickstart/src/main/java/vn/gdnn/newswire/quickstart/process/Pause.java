package vn.gdnn.newswire.quickstart.process;

/** Waiting between two looks at something outside this process. */
public final class Pause {

  private Pause() {}

  /** Waits; an interrupt ends the command. */
  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Refusal("Stopped before it was done.", stop);
    }
  }
}
