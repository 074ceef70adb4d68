package vn.gdnn.newswire.publish.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Outcome;
import vn.gdnn.newswire.events.Place;
import vn.gdnn.newswire.events.State;
import vn.gdnn.newswire.events.Step;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.mongo.MongoJourneys;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;

class JourneyTest {

  private final MongoJourneys journeys = new MongoJourneys(new Store(TestDatabase.fresh()));
  private final JourneyKeeping keeping = new JourneyKeeping(journeys);
  private final UUID id = Events.id("a");

  @Test
  void keepsTheStepsInOrder_whateverOrderTheyComeIn() {
    keeping.keep(outcome(0, Step.VISIBLE, State.PUBLISHED, 1));
    keeping.keep(outcome(0, Step.RECEIVED, State.PENDING, null));
    keeping.keep(outcome(0, Step.ANNOUNCED, State.PENDING, 1));
    Journey.Travel travel = at(0);
    assertThat(travel.state()).isEqualTo(State.PUBLISHED);
    assertThat(travel.steps())
        .extracting(Journey.Taken::step)
        .containsExactly(Step.RECEIVED, Step.ANNOUNCED, Step.VISIBLE);
    assertThat(travel.revision()).isEqualTo(1);
  }

  @Test
  void theSameOutcomeAgainChangesNothing() {
    keeping.keep(outcome(0, Step.RECEIVED, State.PENDING, null));
    keeping.keep(outcome(0, Step.RECEIVED, State.PENDING, null));
    assertThat(journeys.find(id).orElseThrow().writes()).isEqualTo(1);
  }

  @Test
  void keepsEventsApart_andForgetsTheOldest() {
    for (int i = 0; i < Journey.REMEMBERED + 5; i++) {
      keeping.keep(outcome(i, null, State.REPEATED, 1));
    }
    assertThat(journeys.find(id).orElseThrow().events()).hasSize(Journey.REMEMBERED);
    assertThat(journeys.find(id).orElseThrow().at(new Place(1, 4))).isEmpty();
    assertThat(at(5).state()).isEqualTo(State.REPEATED);
  }

  private Journey.Travel at(long offset) {
    return journeys.find(id).orElseThrow().at(new Place(1, offset)).orElseThrow();
  }

  private Outcome outcome(
      long offset, @Nullable Step step, State state, @Nullable Integer revision) {
    return new Outcome(
        id,
        new Place(1, offset),
        "e" + offset,
        "test",
        Events.START,
        step,
        state,
        null,
        revision,
        null);
  }
}
