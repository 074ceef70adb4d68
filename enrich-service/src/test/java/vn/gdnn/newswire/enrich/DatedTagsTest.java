package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;
import vn.gdnn.newswire.events.Term;

class DatedTagsTest {

  private static final LocalDate LAST = LocalDate.parse("2020-03-31");

  private static final Tag PERSON =
      new Tag(
          Kind.PERSON,
          "a",
          "Á",
          true,
          null,
          List.of(
              new Term("Phó Tổng cục trưởng", "u", null, LAST),
              new Term("Tổng cục trưởng", "u", LAST.plusDays(1), null)),
          List.of());

  private static final OfficeMention OFFICE =
      new OfficeMention(
          Field.BODY,
          0,
          15,
          "Tổng cục trưởng",
          "Tổng cục trưởng",
          "u",
          List.of(
              new Holder("b", "B", null, LAST),
              new Holder("a", "Á", LAST.plusDays(1), null),
              new Holder("c", "C", LocalDate.parse("2021-01-01"), null)));

  private static DatedTags on(String day) {
    return DatedTags.of(List.of(PERSON), List.of(OFFICE), LocalDate.parse(day));
  }

  @ParameterizedTest
  @CsvSource({"2020-03-31, b, Phó Tổng cục trưởng", "2020-04-01, a, Tổng cục trưởng"})
  void theDayDecidesWhoHeldAnOffice(String day, String holder, String title) {
    DatedTags dated = on(day);

    assertThat(dated.offices()).extracting(DatedTags.Office::personId).containsExactly(holder);
    assertThat(dated.offices().get(0).personName()).isEqualTo(holder.equals("a") ? "Á" : "B");
    assertThat(dated.offices().get(0).title()).isEqualTo(OFFICE.title());
    assertThat(dated.tags().get(0).role().registry().title()).isEqualTo(title);
  }

  @Test
  void anOfficeOfTwoIsNobodysInParticular() {
    assertThat(on("2021-01-01").offices()).isEmpty();
  }
}
