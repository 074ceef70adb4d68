package vn.gdnn.newswire.delivery.fault;

/**
 * Says which foreign exceptions are the world's fault. A service declares a bean for the libraries
 * it uses, for example MongoDB's driver; several are asked in turn.
 */
@FunctionalInterface
public interface WorldFaults {

  /** Whether this exception, taken by itself without its cause, is the world's fault. */
  boolean include(Throwable exception);
}
