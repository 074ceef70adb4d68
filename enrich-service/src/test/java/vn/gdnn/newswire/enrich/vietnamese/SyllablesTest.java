package vn.gdnn.newswire.enrich.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

  @ParameterizedTest
  @CsvSource({"hòa,hoà", "Thúy,Thuý", "ỦY,uỷ", "khoẻ,khỏe", "Quý,qúy"})
  void givesBothTonePlacementsOneKey(String one, String other) {
    assertThat(Syllables.key(one)).isEqualTo(Syllables.key(other));
  }

  @ParameterizedTest
  @CsvSource({"ma,mà", "bo,bộ", "luật,luạt", "đình,dình", "tương,tuong"})
  void tellsWordsApart(String one, String other) {
    assertThat(Syllables.key(one)).isNotEqualTo(Syllables.key(other));
  }

  @Test
  void writesReadableSlugs() {
    assertThat(Syllables.slug("Tổng cục Giáo dục nghề nghiệp"))
        .isEqualTo("tong-cuc-giao-duc-nghe-nghiep");
    assertThat(Syllables.slug("Nghị định 15/2019/NĐ-CP")).isEqualTo("nghi-dinh-15-2019-nd-cp");
    assertThat(Syllables.slug("“”")).isEmpty();
  }
}
