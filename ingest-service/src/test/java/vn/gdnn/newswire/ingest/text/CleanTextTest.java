package vn.gdnn.newswire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void leavesGoodTextAlone() {
    String text = "Tổng cục\u00a0GDNN – “kỳ”\t😀\n\nslip of of the pen\u200b\u0085";
    CleanText clean = CleanText.of(text);
    assertThat(clean.text()).isEqualTo(text);
    assertThat(clean.slips()).isEmpty();
    assertThat(clean.map().start(10)).isEqualTo(10);
  }

  @Test
  void removesWhatHarms_andCountsIt() {
    CleanText clean = CleanText.of("\ufeffa\u0000b\u0007\u001fc\r\n\ud83dd\ude00e\u202ef\ufeff");
    assertThat(clean.text()).isEqualTo("abc\nde\u202ef");
    assertThat(clean.slips())
        .isEqualTo(
            Map.of(
                Slip.BOM, 2,
                Slip.CONTROL, 3,
                Slip.CARRIAGE_RETURN, 1,
                Slip.SURROGATE, 2,
                Slip.BIDI, 1));
  }

  @Test
  void carriageReturnBreaksLines_whereNothingElseDoes() {
    assertThat(CleanText.of("a\rb\r").text()).isEqualTo("a\nb\n");
    assertThat(CleanText.of("a\rb\n").text()).isEqualTo("ab\n");
  }

  @Test
  void composes_andKnowsWhereEachCharacterStood() {
    String raw = "Tie\u0302\u0301ng \u1112\u1161\u11ab va\u0300 \u212b";
    CleanText clean = CleanText.of(raw);
    assertThat(clean.text()).isEqualTo("Tiếng 한 và Å");
    OffsetMap map = clean.map();
    assertThat(map.start(2)).isEqualTo(2);
    assertThat(map.end(3)).isEqualTo(5);
    assertThat(map.start(6)).isEqualTo(8);
    assertThat(map.end(7)).isEqualTo(11);
    assertThat(map.start(11)).isEqualTo(raw.length() - 1);
    assertThat(map.start(clean.text().length())).isEqualTo(raw.length());
    assertThat(map.end(0)).isZero();
  }

  @Test
  void endOfASpanLeavesOutWhatWasRemovedAfterIt() {
    OffsetMap map = CleanText.of("ab\r\ncd").map();
    assertThat(map.end(2)).isEqualTo(2);
    assertThat(map.start(2)).isEqualTo(3);
  }

  /** Each code point of the BMP between two letters and marks, against Java's own normaliser. */
  @Test
  void composesLikeTheStandard() {
    IntStream.rangeClosed(0x20, 0xffff)
        .filter(c -> !Character.isSurrogate((char) c) && c != 0xfeff)
        .forEach(
            c -> {
              String raw = "e" + (char) c + "\u0301a\u0323" + (char) c + "\u1161\u11a8";
              assertThat(CleanText.of(raw).text())
                  .as(Integer.toHexString(c))
                  .isEqualTo(Normalizer.normalize(raw, Normalizer.Form.NFC));
            });
  }

  @Test
  void breaksStacksOfMarks_soThatNormalisingStaysQuick() {
    String raw = "a" + "\u0301\u0323".repeat(1 << 20);
    CleanText clean = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> CleanText.of(raw));
    assertThat(clean.slips().get(Slip.STACKED_MARKS)).isEqualTo((2 << 20) / 30);
    assertThat(clean.text()).contains("\u034f");
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(Normalizer.normalize(clean.text(), Normalizer.Form.NFC))
                .isEqualTo(clean.text()));
    assertThat(clean.map().start(clean.text().length())).isEqualTo(raw.length());
  }
}
