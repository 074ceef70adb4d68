package vn.gdnn.newswire.delivery.autoconfigure;

/** Ends a service that must not run on the topics it found. A bean may do something milder. */
@FunctionalInterface
public interface Refusal {
  /** Called once, with the reason in a sentence, which has been logged. */
  void refuse(String reason);
}
