package vn.gdnn.newswire.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialDateTest {

  @ParameterizedTest
  @CsvSource({
    "2020,2020-01-01,2020-12-31",
    "2020-02,2020-02-01,2020-02-29",
    "2020-02-03,2020-02-03,2020-02-03"
  })
  void meansADayAMonthOrAYear(String text, LocalDate earliest, LocalDate latest) {
    assertThat(new PartialDate(text).earliest()).hasValue(earliest);
    assertThat(new PartialDate(text).latest()).hasValue(latest);
  }
}
