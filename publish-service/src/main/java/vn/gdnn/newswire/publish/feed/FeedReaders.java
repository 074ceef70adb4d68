package vn.gdnn.newswire.publish.feed;

import vn.gdnn.newswire.publish.web.Asked;

/**
 * Is told of each request for a feed that is answered with its bytes or 304, whichever way it was
 * answered. Told on the thread that answers, which may be the one that reads all connections: it
 * must not wait, and costs every reader what it costs.
 */
public interface FeedReaders {

  /**
   * Looks at a request for a feed that exists, before it is answered.
   *
   * @throws vn.gdnn.newswire.http.Problem.Refused when the reader gives itself a name that can't be
   */
  void admit(Asked asked);

  /**
   * A request was answered: all of the body was handed to the connection, or there was none.
   *
   * @param revision what stands at the address
   * @param asked names the reader and what it holds
   * @param status 200, or 304 when the reader named this revision
   */
  void answered(FeedRevision revision, Asked asked, int status);
}
