package vn.gdnn.newswire.benchmarks.news;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a store is asked: each is a way there and back. */
public final class StoreCommands implements CommandListener {

  private static final Set<String> READS = Set.of("find", "getMore", "aggregate", "count");
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (READS.contains(event.getCommandName())) {
      reads.incrementAndGet();
    } else if (WRITES.contains(event.getCommandName())) {
      writes.incrementAndGet();
    }
  }

  /** Reads since it was last asked. */
  public int reads() {
    return reads.getAndSet(0);
  }

  /** Writes since it was last asked. */
  public int writes() {
    return writes.getAndSet(0);
  }

  /** Forgets what was counted. */
  public void reset() {
    reads.set(0);
    writes.set(0);
  }
}
