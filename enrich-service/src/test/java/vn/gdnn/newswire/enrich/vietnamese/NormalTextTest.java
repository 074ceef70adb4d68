package vn.gdnn.newswire.enrich.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class NormalTextTest {

  private static String original(String given, NormalText normal, String part) {
    int from = normal.text().indexOf(part);
    return given.substring(normal.originalStart(from), normal.originalEnd(from + part.length()));
  }

  @Test
  void leavesAComposedTextAsItIs() {
    String given = "Tổng cục Giáo dục nghề nghiệp";
    assertThat(NormalText.of(given).text()).isSameAs(given);
  }

  @Test
  void composesMarks_andKnowsTheWayBack() {
    String given = "A " + Normalizer.normalize("Đặng Thị Ngữ", Normalizer.Form.NFD) + " B";

    NormalText normal = NormalText.of(given);

    assertThat(normal.text()).isEqualTo("A Đặng Thị Ngữ B");
    assertThat(original(given, normal, "Ngữ"))
        .isEqualTo(Normalizer.normalize("Ngữ", Normalizer.Form.NFD));
    assertThat(original(given, normal, "B")).isEqualTo("B");
  }

  @Test
  void composesAToneBehindAComposedVowel() {
    assertThat(NormalText.of("To\u0302\u0309ng cu\u0323c, T\u00F4\u0309ng c\u1EE5c").text())
        .isEqualTo("Tổng cục, Tổng cục");
  }

  @Test
  void takesZeroWidthCharactersOut_andMakesFixedSpacesPlain() {
    String given = "\uFEFFTổng\u00A0c\u200Bục\u00AD GDNN";

    NormalText normal = NormalText.of(given);

    assertThat(normal.text()).isEqualTo("Tổng cục GDNN");
    assertThat(original(given, normal, "Tổng cục")).isEqualTo("Tổng\u00A0c\u200Bục");
  }

  @Test
  void standsATextOfNothingButMarks() {
    String given = "\u0301".repeat(100_000);
    assertThat(NormalText.of(given).text()).isNotEmpty();
  }

  @Test
  void leavesAMarkAlone_thatComposingWouldMakeLonger() {
    // U+0344 is two marks once composed.
    assertThat(NormalText.of("b\u0344").text()).isEqualTo("b\u0344");
    assertThat(NormalText.of("a\u0344\u0344\u0344 b").text()).endsWith(" b");
  }
}
