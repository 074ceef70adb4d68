package vn.gdnn.newswire.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.Sentences;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;

class DocumentPassTest {

  private static List<String> surfaces(Tag tag) {
    return tag.mentions().stream().map(Mention::surface).toList();
  }

  @Test
  void foldsABareWordIntoTheUnitThatTheArticleNames_notIntoTheRegistrysDefault() {
    List<Tag> tags =
        Sentences.tags("Tổng cục Đường bộ Việt Nam họp. Lãnh đạo Tổng cục yêu cầu báo cáo.");
    assertThat(tags).hasSize(1);
    assertThat(surfaces(tags.get(0))).containsExactly("Tổng cục Đường bộ Việt Nam", "Tổng cục");
  }

  @Test
  void leavesABareWordAlone_whereNothingSaysWhatItMeans() {
    assertThat(Sentences.ids("Lãnh đạo Học viện chúc mừng.")).isEmpty();
    assertThat(Sentences.tags("Học viện Kỹ thuật Ba Vì mở lớp. Lãnh đạo Học viện chúc mừng."))
        .hasSize(1);
  }

  @Test
  void takesUpAnAbbreviationThatTheArticleIntroduces() {
    List<Tag> tags =
        Sentences.tags("Trường Cao đẳng Kỹ thuật Ba Vì (BVTC) tuyển sinh. BVTC có 10 nghề.");
    assertThat(tags).hasSize(1);
    assertThat(surfaces(tags.get(0)))
        .containsExactly("Trường Cao đẳng Kỹ thuật Ba Vì", "BVTC", "BVTC");
  }

  @Test
  void doesNotTakeUpTheAbbreviationOfAPartOfTheName() {
    assertThat(surfaces(Sentences.tags("Bộ Giáo dục và Đào tạo (GDĐT) ban hành.").get(0)))
        .containsExactly("Bộ Giáo dục và Đào tạo");
  }

  @Test
  void foldsAGivenNameIntoTheFullName() {
    List<Tag> tags =
        Sentences.tags("Bà Lê Thị Thu Ngân đến. Bà Ngân nói: cần làm ngay, Ngân nhắc lại.");
    assertThat(tags).hasSize(1);
    assertThat(surfaces(tags.get(0))).containsExactly("Lê Thị Thu Ngân", "Ngân", "Ngân");
  }

  @Test
  void foldsWrittenOutAndShortenedNamesOfOneSchool() {
    assertThat(
            Sentences.ids(
                "Trường Cao đẳng Kỹ thuật Ba Vì mở lớp. Trường CĐ Kỹ thuật Ba Vì tuyển sinh."))
        .hasSize(1);
  }

  @Test
  void choosesAmongNamesakesByTheDay() {
    assertThat(lawOn("2020-06-11")).isEqualTo("luat-74-2014-qh13");
    assertThat(lawOn("2026-06-11")).isEqualTo("luat-124-2025-qh15");
  }

  private static String lawOn(String day) {
    return Sentences.tagger()
        .enrich("", "Theo Luật Giáo dục nghề nghiệp, việc này cần làm.", LocalDate.parse(day))
        .tags()
        .get(0)
        .id();
  }

  @Test
  void choosesAmongNamesakesByTheUnitTheyBelongTo() {
    assertThat(Sentences.ids("Vụ Tổ chức cán bộ, Bộ Giáo dục và Đào tạo thông báo."))
        .containsExactly("vu-to-chuc-can-bo-bo-giao-duc-va-dao-tao", "bo-giao-duc-va-dao-tao");
  }

  @Test
  void givesAnUnknownNameAnIdThatDependsOnNothingElse() {
    Tag one = Sentences.tags("Ông Trần Mạnh Khởi đến.").get(0);
    Tag other = Sentences.tags("Gặp bà Lê Thị Thu Ngân và ÔNG TRẦN MẠNH KHỞI.").get(1);

    assertThat(one.known()).isFalse();
    assertThat(one.id()).matches("x-[0-9a-f]{10}").isEqualTo(other.id());
    assertThat(other.name()).isEqualTo("Trần Mạnh Khởi");
    assertThat(one.kind()).isEqualTo(Kind.PERSON);
  }

  @Test
  void saysWhatMadeEachMention() {
    assertThat(Sentences.tags("Tổng cục GDNN họp với ông Trần Mạnh Khởi."))
        .flatExtracting(Tag::mentions)
        .extracting(Mention::rule)
        .containsExactly("unit/registry", "person/honorific");
  }

  @Test
  void takesTheWordForAUnitsKindForThatUnit_onceItIsNamed() {
    String named = "Tập đoàn Ba Vì Xanh ký kết. ";
    assertThat(surfaces(Sentences.tags(named + "Cuối năm, Tập đoàn sẽ tuyển thợ.").get(0)))
        .containsExactly("Tập đoàn Ba Vì Xanh", "Tập đoàn");
    for (String many :
        List.of(
            "Công văn gửi các Tập đoàn lớn.",
            "Công văn gửi doanh nghiệp, Tập đoàn, Tổng công ty cả nước.",
            "Công văn gửi Tổng công ty, Tập đoàn cả nước.")) {
      assertThat(surfaces(Sentences.tags(named + many).get(0)))
          .as(many)
          .containsExactly("Tập đoàn Ba Vì Xanh");
    }
  }

  @Test
  void takesTheRegistrysShortForm_whereTheArticleNamesThatUnit() {
    assertThat(
            surfaces(
                Sentences.tags("Trường Đại học Thủy lợi tặng máy. Cán bộ TLU lắp máy.").get(0)))
        .containsExactly("Trường Đại học Thủy lợi", "TLU");
  }
}
