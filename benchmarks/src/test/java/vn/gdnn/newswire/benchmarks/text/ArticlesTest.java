package vn.gdnn.newswire.benchmarks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.enrich.score.MarkedFile;

class ArticlesTest {

  private static final MarkedFile ARTICLE =
      MarkedFile.parse(
          "a",
          "source: here\ntitle: {{U|Viện Mẫu}} họp\n\nNgày 1/2, ông {{P|Trần Mẫu}} đến. Ông {{P|Trần Mẫu}} nói.\n");

  @Test
  void readsFoldersAndWhatIsBelow_textFilesAlone(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("b"));
    Files.writeString(folder.resolve("b").resolve("1.txt"), "{{P|Hà Mẫu}} đến.");
    Files.writeString(folder.resolve("a.txt"), "Ông đến.");
    Files.writeString(folder.resolve("a.tsv"), "x");

    List<MarkedFile> articles = Articles.read(List.of(folder));

    assertThat(articles).extracting(MarkedFile::body).containsExactly("Ông đến.", "Hà Mẫu đến.");
    assertThat(Articles.characters(articles)).isEqualTo(8 + 11);
  }

  @Test
  void countsHeadlineAndBody_notOtherHeaders() {
    assertThat(Articles.characters(List.of(ARTICLE)))
        .isEqualTo(ARTICLE.title().length() + ARTICLE.body().length())
        .isLessThan(ARTICLE.raw().length());
  }

  @Test
  void stretchesWithOtherPeopleAndNumbersEachTime() {
    String text = Articles.stretched(List.of(ARTICLE), 500);

    assertThat(text).hasSize(500).startsWith(ARTICLE.body());
    String second = text.split("\n\n", -1)[1];
    assertThat(second).startsWith("Ngày ").doesNotContain("Trần Mẫu").doesNotContain("{{");
    String name = second.substring(second.indexOf("ông ") + 4, second.indexOf(" đến"));
    assertThat(second).contains("Ông " + name + " nói.");
    assertThat(Articles.stretched(List.of(ARTICLE), 500)).isEqualTo(text);
  }

  @Test
  void cutsIntoPartsThatAreTheWholeTogether_betweenWords() {
    List<String> parts = Articles.parts("một hai ba bốnnămsáubảy tám", 9);

    assertThat(parts).containsExactly("một hai ", "ba ", "bốnnămsáu", "bảy tám");
    assertThat(String.join("", parts)).isEqualTo("một hai ba bốnnămsáubảy tám");
  }
}
