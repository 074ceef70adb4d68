package vn.gdnn.newswire.enrich.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.enrich.gazetteer.OfficeTerm;
import vn.gdnn.newswire.enrich.gazetteer.PartialDate;
import vn.gdnn.newswire.enrich.office.Holders.Period;

class HoldersTest {

  private static OfficeTerm term(String person, String from, String to, String... seen) {
    return titled("Viện trưởng", person, from, to, seen);
  }

  private static OfficeTerm titled(
      String title, String person, String from, String to, String... seen) {
    return new OfficeTerm(
        person,
        title,
        "vien-mau",
        new PartialDate(from),
        new PartialDate(to),
        Stream.of(seen).map(LocalDate::parse).toList());
  }

  private static Period period(String person, String from, String to) {
    return new Period(person, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  private static List<Period> periods(OfficeTerm... office) {
    return Stream.of(office)
        .flatMap(term -> Holders.periods(term, List.of(office)).stream())
        .toList();
  }

  @Test
  void holdsFromOneOwnSightingToTheNext_andClaimsNothingBeforeOrAfter() {
    assertThat(
            periods(
                term("a", "", "", "2017-08-21", "2020-01-17"),
                term("b", "", "", "2020-06-11", "2022-11-17")))
        .containsExactly(
            period("a", "2017-08-21", "2020-01-17"), period("b", "2020-06-11", "2022-11-17"));
  }

  @Test
  void neverHoldsAcrossSomebodyElsesSighting() {
    assertThat(
            periods(
                term("a", "", "", "2010-01-01", "2011-01-01", "2015-01-01"),
                term("b", "", "", "2013-01-01")))
        .containsExactly(
            period("a", "2010-01-01", "2011-01-01"),
            period("a", "2015-01-01", "2015-01-01"),
            period("b", "2013-01-01", "2013-01-01"));
  }

  @Test
  void takesTermsAsTheyStand() {
    assertThat(periods(term("a", "2016-04-09", "2020-11-12")))
        .containsExactly(period("a", "2016-04-09", "2020-11-12"));
  }

  @Test
  void endsAnOpenTermWhereTheNextBegins_elseLeavesItOpen() {
    assertThat(periods(term("a", "2016-04-09", ""), term("b", "2020-11-12", "")))
        .containsExactly(period("a", "2016-04-09", "2020-11-11"), period("b", "2020-11-12", null));
  }

  @Test
  void claimsOfAMonthOnlyTheDaysThatAreCertain() {
    assertThat(periods(term("a", "2020-10", "2021-04")))
        .containsExactly(period("a", "2020-10-31", "2021-04-01"));
  }

  @Test
  void oneDeputysSightingSaysNothingOfAnothersTerm() {
    assertThat(
            Holders.periods(
                List.of(
                    titled("Phó Viện trưởng", "a", "", "", "2010-01-01", "2015-01-01"),
                    titled("Phó Viện trưởng", "b", "2012-01-01", ""),
                    titled("Phó Viện trưởng", "c", "", "", "2013-01-01")),
                LocalDate.MAX))
        .containsExactly(
            period("a", "2010-01-01", "2015-01-01"),
            period("b", "2012-01-01", null),
            period("c", "2013-01-01", "2013-01-01"));
  }

  @Test
  void noTermOutlastsItsUnit() {
    assertThat(
            Holders.periods(
                List.of(term("a", "2012-01-01", ""), term("b", "2016-02-01", "")),
                LocalDate.of(2015, 12, 31)))
        .containsExactly(period("a", "2012-01-01", "2015-12-31"));
  }

  @ParameterizedTest
  @CsvSource({
    "Phó Tổng cục trưởng,true",
    "Thứ trưởng Thường trực,true",
    "Ủy viên,true",
    "Tổng cục trưởng,false",
    "Bộ trưởng,false",
    "Quyền Bộ trưởng,false",
  })
  void knowsWhichOfficesSeveralHoldAtATime(String title, boolean several) {
    assertThat(Holders.severalAtATime(title)).isEqualTo(several);
  }
}
