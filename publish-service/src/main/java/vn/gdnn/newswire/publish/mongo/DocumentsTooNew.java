package vn.gdnn.newswire.publish.mongo;

import vn.gdnn.newswire.delivery.WorldFault;

/** A newer build has written to the store: nothing may be written by this one. */
final class DocumentsTooNew extends WorldFault {

  private static final long serialVersionUID = 1L;

  DocumentsTooNew(String why) {
    super(why, null);
  }
}
