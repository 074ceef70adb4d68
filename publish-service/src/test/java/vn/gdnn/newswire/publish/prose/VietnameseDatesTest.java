package vn.gdnn.newswire.publish.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VietnameseDatesTest {

  private static final Instant AT = Instant.parse("2020-06-10T17:24:15.9Z");

  @Test
  void writesDatesInVietnamsTime() {
    assertThat(VietnameseDates.moment(AT)).isEqualTo("11/06/2020 00:24");
    assertThat(VietnameseDates.time(AT)).isEqualTo("00:24");
    assertThat(VietnameseDates.shortDay(AT)).isEqualTo("11/06");
    assertThat(VietnameseDates.iso(AT)).isEqualTo("2020-06-11T00:24:15+07:00");
    assertThat(VietnameseDates.day(VietnameseDates.dayOf(AT))).isEqualTo("11/06/2020");
    assertThat(VietnameseDates.weekday(LocalDate.of(2020, 6, 11))).isEqualTo("Thứ Năm");
    assertThat(VietnameseDates.weekday(LocalDate.of(2020, 6, 14))).isEqualTo("Chủ Nhật");
  }
}
