package vn.gdnn.newswire.publish.mongo;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;

/**
 * Lets readers turn very large records (see {@link BsonRecords#LARGE}) into what they need only one
 * after another: each takes some tens of MB while it lasts, and many readers may ask at once.
 */
final class LargeRecords {

  /** Records brought in one reply of the store, where many are read: each is at most some MB. */
  static final int BATCH = 8;

  private final ReentrantLock one = new ReentrantLock(true);

  /** Does the work, alone if what is stored is large. */
  <T> T use(RawBsonDocument stored, Supplier<T> work) {
    if (!BsonRecords.isZipped(stored)) {
      return work.get();
    }
    one.lock();
    try {
      return work.get();
    } finally {
      one.unlock();
    }
  }
}
