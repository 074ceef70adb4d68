package vn.gdnn.newswire.publish.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;

/**
 * What became of the events of one article. Outcomes come at least once and from several services,
 * so they are merged: a step keeps its first time, and what is settled is never pending again.
 *
 * @param id id of the article
 * @param writes how often this journey was written; the guard of every write
 * @param events the newest events, by place
 */
public record Journey(UUID id, long writes, List<Travel> events) {

  /** Events that are remembered. */
  static final int REMEMBERED = 200;

  /** Copies the list. */
  public Journey {
    events = List.copyOf(events);
  }

  static Journey unknown(UUID id) {
    return new Journey(id, 0, List.of());
  }

  /** The journey of the event at that place. */
  public Optional<Travel> at(Place place) {
    return events.stream().filter(travel -> travel.place().equals(place)).findFirst();
  }

  /** The same with one more outcome; one without a place says nothing here. */
  Journey with(Outcome outcome) {
    Place place = outcome.place();
    if (place == null) {
      return this;
    }
    Travel travel = at(place).orElseGet(() -> Travel.begun(place)).with(outcome);
    List<Travel> all = new ArrayList<>(events);
    all.removeIf(other -> other.place().equals(place));
    all.add(travel);
    all.sort(Comparator.comparing(Travel::place));
    return new Journey(
        id, writes + 1, all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
  }

  /**
   * What became of one event.
   *
   * @param place its place
   * @param eventId its CloudEvents id
   * @param state what has become of it so far
   * @param reason why it was refused or dead-lettered
   * @param revision the revision it became or repeats
   * @param steps the steps taken, in order
   * @param traceId the trace it belongs to
   */
  public record Travel(
      Place place,
      @Nullable String eventId,
      State state,
      @Nullable String reason,
      @Nullable Integer revision,
      List<Taken> steps,
      @Nullable String traceId) {

    /** Copies the list. */
    public Travel {
      steps = List.copyOf(steps);
    }

    static Travel begun(Place place) {
      return new Travel(place, null, State.PENDING, null, null, List.of(), null);
    }

    Travel with(Outcome outcome) {
      boolean settles = weight(outcome.state()) >= weight(state);
      return new Travel(
          place,
          outcome.eventId() == null ? eventId : outcome.eventId(),
          settles ? outcome.state() : state,
          settles ? outcome.reason() : reason,
          outcome.revision() == null ? revision : outcome.revision(),
          stepsWith(outcome),
          outcome.traceId() == null ? traceId : outcome.traceId());
    }

    private List<Taken> stepsWith(Outcome outcome) {
      Step step = outcome.step();
      if (step == null || steps.stream().anyMatch(taken -> taken.step() == step)) {
        return steps;
      }
      List<Taken> more = new ArrayList<>(steps);
      more.add(new Taken(step, outcome.at()));
      more.sort(Comparator.comparing(Taken::step));
      return more;
    }

    /** Services tell their outcomes side by side: the later word is not always the newer one. */
    private static int weight(State state) {
      return switch (state) {
        case PENDING -> 0;
        case SCHEDULED -> 1;
        default -> 2;
      };
    }
  }

  /**
   * A step that was taken.
   *
   * @param step which
   * @param at when
   */
  public record Taken(Step step, Instant at) {}
}
