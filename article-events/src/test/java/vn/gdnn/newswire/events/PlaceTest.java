package vn.gdnn.newswire.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @Test
  void ordersByEpochBeforeOffset() {
    assertThat(new Place(2, 0)).isGreaterThan(new Place(1, 999));
    assertThat(new Place(1, 10)).isGreaterThan(new Place(1, 9));
  }

  @Test
  void readsWhatItWrites() {
    assertThat(Place.parse("3-1042")).isEqualTo(new Place(3, 1042)).hasToString("3-1042");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "0-1", "1-", "-1", "1-01", "1--2", "1-2 ", "9999999999-1", "1-x"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> Place.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
