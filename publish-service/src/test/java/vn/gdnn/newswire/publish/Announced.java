package vn.gdnn.newswire.publish;

import java.util.ArrayList;
import java.util.List;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.publish.writing.Announcements;

/** Keeps the entries that a writer announces, in place of the log; outcomes are of no concern. */
public final class Announced implements Announcements {

  private final List<Entry> entries = new ArrayList<>();

  /** What was announced so far, in order: a view. */
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public void append(Entry entry, String eventId) {
    entries.add(entry);
  }

  @Override
  public void tell(List<Outcome> outcomes) {
    // Nobody asks.
  }
}
