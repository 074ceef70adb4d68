package vn.gdnn.newswire.publish.keeper;

/**
 * Work that one instance does at a time: the one that reads the entries. Both methods return at
 * once, and may be called again.
 */
public interface KeeperWork {

  /** This instance reads the entries from now on. */
  void takeOver();

  /** Another instance reads them from now on. */
  void handOver();
}
