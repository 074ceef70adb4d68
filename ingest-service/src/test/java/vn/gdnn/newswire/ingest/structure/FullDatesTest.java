package vn.gdnn.newswire.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullDatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11/06/2020 10:24:15 | 2020-06-11T03:24:15Z",
        "11/06/2020 10:24 | 2020-06-11T03:24:00Z",
        "11/6/2020 | 2020-06-10T17:00:00Z",
        "11-06-2020 10:24:15 | 2020-06-11T03:24:15Z",
        "11.06.2020, 10:24 | 2020-06-11T03:24:00Z",
        "2020-06-11 10:24:15 | 2020-06-11T03:24:15Z",
        "10:24 11/06/2020 | 2020-06-11T03:24:00Z",
        "10:24:15, ngày 11/06/2020 | 2020-06-11T03:24:15Z",
        "Thứ năm, 11/06/2020 - 10:24 | 2020-06-11T03:24:00Z",
        "Thứ Năm, 11/06/2020, 10:24 (GMT+7) | 2020-06-11T03:24:00Z",
        "Chủ nhật, 14/06/2020 | 2020-06-13T17:00:00Z",
        "Ngày đăng: 11/06/2020 10:24 | 2020-06-11T03:24:00Z",
        "Cập nhật lúc 10:24, 11/06/2020 | 2020-06-11T03:24:00Z",
        "11/06/2020 10:24 CH | 2020-06-11T15:24:00Z",
        "11/06/2020 12:05 SA | 2020-06-10T17:05:00Z",
        "11/06/2020 10h24 | 2020-06-11T03:24:00Z",
        "ngày 11 tháng 06 năm 2020 | 2020-06-10T17:00:00Z",
        "Hà Nội, ngày 11 tháng 6 năm 2020 | 2020-06-10T17:00:00Z",
      })
  void readsDateLines(String line, Instant expected) {
    assertThat(FullDates.dateLine(line)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PV",
        "11/06",
        "31/02/2020",
        "11/13/2020 10:24",
        "11/06/2020 25:00",
        "11/06/2020 10:60",
        "11/06-2020",
        "Ngày 11/06/2020, Tổng cục tổ chức hội nghị",
        "Số 11/06/2020/TB",
        "Hội nghị 11/06/2020",
        "11/06/2020 12/06/2020"
      })
  void anythingElseIsNoDateLine(String line) {
    assertThat(FullDates.dateLine(line)).isEmpty();
  }
}
