package vn.gdnn.newswire.enrich.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  /** A thousand names, a hundred at each of ten probabilities, of which some are right. */
  private static List<Calibration.Trial> trials(int... rightOfAHundred) {
    List<Calibration.Trial> trials = new ArrayList<>();
    for (int tenth = 0; tenth < rightOfAHundred.length; tenth++) {
      for (int i = 0; i < 100; i++) {
        trials.add(new Calibration.Trial(0.05 + tenth / 10.0, i < rightOfAHundred[tenth]));
      }
    }
    return trials;
  }

  @Test
  void saysWhatShareWasRight_whereTheModelIsTooSure() {
    Calibration calibration = Calibration.of(trials(0, 5, 10, 20, 30, 40, 50, 60, 70, 80));
    assertThat(calibration.of(0.95)).isCloseTo(0.8, within(0.06));
    assertThat(calibration.of(0.55)).isCloseTo(0.4, within(0.05));
  }

  @Test
  void neverFalls_whereTrialsDo() {
    Calibration calibration = Calibration.of(trials(10, 30, 20, 50, 40, 60, 55, 80, 90, 85));
    double before = 0;
    for (double said = 0; said <= 1; said += 0.01) {
      double worth = calibration.of(said);
      assertThat(worth).isBetween(before, 1.0);
      before = worth;
    }
  }

  @Test
  void isNeverCertain() {
    assertThat(Calibration.of(trials(0, 0, 0, 0, 0, 100, 100, 100, 100, 100)).of(1)).isLessThan(1);
  }

  @Test
  void takesTheModelAtItsWord_withoutTrials() {
    assertThat(Calibration.of(List.of()).of(0.37)).isCloseTo(0.37, within(1e-6));
  }
}
