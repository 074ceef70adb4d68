package vn.gdnn.newswire.enrich.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.vietnamese.Tokens.Shape;

class TokensTest {

  private static List<String> words(String text) {
    Tokens tokens = Tokens.of(text);
    return IntStream.range(0, tokens.count()).mapToObj(i -> tokens.surface(i, i + 1)).toList();
  }

  private static List<String> sentenceStarts(String text) {
    Tokens tokens = Tokens.of(text);
    return IntStream.range(0, tokens.count())
        .filter(tokens::startsSentence)
        .mapToObj(i -> tokens.surface(i, i + 1))
        .toList();
  }

  @Test
  void cutsSyllablesNumbersAndSigns() {
    assertThat(words("Bộ LĐ-TB&XH, số 24/CT-TTg."))
        .containsExactly(
            "Bộ", "LĐ", "-", "TB", "&", "XH", ",", "số", "24", "/", "CT", "-", "TTg", ".");
  }

  @Test
  void keepsCharactersOutsideTheBasicPlaneWhole() {
    assertThat(words("a😀b")).containsExactly("a", "😀", "b");
  }

  @Test
  void seesHowAWordIsWritten() {
    Tokens tokens = Tokens.of("bộ Bộ BỘ TTg 12 Y –");
    assertThat(IntStream.range(0, 7).mapToObj(tokens::shape))
        .containsExactly(
            Shape.LOWER,
            Shape.CAPITAL,
            Shape.UPPER,
            Shape.MIXED,
            Shape.NUMBER,
            Shape.CAPITAL,
            Shape.SIGN);
  }

  @Test
  void beginsSentencesBehindFullStopsAndLineBreaks_notBehindAbbreviations() {
    assertThat(sentenceStarts("TS. Lê Văn nói. Sau đó nghỉ!\nHết 1.5 giờ"))
        .containsExactly("TS", "Sau", "Hết");
  }

  @Test
  void hasNothingOutsideTheText() {
    Tokens tokens = Tokens.of("một");
    assertThat(tokens.key(-1)).isEmpty();
    assertThat(tokens.key(1)).isEmpty();
    assertThat(tokens.startsSentence(1)).isTrue();
    assertThat(tokens.isCapital(5)).isFalse();
  }

  @Test
  void showsWordsWithoutWhatNobodySees() {
    String given =
        "(" + Normalizer.normalize("Tổng\u00A0\n cục\u200B Giáo\u00AD dục", Form.NFD) + ")";
    Tokens tokens = Tokens.of(given);

    assertThat(tokens.words(1, 5)).isEqualTo("Tổng cục Giáo dục");
    assertThat(tokens.words(0, 2)).isEqualTo("(Tổng");
    assertThat(tokens.surface(1, 2)).isEqualTo(Normalizer.normalize("Tổng", Form.NFD));
    assertThat(tokens.length(1)).isEqualTo(4);
  }
}
