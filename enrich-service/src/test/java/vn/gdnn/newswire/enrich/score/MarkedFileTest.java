package vn.gdnn.newswire.enrich.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.events.Kind;

class MarkedFileTest {

  private static final String HEADED =
      "source: ở đây\ndate: 2021-04\ntitle: {{U|Viện Mẫu}} họp\n\nÔng {{P|Hà Mẫu}} đến.\n";

  @Test
  void takesTheMarksOut() {
    MarkedFile file = MarkedFile.parse("a", "Theo {{L|Luật Mẫu}} và {{U|Viện}}.");
    assertThat(file.raw()).isEqualTo("Theo Luật Mẫu và Viện.");
    assertThat(file.gold())
        .containsExactly(new RawSpan(Kind.PLAN, 5, 13), new RawSpan(Kind.UNIT, 17, 21));
    assertThat(file.isHeaded()).isFalse();
    assertThat(file.body()).isEqualTo(file.raw());
    assertThat(file.date()).isEmpty();
  }

  @Test
  void readsHeaders_withOffsetsInTheWholeFile() {
    MarkedFile file = MarkedFile.parse("a", HEADED);
    assertThat(file.isHeaded()).isTrue();
    assertThat(file.title()).isEqualTo("Viện Mẫu họp");
    assertThat(file.body()).isEqualTo("Ông Hà Mẫu đến.\n");
    assertThat(file.date()).hasValue(LocalDate.of(2021, 4, 1));
    assertThat(file.source()).hasValue("ở đây");
    assertThat(file.raw().substring(file.titleStart())).startsWith("Viện Mẫu họp");
    assertThat(file.gold().get(0).start()).isEqualTo(file.titleStart());
  }

  @Test
  void putsTheGivenMarksBack_byteForByte() {
    MarkedFile file = MarkedFile.parse("a", HEADED);
    assertThat(file.mark(file.gold())).isEqualTo(HEADED);
    assertThat(file.mark(List.of())).isEqualTo(file.raw());
  }

  @ParameterizedTest
  @CsvSource({"{{P|a", "{{P|a\\nb}}", "{{P|{{U|a}}}}", "{{X|a}}", "{{a}}"})
  void saysFileAndLineOfAWrongMark(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MarkedFile.parse("a.txt", "một\n" + text.replace("\\n", "\n")))
        .withMessageStartingWith("a.txt, line 2: ");
  }
}
