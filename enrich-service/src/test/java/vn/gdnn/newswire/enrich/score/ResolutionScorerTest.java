package vn.gdnn.newswire.enrich.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.enrich.Sentences;
import vn.gdnn.newswire.enrich.score.ResolutionScorer.Answer;

class ResolutionScorerTest {

  private static final String HEAD = "kind\tsurface\tnth\tid\n";

  private static ResolutionFile asked(String... lines) {
    String table = HEAD + String.join("\n", lines).replace(' ', '\t').replace('_', ' ') + "\n";
    return ResolutionFile.parse("001.tsv", table, "Viện họp", "Viện Mẫu và Viện, ông Hà đến.");
  }

  private static Resolution score(ResolutionFile file, Answer... answers) {
    ResolutionScorer scorer = new ResolutionScorer();
    scorer.add(file, List.of(answers));
    return scorer.score();
  }

  @Test
  void findsTheNthOfSomeWordsInHeadlineAndBody() {
    ResolutionFile file = asked("UNIT Viện 1 vien-mau", "UNIT Viện 3 vien-mau");
    assertThat(file.questions())
        .extracting(ResolutionFile.Question::start)
        .containsExactly(0, "Viện họp\nViện Mẫu và ".length());
  }

  @Test
  void countsTheExpectedIdAtTheAskedPlaceOnly() {
    ResolutionFile file = asked("UNIT Viện 1 vien-mau", "UNIT Viện_Mẫu 1 vien-mau");
    assertThat(score(file, new Answer("UNIT", 0, 4, "Viện", "vien-mau")).row("UNIT").right())
        .isEqualTo(1);
    Resolution wrong =
        score(
            file,
            new Answer("UNIT", 0, 4, "Viện", "vien-khac"),
            new Answer("UNIT", 9, 13, "Viện", "vien-mau"));
    assertThat(wrong.row("UNIT").right()).isZero();
    assertThat(wrong.row("UNIT").asked()).isEqualTo(2);
    assertThat(wrong.errors())
        .containsExactly(
            new Resolution.Miss("001.tsv", "UNIT", "Viện", 1, "vien-mau", "vien-khac"),
            new Resolution.Miss("001.tsv", "UNIT", "Viện Mẫu", 1, "vien-mau", "vien-mau (Viện)"));
  }

  @Test
  void takesAnyIdThatIsNoRegistrysForAnUnknownName() {
    ResolutionFile file = asked("PERSON Hà 1 x");
    int start = file.questions().get(0).start();
    Answer unknown = new Answer("PERSON", start, start + 2, "Hà", "x-0123456789");
    Answer known = new Answer("PERSON", start, start + 2, "Hà", "nguyen-thi-ha");
    assertThat(score(file, unknown).row("PERSON").right()).isEqualTo(1);
    assertThat(score(file, known).row("PERSON").right()).isZero();
    assertThat(score(file).errors()).extracting(Resolution.Miss::given).containsExactly("-");
  }

  @Test
  void allowsNoAnswerWhereNobodyIsMeant_notEvenOfAPart() {
    ResolutionFile file = asked("OFFICE Viện_họp 1 -");
    assertThat(score(file).row("OFFICE").share()).isEqualTo(1);
    assertThat(score(file, new Answer("OFFICE", 0, 4, "Viện", "ai-do")).row("OFFICE").share())
        .isZero();
    assertThat(score(file, new Answer("UNIT", 0, 4, "Viện", "vien")).row("OFFICE").share())
        .isEqualTo(1);
  }

  @Test
  void givesAnIntervalOverArticles_theSameEachTime() {
    ResolutionScorer scorer = new ResolutionScorer();
    ResolutionFile file = asked("UNIT Viện 1 vien-mau");
    scorer.add(file, List.of(new Answer("UNIT", 0, 4, "Viện", "vien-mau")));
    scorer.add(file, List.of());
    Resolution.Row row = scorer.score().row("ALL");
    assertThat(row.share()).isEqualTo(0.5);
    assertThat(row.interval()).isEqualTo(new Score.Interval(0, 1));
    assertThat(scorer.score().table())
        .contains("2 articles", "UNIT        1 of     2  0.500 (0.000 to 1.000)")
        .doesNotContain("PERSON");
  }

  @Test
  void readsATaggedArticlesNamesAndTheHoldersOfItsDay() {
    String title = "Tổng cục trưởng họp";
    String body = "Tổng cục Giáo dục nghề nghiệp thông báo.";
    LocalDate day = LocalDate.of(2020, 6, 11);
    assertThat(ResolutionScorer.answers(title, Sentences.tagger().enrich(title, body, day), day))
        .containsExactly(
            new Answer(
                "UNIT",
                title.length() + 1,
                title.length() + 30,
                "Tổng cục Giáo dục nghề nghiệp",
                "tong-cuc-giao-duc-nghe-nghiep"),
            new Answer("OFFICE", 0, 15, "Tổng cục trưởng", "truong-anh-dung"));
  }

  @ParameterizedTest
  @CsvSource({
    "UNIT Trường 1 x, '\"Trường\" stands only 0 times in the article, not 1'",
    "UNIT Viện 4 x, '\"Viện\" stands only 3 times in the article, not 4'",
    "PLAN Viện 1 x, '\"PLAN\" is none of UNIT, PERSON, OFFICE'",
    "UNIT Viện 0 x, '\"0\" is no count from 1'",
    "UNIT Viện 1, 'a line is to have kind, surface, nth and id'",
  })
  void saysFileAndLineOfAWrongQuestion(String line, String what) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked("UNIT Viện 1 vien-mau", line))
        .withMessage("001.tsv, line 3: " + what);
  }

  @Test
  void refusesAFileOfOtherColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResolutionFile.parse("a.tsv", "id\tname\n", "", ""))
        .withMessageStartingWith("a.tsv, line 1: ");
  }

  @Test
  void takesAnOfficeThatWasAskedAboutWithItsUnit() {
    ResolutionFile file = asked("OFFICE Viện_họp 1 ai-do");
    assertThat(score(file, new Answer("OFFICE", 0, 4, "Viện", "ai-do")).row("OFFICE").right())
        .isEqualTo(1);
    assertThat(score(file, new Answer("OFFICE", 5, 8, "họp", "ai-do")).row("OFFICE").right())
        .isZero();
  }
}
