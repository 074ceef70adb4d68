package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.delivery.DeliveryProperties.BackOff;

class DeliveryPropertiesTest {

  @ParameterizedTest
  @CsvSource({"1,250", "2,500", "3,1000", "7,16000", "8,30000", "9,30000", "2000000000,30000"})
  void waitsDoubleUpToTheLongest(int failures, long millis) {
    BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(30), 5);

    assertThat(backOff.after(failures)).isEqualTo(Duration.ofMillis(millis));
  }
}
