package vn.gdnn.newswire.enrich.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class PhrasesTest {

  private static Phrases phrases() {
    Phrases phrases = new Phrases();
    phrases.add("tổng cục", "unit");
    phrases.add("tổng cục trưởng", "office");
    return phrases;
  }

  @Test
  void findsTheLongestPhrase_inAnyCapitals() {
    Tokens tokens = Tokens.of("Tổng Cục trưởng nói");
    assertThat(phrases().longest(tokens, 0)).isEqualTo(new Phrases.Match(3, "office"));
    assertThat(phrases().longest(tokens, 1)).isNull();
  }

  @Test
  void doesNotCrossALine() {
    assertThat(phrases().endOf(Tokens.of("tổng\ncục"), 0)).isZero();
  }

  @Test
  void looksBack() {
    Tokens tokens = Tokens.of("lãnh đạo tổng cục");
    assertThat(phrases().startBefore(tokens, 4, 3)).isEqualTo(2);
    assertThat(phrases().endsBefore(tokens, 3, 3)).isFalse();
  }

  @Test
  void saysWhichListIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Phrases.beside(PhrasesTest.class, "none.txt"))
        .withMessageContaining("none.txt");
  }
}
