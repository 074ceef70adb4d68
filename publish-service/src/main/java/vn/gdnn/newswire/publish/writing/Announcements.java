package vn.gdnn.newswire.publish.writing;

import java.util.List;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Outcome;

/**
 * Where the writer announces what it wrote. Both return only after the log has it on all in-sync
 * replicas.
 */
public interface Announcements {

  /** Appends an entry to the order that everyone sees. */
  void append(Entry entry, String eventId);

  /** Tells the newsroom. */
  void tell(List<Outcome> outcomes);
}
