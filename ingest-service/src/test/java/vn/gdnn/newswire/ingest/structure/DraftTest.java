package vn.gdnn.newswire.ingest.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.events.ArticleIngested;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.TextPart;
import vn.gdnn.newswire.ingest.text.CleanText;
import vn.gdnn.newswire.ingest.text.Slip;

class DraftTest {

  private static final String LONG =
      "Tại Hội nghị, các đại biểu đã thảo luận về công tác tuyển sinh, công tác đào tạo và công tác"
          + " bảo đảm chất lượng của các cơ sở giáo dục nghề nghiệp trong năm học vừa qua, đồng thời"
          + " kiến nghị nhiều giải pháp.";

  private static ArticleIngested golden(String name) throws IOException {
    try (InputStream in =
        DraftTest.class.getResourceAsStream(
            "/contract/examples/article-ingested." + name + ".json")) {
      return new EventCodec().decode(in.readAllBytes(), ArticleIngested.class);
    }
  }

  private static String raw(ArticleIngested event) {
    return new String(Base64.getDecoder().decode(event.raw().base64()), StandardCharsets.UTF_8);
  }

  private static List<String> parts(StructuredDraft draft) {
    return draft.parts().stream()
        .map(p -> p.part() + ":" + draft.text(p.field()).substring(p.start(), p.end()))
        .toList();
  }

  private static List<String> kinds(StructuredDraft draft) {
    return draft.parts().stream().map(TextPart::part).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-with-date-line", "seed-without-date-line"})
  void bothSeedsComeOutAsTheContractShowsThem(String name) throws IOException {
    ArticleIngested event = golden(name);

    StructuredDraft draft = Draft.read(raw(event));

    assertThat(draft.title()).isEqualTo(event.title());
    assertThat(draft.body()).isEqualTo(event.body());
    assertThat(draft.parts()).isEqualTo(event.structure());
    assertThat(draft.dateLine().or(() -> draft.leadDate(event.receivedAt())))
        .contains(event.publishedAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-with-date-line", "seed-without-date-line"})
  void everyCharacterOfTheSeedsLeadsBackToItself(String name) throws IOException {
    String raw = raw(golden(name));
    StructuredDraft draft = Draft.read(raw);
    for (TextPart part : draft.parts()) {
      for (int i = part.start(); i < part.end(); i++) {
        assertThat(raw.charAt(draft.rawOffset(part.field(), i)))
            .isEqualTo(draft.text(part.field()).charAt(i));
        assertThat(draft.rawEnd(part.field(), i + 1))
            .isEqualTo(draft.rawOffset(part.field(), i) + 1);
      }
    }
  }

  @Test
  void dateLineMayStandBelowTheHeadline_orBetweenLinesOfOneBlock() {
    for (String raw :
        List.of(
            "11/06/2020 10:24:15\n\nTiêu đề tin\n\n" + LONG,
            "Tiêu đề tin\n\n11/06/2020 10:24:15\n\n" + LONG,
            "Tiêu đề tin\n11/06/2020 10:24:15\n" + LONG,
            "PV\n\nTiêu đề tin\n\n11/06/2020 10:24:15\n\n" + LONG)) {
      StructuredDraft draft = Draft.read(raw);
      assertThat(draft.title()).isEqualTo("Tiêu đề tin");
      assertThat(draft.dateLine()).contains(Instant.parse("2020-06-11T03:24:15Z"));
      assertThat(draft.body()).endsWith(LONG).doesNotContain("10:24");
    }
  }

  @Test
  void dateFurtherDownStaysInTheText() {
    StructuredDraft draft = Draft.read("Tiêu đề\n\n" + LONG + "\n\n" + LONG + "\n\n11/06/2020");
    assertThat(draft.dateLine()).isEmpty();
    assertThat(draft.body()).endsWith("11/06/2020");
  }

  @Test
  void impossibleDateIsTextAndNotLost() {
    StructuredDraft draft = Draft.read("Tiêu đề\n\n31/02/2020 10:24:15\n\n" + LONG);
    assertThat(draft.dateLine()).isEmpty();
    assertThat(draft.body()).startsWith("31/02/2020 10:24:15\n\n");
    assertThat(Draft.read("31/02/2020 10:24\n\nTiêu đề\n\n" + LONG).title()).isEqualTo("Tiêu đề");
  }

  @Test
  void captionRightBelowTheHeadlineIsNotTheLead() {
    StructuredDraft draft =
        Draft.read("Tiêu đề\n\nToàn cảnh Hội nghị\n\n" + LONG + "\n\nẢnh: Nguyễn Văn A\n\nPV");
    assertThat(kinds(draft)).containsExactly("headline", "caption", "lead", "caption", "signature");
  }

  @Test
  void headingInsideTheTextIsAParagraph() {
    StructuredDraft draft =
        Draft.read(
            "Tiêu đề\n\n" + LONG + "\n\nƯu tiên nguồn lực đầu tư\n\n" + LONG + "\n\nBan Biên tập");
    assertThat(kinds(draft))
        .containsExactly("headline", "lead", "paragraph", "paragraph", "signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PV",
        "PV.",
        "(PV)",
        "VP TCGDNN",
        "Theo PV",
        "TTXVN",
        "Nguyễn Văn A",
        "TS. Nguyễn Văn A",
        "Hải Vân",
        "Nhật Hồng (ghi)",
        "Thu Hà - Minh Đức",
        "N.H",
        "Tin, ảnh: Thu Hà",
        "Bài và ảnh: Thu Hà",
        "Nguồn: Vụ Đào tạo chính quy",
        "Văn phòng Tổng cục Giáo dục nghề nghiệp",
        "Vụ Đào tạo thường xuyên"
      })
  void lastLineSigns(String line) {
    StructuredDraft draft = Draft.read("Tiêu đề\n\n" + LONG + "\n\n" + line + "\n");
    assertThat(parts(draft)).last().isEqualTo("signature:" + line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Các đại biểu chụp ảnh lưu niệm",
        "Lễ khai giảng diễn ra vào tháng 9.",
        "Trường đang tuyển sinh các ngành nghề sau:",
        "Trân trọng cảm ơn!"
      })
  void lastLineThatSaysSomethingDoesNotSign(String line) {
    StructuredDraft draft = Draft.read("Tiêu đề\n\n" + LONG + "\n\n" + line);
    assertThat(kinds(draft)).doesNotContain("signature");
  }

  @Test
  void lineIsAParagraph_whenNothingWasWrapped() {
    StructuredDraft draft = Draft.read("Tiêu đề\nDòng dẫn.\n" + LONG + "\nPV");
    assertThat(parts(draft))
        .containsExactly("headline:Tiêu đề", "lead:Dòng dẫn.", "paragraph:" + LONG, "signature:PV");
    assertThat(draft.body()).isEqualTo("Dòng dẫn.\n\n" + LONG + "\n\nPV");
  }

  @Test
  void wrappedLinesStayOneParagraph() {
    String wrapped = wrap(LONG, 72);
    StructuredDraft draft = Draft.read("Tiêu đề\n\n" + wrapped + "\n\n" + wrapped + "\n\nPV");
    assertThat(kinds(draft)).containsExactly("headline", "lead", "paragraph", "signature");
    assertThat(draft.body()).isEqualTo(wrapped + "\n\n" + wrapped + "\n\nPV");
  }

  private static String wrap(String text, int width) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ")) {
      if (column > 0 && column + 1 + word.length() > width) {
        out.append('\n');
        column = 0;
      } else if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    return out.toString();
  }

  @Test
  void onlyBlankLinesPartTheBlocksOfHtml() {
    StructuredDraft draft = Draft.readBlocks("Tiêu đề\n\nMột\nhai\n\n" + LONG);
    assertThat(draft.body()).isEqualTo("Một\nhai\n\n" + LONG);
  }

  @Test
  void titleGivenByItselfIsTheHeadline_andItsRepeatIsDropped() {
    for (String text :
        List.of(
            LONG + "\n\nPV",
            "Tiêu đề của tin\n\n" + LONG + "\n\nPV",
            "11/06/2020\n\nTIÊU  ĐỀ CỦA TIN\n\n" + LONG + "\n\nPV")) {
      StructuredDraft draft = Draft.read("  Tiêu đề của tin\n", text);
      assertThat(draft.title()).isEqualTo("Tiêu đề của tin");
      assertThat(draft.rawOffset(Field.TITLE, 0)).isEqualTo(2);
      assertThat(draft.body()).isEqualTo(LONG + "\n\nPV");
      assertThat(kinds(draft)).containsExactly("headline", "lead", "signature");
    }
  }

  @Test
  void emptyTitleMeansThatAllIsBody() {
    StructuredDraft draft = Draft.read("", "Dòng một\n" + LONG);
    assertThat(draft.title()).isEmpty();
    assertThat(draft.body()).isEqualTo("Dòng một\n\n" + LONG);
    assertThat(kinds(draft)).containsExactly("lead", "paragraph");
  }

  @Test
  void textWithoutHeadlineGivesItsFirstSentence_andNothingIsLostOrDoubled() {
    String first = "Sáng nay, TS. Nguyễn Văn A và TP. Hà Nội làm việc.";
    StructuredDraft draft = Draft.read(first + " " + LONG + " " + LONG);
    assertThat(draft.title()).isEqualTo(first);
    assertThat(draft.body()).isEqualTo(LONG + " " + LONG);
    assertThat(draft.rawOffset(Field.BODY, 0)).isEqualTo(first.length() + 1);
  }

  @Test
  void textWithoutSentencesIsCutAtAWord() {
    StructuredDraft draft = Draft.read("chữ ".repeat(200));
    assertThat(draft.title()).hasSize(299).endsWith("chữ");
    assertThat(draft.title() + " " + draft.body()).isEqualTo("chữ ".repeat(200).strip());
    assertThat(Draft.read("😀".repeat(400)).title()).hasSize(300).doesNotContain("?");
    assertThat(Draft.read("a" + "😀".repeat(400)).title()).hasSize(299);
  }

  @Test
  void emptyTextHasNothing() {
    for (String raw : List.of("", "  \n\u00a0\n", "\ufeff\r\n", "11/06/2020")) {
      StructuredDraft draft = Draft.read(raw);
      assertThat(draft.title()).isEmpty();
      assertThat(draft.body()).isEmpty();
      assertThat(draft.parts()).isEmpty();
      assertThat(draft.rawOffset(Field.BODY, 0)).isNotNegative();
    }
  }

  @Test
  void decomposedTextWithCrLfAndBomLeadsBackToWhatWasSent() throws IOException {
    ArticleIngested event = golden("seed-with-date-line");
    String raw =
        "\ufeff" + Normalizer.normalize(raw(event), Normalizer.Form.NFD).replace("\n", "\r\n");

    StructuredDraft draft = Draft.read(raw);

    assertThat(draft.title()).isEqualTo(event.title());
    assertThat(draft.body()).isEqualTo(event.body());
    assertThat(draft.slips()).containsEntry(Slip.BOM, 1).containsKey(Slip.CARRIAGE_RETURN);
    for (TextPart part : draft.parts()) {
      String there =
          raw.substring(
              draft.rawOffset(part.field(), part.start()), draft.rawEnd(part.field(), part.end()));
      assertThat(Normalizer.normalize(there, Normalizer.Form.NFC))
          .isEqualTo(draft.text(part.field()).substring(part.start(), part.end()));
    }
  }

  @Test
  void offsetOutsideAFieldIsRefused() {
    StructuredDraft draft = Draft.read("Tiêu đề\n\nMột");
    assertThat(draft.rawOffset(Field.BODY, 3)).isEqualTo(12);
    assertThatThrownBy(() -> draft.rawOffset(Field.BODY, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Ngày 17/01/2020 và 18/01/2020, 2020-01-16T17:00:00Z",
    "Ngày 30/12/2027 sẽ khai mạc; hôm 5-3-2026 đã họp, 2026-03-04T17:00:00Z",
    "Hà Nội ngày 9 tháng 7 năm 2019, 2019-07-08T17:00:00Z",
    "Luật số 12/34/2019 và 31/02/2020 rồi 01.02.2020, 2020-01-31T17:00:00Z"
  })
  void leadGivesItsFirstFullDateThatIsNotToCome(String lead, Instant expected) {
    StructuredDraft draft = Draft.read("Tiêu đề", lead + ".");
    assertThat(draft.leadDate(Instant.parse("2026-06-01T00:00:00Z"))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nghị định 15/2019/NĐ-CP", "sáng 17/01", "117/01/2020", "17/01/20201"})
  void leadWithoutFullDateGivesNone(String lead) {
    assertThat(Draft.read("Tiêu đề", lead + " ban hành.").leadDate(Instant.MAX)).isEmpty();
  }

  static Stream<String> hostile() {
    int size = 10 << 20;
    return Stream.of(
        "a".repeat(size),
        "a ".repeat(size / 2),
        "\n".repeat(size),
        "a\n".repeat(size / 2),
        "Nguyễn ".repeat(size / 7),
        "11/06/2020 ".repeat(size / 11),
        ".\u0301\u0323".repeat(size / 3),
        "a" + "\u0301\u0323".repeat(size / 2),
        "\ud800".repeat(size),
        "{{[[((".repeat(size / 6));
  }

  @ParameterizedTest
  @MethodSource
  void hostile(String raw) {
    StructuredDraft draft =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Draft.read(raw));
    assertThat(draft.parts()).hasSizeLessThanOrEqualTo(Paragraphs.MOST + 1);
    assertThat(draft.title().length() + draft.body().length())
        .isLessThanOrEqualTo(raw.length() * 2);
  }

  @Test
  void anyTextLeadsBackToItself() {
    Random random = new Random(7);
    String[] bits = {
      "Hà Nội",
      " ",
      "\n",
      "\n\n",
      "\r\n",
      "e\u0302\u0301",
      "\ufeff",
      "PV",
      "11/06/2020 10:24",
      "😀",
      "\ud800",
      "\u0007",
      "a.",
      "Ông A phát biểu tại Hội nghị",
      "\u202e",
      "\u00a0"
    };
    for (int n = 0; n < 2_000; n++) {
      StringBuilder raw = new StringBuilder();
      for (int k = random.nextInt(30); k >= 0; k--) {
        raw.append(bits[random.nextInt(bits.length)]);
      }
      StructuredDraft draft = Draft.read(raw.toString());
      for (TextPart part : draft.parts()) {
        String there =
            raw.substring(
                draft.rawOffset(part.field(), part.start()),
                draft.rawEnd(part.field(), part.end()));
        assertThat(CleanText.of(there).text().replaceAll("\\s+", ""))
            .isEqualTo(
                draft
                    .text(part.field())
                    .substring(part.start(), part.end())
                    .replaceAll("\\s+", ""));
      }
    }
  }
}
