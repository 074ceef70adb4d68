package vn.gdnn.newswire.ingest.emit;

import vn.gdnn.newswire.events.ArticleEvent;
import vn.gdnn.newswire.events.Place;

/** The log that all events of articles go into, in one order per article. */
public interface ArticleLog {

  /**
   * Appends an event and returns once the log has it on all in-sync replicas.
   *
   * @param event what happened
   * @param eventId its CloudEvents id
   * @return where it stands
   * @throws NotAcknowledged when that was not confirmed in time
   * @throws EventDoesNotFit when it is too large for the log
   */
  Place append(ArticleEvent event, String eventId);
}
