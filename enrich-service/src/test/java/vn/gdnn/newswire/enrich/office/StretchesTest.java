package vn.gdnn.newswire.enrich.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.gazetteer.OfficeTerm;
import vn.gdnn.newswire.enrich.gazetteer.PartialDate;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.events.RegistryEntity.Stretch;

class StretchesTest {

  private static OfficeTerm term(
      String title, String person, String from, String to, String... seen) {
    return new OfficeTerm(
        person,
        title,
        "vien-mau",
        new PartialDate(from),
        new PartialDate(to),
        Stream.of(seen).map(LocalDate::parse).toList());
  }

  private static OfficeTerm head(String person, String from, String to, String... seen) {
    return term("Viện trưởng", person, from, to, seen);
  }

  private static List<Stretch> stretches(OfficeTerm term, OfficeTerm... others) {
    return Stretches.of(term, Stream.concat(Stream.of(term), Stream.of(others)).toList());
  }

  private static Stretch stretch(
      String from, String to, boolean began, boolean ended, String after, String before) {
    return new Stretch(
        new PartialDay(from),
        to == null ? null : new PartialDay(to),
        began,
        ended,
        after == null ? null : LocalDate.parse(after),
        before == null ? null : LocalDate.parse(before));
  }

  @Test
  void runsFromTheFirstSightingToTheLast_betweenWhatIsKnownOfOthers() {
    OfficeTerm before = head("a", "", "", "2017-08-21", "2020-01-17");
    OfficeTerm after = head("b", "", "", "2020-06-11", "2022-11-17");

    assertThat(stretches(after, before))
        .containsExactly(stretch("2020-06-11", "2022-11-17", false, false, "2020-01-17", null));
    assertThat(stretches(before, after))
        .containsExactly(stretch("2017-08-21", "2020-01-17", false, false, null, "2020-06-11"));
  }

  @Test
  void isParted_whereSomebodyElseWasSeen() {
    assertThat(
            stretches(
                head("a", "", "", "2010-01-01", "2011-01-01", "2015-01-01"),
                head("b", "", "", "2013-01-01")))
        .containsExactly(
            stretch("2010-01-01", "2011-01-01", false, false, null, "2013-01-01"),
            stretch("2015-01-01", "2015-01-01", false, false, "2013-01-01", null));
  }

  @Test
  void anAppointmentIsShownUpToTheLastSighting_notUpToTheNextHolder() {
    assertThat(
            stretches(
                head("a", "2015-02-14", "", "2015-01-01", "2016-03-01"),
                head("b", "2019-01-01", "", "2019-05-01")))
        .containsExactly(stretch("2015-02-14", "2016-03-01", true, false, null, "2019-01-01"));
    assertThat(stretches(head("a", "2010-11", "")))
        .containsExactly(stretch("2010-11", null, true, false, null, null));
  }

  @Test
  void aTermIsAsItsSourceSays_toTheMonthOrYear() {
    assertThat(stretches(head("a", "2018-11", "2019-10-17", "2019-01-01")))
        .containsExactly(stretch("2018-11", "2019-10-17", true, true, null, null));
    assertThat(stretches(head("a", "", "2019-10", "2019-01-01")))
        .containsExactly(stretch("2019-01-01", "2019-10", false, true, null, null));
  }

  @Test
  void deputiesSayNothingOfOneAnother() {
    OfficeTerm one = term("Phó Viện trưởng", "a", "", "", "2018-03-19", "2019-09-25");
    OfficeTerm other = term("Phó Viện trưởng", "b", "", "", "2018-12-01");

    assertThat(Stretches.severalAtATime("Phó Viện trưởng")).isTrue();
    assertThat(stretches(one, other))
        .containsExactly(stretch("2018-03-19", "2019-09-25", false, false, null, null));
  }
}
