package vn.gdnn.newswire.publish.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.events.Field;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.publish.document.Document;
import vn.gdnn.newswire.publish.faces.Samples;

class ShownArticleTest {

  /** Runs as text, marks as [number words]. */
  private static String marked(Passage passage) {
    StringBuilder out = new StringBuilder();
    for (Passage.Run run : passage.runs()) {
      Mark mark = run.mark();
      out.append(mark == null ? run.text() : "[" + mark.number() + " " + run.text() + "]");
    }
    return out.toString();
  }

  private static List<String> marked(Samples.Draft draft) {
    return ShownArticle.of(draft.document()).passages().stream()
        .map(ShownArticleTest::marked)
        .toList();
  }

  private static List<Passage.Role> roles(Document document) {
    return ShownArticle.of(document).passages().stream().map(Passage::role).toList();
  }

  @Test
  void showsTheSeedsAsTheirStructureSays() {
    ShownArticle first = ShownArticle.of(Samples.seedWithDateLine());
    assertThat(first.passages()).hasSize(14);
    assertThat(first.passages().get(0).role()).isEqualTo(Passage.Role.LEAD);
    assertThat(first.passages().get(1).role()).isEqualTo(Passage.Role.CAPTION);
    assertThat(first.passages().get(13).role()).isEqualTo(Passage.Role.SIGNATURE);
    assertThat(first.signature()).isEqualTo("PV");
    assertThat(first.opening()).startsWith("Đây là chỉ đạo của Tổng cục trưởng");
    assertThat(roles(Samples.seedWithoutDateLine()))
        .containsExactly(
            Passage.Role.LEAD,
            Passage.Role.CAPTION,
            Passage.Role.PARAGRAPH,
            Passage.Role.PARAGRAPH,
            Passage.Role.CAPTION,
            Passage.Role.PARAGRAPH,
            Passage.Role.SIGNATURE);
  }

  @Test
  void showsEveryLetterAndEveryTagOfTheSeeds() {
    for (Document seed : List.of(Samples.seedWithDateLine(), Samples.seedWithoutDateLine())) {
      ShownArticle shown = ShownArticle.of(seed);
      String text = String.join("\n\n", shown.passages().stream().map(Passage::text).toList());
      assertThat(text).isEqualTo(seed.body());
      assertThat(shown.headline().text()).isEqualTo(seed.title());
      long mentions = seed.tags().stream().mapToLong(tag -> tag.mentions().size()).sum();
      assertThat(shown.marks().stream().filter(mark -> mark.office() == null))
          .hasSize((int) mentions);
      assertThat(shown.marks().stream().map(Mark::number))
          .isEqualTo(IntStream.rangeClosed(1, shown.marks().size()).boxed().toList());
    }
  }

  @Test
  void showsTextThatNoPartCovers() {
    Samples.Draft draft =
        Samples.draft(1, "t", "A\n\nB\n\nC\n\nD").part("lead", "A").part("signature", "C");
    assertThat(roles(draft.document()))
        .containsExactly(
            Passage.Role.LEAD,
            Passage.Role.PARAGRAPH,
            Passage.Role.SIGNATURE,
            Passage.Role.PARAGRAPH);
    assertThat(marked(draft)).containsExactly("A", "B", "C", "D");
    assertThat(marked(Samples.draft(1, "t", ""))).isEmpty();
    assertThat(marked(Samples.draft(1, "t", "\n\n x \n \n\n"))).containsExactly("x");
  }

  @Test
  void keepsReadingOrder_soALeadThatIsNotFirstIsAParagraph() {
    Samples.Draft draft =
        Samples.draft(1, "t", "Ảnh\n\nMở đầu").part("caption", "Ảnh").part("lead", "Mở đầu");
    assertThat(roles(draft.document()))
        .containsExactly(Passage.Role.CAPTION, Passage.Role.PARAGRAPH);
  }

  @Test
  void breaksLinesWithinAPassage() {
    Passage passage =
        ShownArticle.of(Samples.draft(1, "t", "một\nhai").document()).passages().get(0);
    assertThat(passage.runs()).extracting(Passage.Run::isBreak).containsExactly(false, true, false);
  }

  @Test
  void marksTheOneThatBeginsFirst_andTheLongerOfTwo() {
    Samples.Draft draft =
        Samples.draft(1, "t", "Đảng ủy Tổng cục GDNN họp")
            .tag(Kind.UNIT, "a", "A", true, "Đảng ủy")
            .tag(Kind.UNIT, "b", "B", true, "Đảng ủy Tổng cục")
            .tag(Kind.UNIT, "c", "C", true, "Tổng cục GDNN")
            .tag(Kind.PLAN, "d", "D", true, "họp");
    assertThat(marked(draft)).containsExactly("[1 Đảng ủy Tổng cục] GDNN [2 họp]");
  }

  @Test
  void passesOverMentionsThatDoNotFitTheText() {
    Samples.Draft draft =
        Samples.draft(1, "t", "một 🎓\n\nhai")
            .tagAt(Kind.UNIT, "a", "A", -1, 2)
            .tagAt(Kind.UNIT, "b", "B", 2, 2)
            .tagAt(Kind.UNIT, "c", "C", 5, 6)
            .tagAt(Kind.UNIT, "d", "D", 4, 9)
            .tagAt(Kind.UNIT, "e", "E", 8, 99);
    assertThat(marked(draft)).containsExactly("một 🎓", "hai");
  }

  @Test
  void marksABareOffice_notOneBesideItsHolder() {
    String body =
        "Tổng cục trưởng Trương Anh Dũng nói. Tổng cục trưởng lưu ý. Trương Anh Dũng, Bí thư Đảng ủy,"
            + " Tổng cục trưởng dự họp; Tổng cục trưởng Tổng cục Trương Anh Dũng kết luận.";
    Samples.Draft draft =
        Samples.draft(1, "t", body)
            .tag(Kind.PERSON, "truong-anh-dung", "Trương Anh Dũng", true, "Trương Anh Dũng")
            .tag(Kind.UNIT, "dang-uy", "Đảng ủy", true, "Đảng ủy")
            .tagAt(
                Kind.UNIT,
                "tong-cuc",
                "Tổng cục",
                body.indexOf("Tổng cục Trương"),
                body.indexOf(" Trương Anh Dũng kết"))
            .office("Tổng cục trưởng", "truong-anh-dung", "Trương Anh Dũng");
    assertThat(marked(draft))
        .containsExactly(
            "Tổng cục trưởng [1 Trương Anh Dũng] nói. [2 Tổng cục trưởng] lưu ý. [3 Trương Anh Dũng], Bí"
                + " thư [4 Đảng ủy], Tổng cục trưởng dự họp; Tổng cục trưởng [5 Tổng cục] [6 Trương Anh"
                + " Dũng] kết luận.");
  }

  @Test
  void aTagGoesBeforeAnOfficeThatOverlapsIt() {
    Samples.Draft draft =
        Samples.draft(1, "t", "Bí thư Đảng ủy lưu ý")
            .tag(Kind.UNIT, "dang-uy", "Đảng ủy", true, "Đảng ủy")
            .office("Bí thư Đảng ủy", "ai-do", "Ai Đó");
    assertThat(marked(draft)).containsExactly("Bí thư [1 Đảng ủy] lưu ý");
  }

  @Test
  void dropsControlCharactersWithoutMovingMarks() {
    Samples.Draft draft =
        Samples.draft(1, "t", "a\u0000b Đảng\u0008 ủy c")
            .tag(Kind.UNIT, "x", "X", true, "Đảng\u0008 ủy");
    assertThat(marked(draft)).containsExactly("ab [1 Đảng ủy] c");
    assertThat(ShownArticle.of(draft.document()).marks().get(0).entityId()).isEqualTo("x");
    assertThat(draft.document().text(Field.BODY)).contains("\u0000");
  }

  @Test
  void twentyThousandMentionsTakeNoTime() {
    Samples.Draft draft =
        Samples.draft(1, "t", "Đảng ủy, Bí thư họp.\n\n".repeat(10_000))
            .tag(Kind.UNIT, "dang-uy", "Đảng ủy", true, "Đảng ủy")
            .office("Bí thư", "ai-do", "Ai Đó");
    Document document = draft.document();
    Assertions.assertTimeout(
        Duration.ofSeconds(3), () -> assertThat(ShownArticle.of(document).marks()).hasSize(20_000));
  }
}
