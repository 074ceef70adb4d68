package vn.gdnn.newswire.publish.api;

import org.springframework.stereotype.Component;
import vn.gdnn.newswire.publish.reading.Change;

/** A change as {@code /api/changes} has it, for those who send it on. */
@Component
public class ChangeEntry {

  private final Changes changes;
  private final Json json;

  ChangeEntry(Changes changes, Json json) {
    this.changes = changes;
    this.json = json;
  }

  /** The entry's bytes: JSON in UTF-8. */
  public byte[] json(Change change) {
    return json.bytes(changes.changed(change));
  }

  /** What tells a change from all others, in letters, digits and {@code _}. */
  public String id(Change change) {
    return "change_" + changes.epoch() + "_" + change.number();
  }

  /** The cursor that stands for having all changes up to a number. */
  public String cursor(long number) {
    return new ChangeCursor(changes.epoch(), number).text();
  }

  /**
   * The number that a cursor stands for.
   *
   * @throws IllegalArgumentException when it is none of ours, or of another log
   */
  public long number(String cursor) {
    ChangeCursor read = ChangeCursor.of(cursor);
    if (read.epoch() != changes.epoch()) {
      throw new IllegalArgumentException("a cursor of another log");
    }
    return read.number();
  }
}
