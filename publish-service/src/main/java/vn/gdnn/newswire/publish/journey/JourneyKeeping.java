package vn.gdnn.newswire.publish.journey;

import vn.gdnn.newswire.events.Outcome;

/** Merges outcomes into journeys. */
public final class JourneyKeeping {

  private final Journeys journeys;

  /** Keeps them there. */
  public JourneyKeeping(Journeys journeys) {
    this.journeys = journeys;
  }

  /**
   * Merges one outcome. The same again changes nothing.
   *
   * @throws WrittenMeanwhile when somebody else wrote in between; the outcome is to be given again
   */
  public void keep(Outcome outcome) {
    Journey before = journeys.find(outcome.id()).orElseGet(() -> Journey.unknown(outcome.id()));
    Journey after = before.with(outcome);
    boolean same = after.events().equals(before.events());
    if (!same && !journeys.replace(after)) {
      throw new WrittenMeanwhile();
    }
  }

  /** Another instance changed the journey since it was read. */
  public static final class WrittenMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrittenMeanwhile() {
      super("another instance changed the journey; the outcome will be read again");
    }
  }
}
