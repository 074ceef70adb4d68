package vn.gdnn.newswire.quickstart.store;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backend that answers a write only when it would survive a kill -9.
 *
 * <p>H2's store commits by itself about once a second, whenever its buffer fills, and thus in the
 * middle of a write: a document without its index entry. Here it commits only between two commands,
 * and each write's answer waits for the commit that holds it. Writes that come together share one.
 */
final class DurableH2Backend extends H2Backend {

  /**
   * Commands that change nothing. Any other is taken for a write: a needless commit is cheap, a
   * missing one is not.
   */
  private static final Set<String> READS =
      Set.of(
          "find",
          "getmore",
          "killcursors",
          "count",
          "distinct",
          "aggregate",
          "listcollections",
          "listindexes",
          "listdatabases",
          "hello",
          "ismaster",
          "ping",
          "buildinfo",
          "serverstatus",
          "dbstats",
          "collstats",
          "hostinfo",
          "connectionstatus",
          "endsessions",
          "getlog",
          "whatsmyuri",
          "getcmdlineopts",
          "getparameter");

  private static final int NEVER_BY_SIZE_KIB = 1 << 20;
  private static final int CACHE_MIB = 16;

  /**
   * An article is larger than a page: with larger pages its neighbours would be written again with
   * it.
   */
  private static final int PAGE_BYTES = 4 * 1024;

  /**
   * How long a part that is overtaken stays readable, for scans that began before. The default, 45
   * s, is space not used again.
   */
  private static final int REUSE_AFTER_MILLIS = 10_000;

  /**
   * H2's store closes itself for good at the first write that the disk has no room for, and then
   * can't be read any more. So writes are refused while there is still room for those that have
   * begun.
   */
  private static final long LEAST_FREE_BYTES = 32L * 1024 * 1024;

  /** MongoDB's own number for it. */
  private static final int OUT_OF_DISK_SPACE = 14031;

  private static final int TIDY_AT_STOP_MILLIS = 2_000;
  private static final int FILL_PERCENT = 60;
  private static final int REWRITE_BYTES = 4 * 1024 * 1024;
  private static final int REWRITE_SECONDS = 2;

  private static final Logger log = LoggerFactory.getLogger(DurableH2Backend.class);

  private final MVStore store;
  private final LongSupplier freeBytes;
  private final Runnable broken;

  /**
   * Fair: a writer that waits for its commit stands behind those who still apply, so that one
   * commit keeps all.
   */
  private final ReentrantLock writing = new ReentrantLock(true);

  private final ScheduledExecutorService housekeeping =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "store-housekeeping");
            thread.setDaemon(true);
            return thread;
          });

  /** Writes applied, and writes kept. Both are only touched under the lock. */
  private long applied;

  private long kept;
  private long keptAtLastRewrite;

  /** Whether the last rewrite found something, so that the next may too. */
  private boolean sparse;

  private DurableH2Backend(MVStore store, LongSupplier freeBytes, Runnable broken) {
    super(store);
    this.store = store;
    this.freeBytes = freeBytes;
    this.broken = broken;
    housekeeping.scheduleWithFixedDelay(
        this::rewriteSparse, REWRITE_SECONDS, REWRITE_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Opens the file, or makes it.
   *
   * @param freeBytes room on its disk
   * @param broken is run when the store has closed itself: only opening it anew helps
   */
  static DurableH2Backend open(Path file, LongSupplier freeBytes, Runnable broken) {
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(NEVER_BY_SIZE_KIB)
            .cacheSize(CACHE_MIB)
            .pageSplitSize(PAGE_BYTES)
            .open();
    store.setRetentionTime(REUSE_AFTER_MILLIS);
    DurableH2Backend backend = new DurableH2Backend(store, freeBytes, broken);
    if (freeBytes.getAsLong() >= LEAST_FREE_BYTES) {
      // What opening a database registers; on a full disk it is there to be read as it was.
      store.commit();
    }
    return backend;
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (isRead(command, query)) {
      return super.handleCommand(channel, database, command, query);
    }
    if (freeBytes.getAsLong() < LEAST_FREE_BYTES) {
      throw new MongoServerError(
          OUT_OF_DISK_SPACE, "OutOfDiskSpace", "No space left on device: nothing is written");
    }
    long mine;
    Document reply;
    writing.lock();
    try {
      mine = ++applied;
      reply = super.handleCommand(channel, database, command, query);
    } finally {
      writing.unlock();
    }
    keep(mine);
    return reply;
  }

  private static boolean isRead(String command, Document query) {
    return READS.contains(command.toLowerCase(Locale.ROOT))
        && !(command.equalsIgnoreCase("aggregate") && writesItsResult(query));
  }

  private static boolean writesItsResult(Document query) {
    return query.get("pipeline") instanceof Iterable<?> stages
        && stages.toString().matches("(?s).*\\$(out|merge)\\b.*");
  }

  /** A write that failed half way has changed something too; it is kept with the next one. */
  private void keep(long mine) {
    writing.lock();
    try {
      if (kept < mine) {
        long all = applied;
        store.commit();
        kept = all;
      }
    } catch (MVStoreException failed) {
      endIfClosed(failed);
      throw failed;
    } finally {
      writing.unlock();
    }
  }

  private void endIfClosed(RuntimeException fault) {
    if (store.isClosed()) {
      log.error("The store has closed itself and must be opened anew", fault);
      broken.run();
    }
  }

  /**
   * Without this the file grows for ever: each commit leaves a part that is mostly overtaken soon.
   */
  private void rewriteSparse() {
    writing.lock();
    try {
      if ((kept != keptAtLastRewrite || sparse)
          && !store.isClosed()
          && freeBytes.getAsLong() >= LEAST_FREE_BYTES) {
        sparse = store.compact(FILL_PERCENT, REWRITE_BYTES);
        store.commit();
        keptAtLastRewrite = kept;
      }
    } catch (RuntimeException left) {
      log.warn(
          "The store's file was not compacted; it is tried again in {} s", REWRITE_SECONDS, left);
      endIfClosed(left);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    housekeeping.shutdown();
    writing.lock();
    try {
      store.compactFile(TIDY_AT_STOP_MILLIS);
      super.close();
    } finally {
      writing.unlock();
    }
  }
}
