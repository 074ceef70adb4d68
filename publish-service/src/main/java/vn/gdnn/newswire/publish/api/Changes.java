package vn.gdnn.newswire.publish.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.reading.Change;
import vn.gdnn.newswire.publish.reading.News;

/** The changes as readers get them, however they come: each with the cursor to go on after it. */
@Component
class Changes {

  private final News news;
  private final int epoch;

  Changes(News news, @Value("${newswire.delivery.log-epoch:1}") int epoch) {
    this.news = news;
    this.epoch = epoch;
  }

  /**
   * Where to go on: after the cursor that was given, or before the first change.
   *
   * @throws Problem.Refused when it is one of another log
   */
  ChangeCursor since(@Nullable ChangeCursor given) {
    if (given != null && given.epoch() != epoch) {
      throw new Problem.Refused(
          Problem.of(
              HttpStatus.GONE,
              "cursor-of-another-log",
              "Cursor of another log",
              "The log was begun anew since. Read the changes from the start, without since."));
    }
    return given == null ? new ChangeCursor(epoch, 0) : given;
  }

  /** Those after a number, in order, at most {@code limit}. */
  List<Changed> after(long number, int limit) {
    return news.changes(number, limit).stream().map(this::changed).toList();
  }

  Changed changed(Change change) {
    return new Changed(
        new ChangeCursor(epoch, change.number()).text(),
        change.id(),
        change.revision(),
        change.tagging(),
        change.what(),
        change.at());
  }

  int epoch() {
    return epoch;
  }

  /** A change with its cursor. */
  record Changed(String cursor, UUID id, int revision, int tagging, Entry.What what, Instant at) {}
}
