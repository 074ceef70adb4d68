package vn.gdnn.newswire.enrich.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.enrich.Sentences;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;

class OfficesTest {

  private static List<OfficeMention> offices(String body, String day) {
    return Sentences.tagger().enrich("", body, LocalDate.parse(day)).offices();
  }

  private static List<String> holders(String body, String day) {
    return offices(body, day).stream()
        .flatMap(
            office ->
                office.holders().stream().filter(holder -> holder.covers(LocalDate.parse(day))))
        .map(Holder::name)
        .toList();
  }

  @Test
  void resolvesABareOfficeByTheDay() {
    String body = "Tổng cục trưởng yêu cầu các đơn vị của Tổng cục Giáo dục nghề nghiệp báo cáo.";
    assertThat(holders(body, "2020-01-17")).containsExactly("Nguyễn Hồng Minh");
    assertThat(holders(body, "2020-06-11")).containsExactly("Trương Anh Dũng");
    assertThat(holders(body, "2020-03-01")).isEmpty();
  }

  @Test
  void findsAnOfficeInAnyCapitals_withItsOffsets() {
    String body = "Theo Tổng Cục Trưởng Tổng cục Giáo dục nghề nghiệp, việc này cần làm ngay.";
    assertThat(offices(body, "2020-06-11"))
        .singleElement()
        .satisfies(
            office -> {
              assertThat(office.surface()).isEqualTo("Tổng Cục Trưởng");
              assertThat(body.substring(office.start(), office.end())).isEqualTo(office.surface());
              assertThat(office.title()).isEqualTo("Tổng cục trưởng");
            });
  }

  @Test
  void resolvesAnOfficeByTheUnitBehindIt() {
    assertThat(holders("Bộ trưởng Bộ Giáo dục và Đào tạo chủ trì.", "2019-05-01"))
        .containsExactly("Phùng Xuân Nhạ");
    assertThat(holders("Bộ trưởng Bộ Lao động - Thương binh và Xã hội chủ trì.", "2019-05-01"))
        .containsExactly("Đào Ngọc Dung");
  }

  @Test
  void resolvesAnOfficeByThePersonBesideIt_thenBare() {
    assertThat(holders("Bộ trưởng Đào Ngọc Dung đến dự. Bộ trưởng phát biểu.", "2019-05-01"))
        .containsExactly("Đào Ngọc Dung", "Đào Ngọc Dung");
  }

  @Test
  void passesOverPluralFormerDeputyAndUnknownOffices() {
    assertThat(offices("Nguyên Tổng cục trưởng và các Bộ trưởng cùng dự.", "2020-06-11")).isEmpty();
    assertThat(offices("Phó Tổng cục trưởng và Viện trưởng phát biểu.", "2020-06-11")).isEmpty();
    assertThat(offices("Tổng cục trưởng Trần Mạnh Khởi phát biểu.", "2020-06-11")).isEmpty();
  }

  @Test
  void givesAPersonTheOfficeStatedAndTheTermsThatTheRegistryKnows() {
    List<Tag> tags =
        Sentences.tags(
            "Ông Trương Anh Dũng, Tổng cục trưởng Tổng cục Giáo dục nghề nghiệp, phát biểu. Hiệu"
                + " trưởng Trường Cao đẳng Mẫu Sơn Lê Thị Thu Ngân cảm ơn.");
    assertThat(tags.get(0).stated()).isEqualTo("Tổng cục trưởng Tổng cục Giáo dục nghề nghiệp");
    assertThat(tags.get(0).terms())
        .anySatisfy(
            term -> {
              assertThat(term.title()).isEqualTo("Tổng cục trưởng");
              assertThat(term.from()).isEqualTo(LocalDate.of(2020, 6, 11));
            });
    Tag unknown = tags.get(tags.size() - 1);
    assertThat(unknown.stated()).isEqualTo("Hiệu trưởng Trường Cao đẳng Mẫu Sơn");
    assertThat(unknown.terms()).isEmpty();
  }

  private static List<String> stated(String body) {
    return Sentences.tags(body).stream()
        .filter(tag -> tag.kind() == Kind.PERSON)
        .map(tag -> String.valueOf(tag.stated()))
        .toList();
  }

  @Test
  void resolvesADeputyOnlyWhereTheArticleSaysWhoItIs() {
    String named = "Phó Tổng cục trưởng Nguyễn Thị Việt Hương khai mạc. ";
    String bare = "Phó Tổng cục trưởng thăm lớp.";
    assertThat(holders("Tổng cục Giáo dục nghề nghiệp họp. " + bare, "2021-01-23")).isEmpty();
    assertThat(holders(named + bare, "2021-01-23"))
        .containsExactly("Nguyễn Thị Việt Hương", "Nguyễn Thị Việt Hương");
    assertThat(holders(named + "Phó Tổng cục trưởng Đỗ Năng Khánh dự. " + bare, "2021-01-23"))
        .containsExactly("Nguyễn Thị Việt Hương", "Đỗ Năng Khánh");
  }

  @Test
  void neverGivesAnOfficeToAnotherThanThePersonBesideIt() {
    assertThat(holders("Tổng cục trưởng Nguyễn Hồng Minh nhớ lại.", "2021-03-05")).isEmpty();
    assertThat(
            holders(
                "Tổng cục trưởng Tổng cục Giáo dục nghề nghiệp Trần Mạnh Khởi dự.", "2021-03-05"))
        .isEmpty();
    assertThat(holders("Ông Trần Mạnh Khởi, Tổng cục trưởng, dự.", "2021-03-05")).isEmpty();
    assertThat(holders("Theo ông Khởi, Tổng cục trưởng đã đồng ý.", "2021-03-05"))
        .containsExactly("Trương Anh Dũng");
  }

  @Test
  void resolvesABareOfficeByTheOnlyUnitThereWas_butNotWhereAnotherIsSpokenOf() {
    assertThat(holders("Đoàn báo cáo Tổng cục trưởng.", "2021-03-05"))
        .containsExactly("Trương Anh Dũng");
    assertThat(holders("Tổng cục Thống kê họp. Đoàn báo cáo Tổng cục trưởng ngay.", "2021-03-05"))
        .isEmpty();
  }

  @Test
  void resolvesTheOfficeOfTheUnitAboveTheOneSpokenOf() {
    assertThat(holders("Tổng cục Giáo dục nghề nghiệp họp. Bộ trưởng gửi thư.", "2019-05-01"))
        .containsExactly("Đào Ngọc Dung");
  }

  @Test
  void resolvesAnActingHolder() {
    assertThat(holders("Quyền Bộ trưởng Bộ Giáo dục và Đào tạo gửi thư.", "2026-03-05"))
        .containsExactly("Hoàng Minh Sơn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Trưởng Ban Tổ chức Tỉnh ủy Hà Nam Trần Mạnh Khởi dự. | Trưởng Ban Tổ chức Tỉnh ủy Hà Nam",
        "Bí thư Đảng ủy, Tổng cục trưởng TS. Trần Mạnh Khởi dự. | Bí thư Đảng ủy, Tổng cục trưởng",
        "Ông Trần Mạnh Khởi, Bí thư Đảng ủy, Tổng cục trưởng, dự. | Bí thư Đảng ủy, Tổng cục"
            + " trưởng",
        "Nguyên Tổng cục trưởng Trần Mạnh Khởi dự. | Nguyên Tổng cục trưởng",
        "Ông Trần Mạnh Khởi hiện là Hiệu trưởng Trường Cao đẳng Mẫu Sơn. |"
            + " Hiệu trưởng Trường Cao đẳng Mẫu Sơn",
        "Bổ nhiệm ông Trần Mạnh Khởi, sinh ngày 2/3/1970, giữ chức Phó Giám đốc Sở Y tế Hà Nam. |"
            + " Phó Giám đốc Sở Y tế Hà Nam",
        "Hiệu trưởng Trần Mạnh Khởi dự. Hiệu trưởng Trường Cao đẳng Mẫu Sơn Trần Mạnh Khởi nói. |"
            + " Hiệu trưởng Trường Cao đẳng Mẫu Sơn",
        "Ông Trần Mạnh Khởi dự. | null",
      })
  void statesTheOfficeBesideAPerson(String body, String office) {
    assertThat(stated(body)).containsExactly(office);
  }

  @Test
  void statesNobodysOfficeOfAnother() {
    assertThat(stated("Ông Trần Mạnh Khởi, Hiệu trưởng Lê Thị Thu Ngân cùng dự."))
        .containsExactly("null", "Hiệu trưởng");
  }

  @Test
  void takesNoLongerPerOffice_whereAnArticleNamesManyUnits() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      body.append("Tổng cục Mẫu ").append(i).append(" họp. Tổng cục trưởng và Bộ trưởng dự. ");
    }
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> offices(body.toString(), "2021-03-05"));
  }
}
