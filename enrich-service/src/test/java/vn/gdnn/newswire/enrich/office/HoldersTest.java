package vn.gdnn.newswire.enrich.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.gazetteer.OfficeTerm;
import vn.gdnn.newswire.enrich.gazetteer.PartialDate;
import vn.gdnn.newswire.enrich.office.Holders.Period;

class HoldersTest {

  private static OfficeTerm term(String person, String from, String to, String... seen) {
    return new OfficeTerm(
        person,
        "Viện trưởng",
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
}
