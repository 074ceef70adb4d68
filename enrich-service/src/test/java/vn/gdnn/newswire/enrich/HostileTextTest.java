package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.Tag;

/** Texts that nobody would write. Were any of this not linear, these tests would not end. */
class HostileTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "\"",
        "{{P|",
        "Đảng ủy ",
        "Ban ",
        "Nguyễn ",
        "Đề án ",
        "Luật ",
        "các, ",
        "1/",
        "-",
        "Ảnh: ",
        "đại hội 1 ",
        "Tổng cục Giáo dục nghề nghiệp ",
        "Nghị quyết 29 ",
        "ông ",
        "Bộ trưởng ",
        "\u0301",
        "\uD83D",
        "\u200B",
        "và ",
        "Vụ Tổ chức cán bộ "
      })
  void standsAMillionCharactersOfOneThing(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertThat(Sentences.tagger().enrich(text, "", Sentences.DAY)).isNotNull();
  }

  @Test
  void standsTenMegabytesInOneLine() {
    String sentence =
        "Tổng cục trưởng Trần Mạnh Khởi và Bộ Giáo dục và Đào tạo ký Quyết định số %d/QĐ-TCGDNN, ";
    StringBuilder line = new StringBuilder();
    for (int i = 0; line.length() < 10_000_000; i++) {
      line.append(sentence.formatted(i));
    }
    assertThat(Sentences.tagger().enrich("", line.toString(), Sentences.DAY).tags())
        .hasSizeGreaterThan(100_000);
  }

  @Test
  void makesNoNameAndNoIdOfEndlessWords() {
    String endless = "A".repeat(100_000);
    String text =
        "Công văn số 1/%s, Nghị quyết %s, ông %s, Công ty TNHH %s Việt Nam, (%s)"
            .formatted(
                endless,
                "9".repeat(5_000),
                "Nguyễn B" + endless.toLowerCase(Locale.ROOT),
                endless,
                endless);
    assertThat(Sentences.tags(text))
        .allSatisfy(
            tag -> {
              assertThat(tag.id()).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(200);
              assertThat(tag.name()).hasSizeLessThanOrEqualTo(600);
            });
  }

  @Test
  void givesOffsetsInsideTheText_forAnyJumbleOfWords() {
    String[] pieces = {
      "Tổng cục ", "Nguyễn ", "Hồng ", "số 24/CT-TTg", "Luật ", "giáo dục ", ".", "\n", "(", ")",
          "“", "”",
      "e\u0302\u0323", "\u00A0", "Bộ ", "trưởng ", ", ", "và ", "UBND ", "tỉnh ", "Hà ", "Nội ",
          "😀", "\uDC00"
    };
    Random random = new Random(20);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      int last = 0;
      for (Tag tag : Sentences.tags(text.toString())) {
        assertThat(tag.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        for (Mention mention : tag.mentions()) {
          assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.surface());
          assertThat(mention.surface()).isNotBlank();
          last = Math.max(last, mention.end());
        }
      }
      assertThat(last).isLessThanOrEqualTo(text.length());
    }
  }
}
