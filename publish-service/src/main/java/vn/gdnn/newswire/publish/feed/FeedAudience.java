package vn.gdnn.newswire.publish.feed;

import jakarta.servlet.http.HttpServletRequest;

/** Who wants to know of those that read feeds. It is asked on the way of every request: be quick. */
public interface FeedAudience {

  /** When nobody wants to know. */
  FeedAudience NOBODY =
      new FeedAudience() {
        @Override
        public void admit(HttpServletRequest request) {
          // Everybody may come.
        }

        @Override
        public void answered(FeedRevision revision, HttpServletRequest request, int status) {
          // Nobody listens.
        }
      };

  /**
   * Looks at a request for a feed that exists, before it is answered.
   *
   * @throws vn.gdnn.newswire.http.Problem.Refused when the reader names itself in a way that can't
   *     be
   */
  void admit(HttpServletRequest request);

  /**
   * A request was answered to its end: the whole body was handed to the connection, or there was
   * none.
   *
   * @param revision what stood at the address
   * @param status 200, or 304 when the reader named this revision
   */
  void answered(FeedRevision revision, HttpServletRequest request, int status);
}
