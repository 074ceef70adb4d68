package vn.gdnn.newswire.publish.web;

import org.jspecify.annotations.Nullable;

/**
 * Answers to GET that are at hand. They are asked for on the thread that reads all connections, so
 * nothing here may wait: not for the store, not for a lock that is held while something is made.
 */
public interface ReadyAnswers {

  /** The beginning of the addresses that are worth asking for. */
  String prefix();

  /**
   * What is at this address now, byte for byte what the usual way would answer.
   *
   * @param path a request's path as it came, beginning with the prefix
   * @param asked the request's header fields and query, for who notes what readers hold
   * @return null when the usual way has to be gone
   */
  @Nullable Ready at(String path, Asked asked);

  /** An answer at hand. */
  interface Ready {

    /** What is at the address. */
    Representation representation();

    /** It was answered with this status: all of the body is with the connection. */
    void answered(Asked asked, int status);
  }
}
