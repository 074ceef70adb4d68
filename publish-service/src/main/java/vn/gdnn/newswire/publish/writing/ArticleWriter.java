package vn.gdnn.newswire.publish.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Entry;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;
import vn.gdnn.newswire.publish.revision.Arrival;
import vn.gdnn.newswire.publish.revision.Head;
import vn.gdnn.newswire.publish.revision.Heads;
import vn.gdnn.newswire.publish.revision.Revision;
import vn.gdnn.newswire.publish.revision.RevisionRules;
import vn.gdnn.newswire.publish.revision.Revisions;
import vn.gdnn.newswire.publish.revision.Verdict;

/**
 * Writes what becomes of an event: revision, head, entry, outcomes, in that order, each durable
 * before the next. Stopped anywhere and given the event again, it ends the same.
 */
public final class ArticleWriter {

  private static final String SERVICE = "publish-service";

  private final Heads heads;
  private final Revisions revisions;
  private final RevisionRules rules;
  private final Announcements announcements;
  private final Clock clock;

  /** The clock only says when a step happened; nothing is decided by it. */
  public ArticleWriter(Heads heads, Revisions revisions, Announcements announcements, Clock clock) {
    this.heads = heads;
    this.revisions = revisions;
    this.rules = new RevisionRules(revisions);
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Writes it.
   *
   * @throws WrittenMeanwhile when another writer got in between; nothing is lost, the event is to
   *     be given again
   */
  public Head.Decision write(Arrival arrival) {
    Head head = heads.find(arrival.event().id()).orElse(null);
    Verdict verdict = rules.judge(head, arrival);
    save(verdict);
    Head.Decision decision = verdict.decision();
    Instant written = clock.instant();
    Entry entry = decision.entry();
    if (entry != null) {
      announcements.append(entry, arrival.eventId());
    }
    announcements.tell(outcomes(arrival, decision, written));
    return decision;
  }

  private void save(Verdict verdict) {
    Revision revision = verdict.revision();
    if (revision != null) {
      revisions.save(revision);
    }
    verdict
        .next()
        .ifPresent(
            next -> {
              if (!heads.replace(next)) {
                throw new WrittenMeanwhile();
              }
            });
  }

  private List<Outcome> outcomes(Arrival arrival, Head.Decision decision, Instant written) {
    boolean sentAgain = !decision.place().equals(arrival.place());
    if (decision.entry() == null || sentAgain) {
      return List.of(outcome(arrival, decision, null, decision.state(), written));
    }
    List<Outcome> steps = new ArrayList<>();
    steps.add(outcome(arrival, decision, Step.WRITTEN, State.PENDING, written));
    // Readers don't see it before the keeper says so; what waits for an embargo has come as far as
    // it can.
    State state = decision.state() == State.SCHEDULED ? State.SCHEDULED : State.PENDING;
    steps.add(outcome(arrival, decision, Step.ANNOUNCED, state, clock.instant()));
    Head.Overtaken overtaken = decision.overtaken();
    if (overtaken != null) {
      steps.add(
          new Outcome(
              arrival.event().id(),
              overtaken.place(),
              null,
              SERVICE,
              written,
              null,
              State.SUPERSEDED,
              null,
              overtaken.revision(),
              null));
    }
    return steps;
  }

  private static Outcome outcome(
      Arrival arrival, Head.Decision decision, @Nullable Step step, State state, Instant at) {
    return new Outcome(
        arrival.event().id(),
        arrival.place(),
        arrival.eventId(),
        SERVICE,
        at,
        step,
        state,
        decision.reason(),
        decision.revision(),
        arrival.traceId());
  }

  /** Another writer changed the head since it was read. */
  public static final class WrittenMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrittenMeanwhile() {
      super("another writer changed the article; the event will be read again");
    }
  }
}
