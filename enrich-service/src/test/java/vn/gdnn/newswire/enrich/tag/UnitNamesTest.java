package vn.gdnn.newswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.enrich.Sentences;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;

class UnitNamesTest {

  private static final String INDUSTRY = "truong-cao-dang-cong-nghiep-hue";

  private record Named(int start, String surface, String id) {}

  /** What each mention of some words in a body stands for, in reading order. */
  private static List<String> meant(String words, String title, String body, String day) {
    List<Named> named = new ArrayList<>();
    for (Tag tag : Sentences.tagger().enrich(title, body, LocalDate.parse(day)).tags()) {
      for (Mention mention : tag.mentions()) {
        if (tag.kind() == Kind.UNIT && mention.surface().equals(words)) {
          named.add(new Named(mention.start(), mention.surface(), tag.id()));
        }
      }
    }
    named.sort(Comparator.comparingInt(Named::start));
    return named.stream().map(Named::id).toList();
  }

  private static List<String> meant(String words, String body) {
    return meant(words, "", body, "2020-06-11");
  }

  @Test
  void takesTheUnitNamedLastInTheSentence_elseTheOneMostSpokenOf() {
    String body =
        "Học viện Nông nghiệp Việt Nam mở lớp. Học viện Nông nghiệp Việt Nam tuyển 50 em. Học viện"
            + " Quản lý giáo dục Mẫu Sơn cử hai thầy, sinh viên của Học viện cùng dự. Ngày mai,"
            + " lãnh đạo Học viện tiếp báo chí.";
    List<String> meant = meant("Học viện", body);
    assertThat(meant).hasSize(2);
    assertThat(meant.get(0)).startsWith("x-");
    assertThat(meant.get(1)).isEqualTo("hoc-vien-nong-nghiep-viet-nam");
  }

  @Test
  void takesNoUnitThatWasOverOnTheDay_whereAnotherMayBeMeant() {
    String body =
        "UBND tỉnh Lâm Đồng họp với UBND tỉnh Đắk Nông. Ngày mai, lãnh đạo UBND tỉnh đi thực tế.";
    assertThat(meant("UBND tỉnh", "", body, "2025-09-01"))
        .containsExactly("uy-ban-nhan-dan-tinh-lam-dong");
  }

  @Test
  void foldsAShortenedNameIntoTheLongerOneThatItBegins() {
    assertThat(
            meant(
                "Hội Khuyến học",
                "Hội Khuyến học Việt Nam trao quà. Chiều nay, Hội Khuyến học tổng kết."))
        .containsExactly("hoi-khuyen-hoc-viet-nam");
    assertThat(
            Sentences.ids("Tập đoàn Ba Vì Xanh ký kết. Đại diện Tập đoàn Ba Vì dự lễ.").distinct())
        .hasSize(1);
  }

  @Test
  void findsTheDepartmentOfTheProvinceSpokenOf() {
    String body = "Đoàn về Quảng Ngãi hôm qua. Sở LĐ-TB&XH đón đoàn, lãnh đạo UBND tỉnh tiếp đoàn.";
    assertThat(meant("Sở LĐ-TB&XH", body))
        .containsExactly("so-lao-dong-thuong-binh-va-xa-hoi-tinh-quang-ngai");
    assertThat(meant("UBND tỉnh", body)).containsExactly("uy-ban-nhan-dan-tinh-quang-ngai");
  }

  @Test
  void aProvinceThatASentenceOpensWithGoesBeforeAUnitNamedEarlier() {
    String body =
        "Khánh Hòa: Bổ nhiệm Giám đốc Sở LĐ-TB&XH tỉnh Khánh Hòa. Bắc Ninh: Bổ nhiệm lại Giám đốc"
            + " Sở LĐ-TB&XH từ tháng này.";
    assertThat(meant("Sở LĐ-TB&XH", body))
        .containsExactly("so-lao-dong-thuong-binh-va-xa-hoi-tinh-bac-ninh");
  }

  @Test
  void takesANamesakeByItsOwnerBehindIt_evenWhereThatIsAShortNameItself() {
    String body =
        "Tổng cục Giáo dục nghề nghiệp họp. Vụ Tổ chức cán bộ của Bộ Giáo dục và Đào tạo gửi mẫu."
            + " Vụ Tổ chức cán bộ thuộc Tổng cục điền mẫu.";
    assertThat(meant("Vụ Tổ chức cán bộ", body))
        .containsExactly(
            "vu-to-chuc-can-bo-bo-giao-duc-va-dao-tao",
            "vu-to-chuc-can-bo-tong-cuc-giao-duc-nghe-nghiep");
  }

  @ParameterizedTest
  @CsvSource({
    "'Năm 1979, Tổng cục Dạy nghề lập trường.', tong-cuc-day-nghe-1978",
    "'Năm 1999, Tổng cục Dạy nghề lập trường.', tong-cuc-day-nghe",
    "'Trước kia, Tổng cục Dạy nghề lập trường.', tong-cuc-day-nghe",
  })
  void takesANamesakeByTheYearSpokenOf_elseTheLastBeforeTheDay(String body, String id) {
    assertThat(meant("Tổng cục Dạy nghề", "", body, "2022-03-01")).containsExactly(id);
  }

  @Test
  void anArticlesOwnUnitGoesBeforeTheRegistrysUsualMeaningOfAShortForm() {
    String body = "Tổng cục Dạy nghề có văn bản. Theo Tổng cục, hạn là ngày 30/9.";
    assertThat(meant("Tổng cục", "", body, "2016-09-10")).containsExactly("tong-cuc-day-nghe");
  }

  @Test
  void anAbbreviationInBracketsIsNoMoreMentionOfItsUnit() {
    String title = "Trường Cao đẳng Công nghiệp Huế đón khách";
    String body =
        "Trường Cao đẳng Công nghiệp Huế đón Trường Cao đẳng Kỹ thuật Ba Vì (BVTC). Đoàn BVTC ở lại"
            + " hai ngày. Hôm qua, Trường cảm ơn.";
    assertThat(meant("Trường", title, body, "2020-06-11")).containsExactly(INDUSTRY);
  }

  @Test
  void takesUpAnAbbreviationBehindANameThatAlsoBeginsAnotherOfTheRegistry() {
    String body = "Trường Cao đẳng Công nghiệp (CĐCNX) họp. Đại diện CĐCNX phát biểu.";
    assertThat(Sentences.ids(body)).hasSize(1);
  }
}
