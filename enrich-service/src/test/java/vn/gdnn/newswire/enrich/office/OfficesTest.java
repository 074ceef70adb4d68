package vn.gdnn.newswire.enrich.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.Sentences;
import vn.gdnn.newswire.events.Holder;
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
}
