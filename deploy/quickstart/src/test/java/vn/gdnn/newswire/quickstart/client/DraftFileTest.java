package vn.gdnn.newswire.quickstart.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.quickstart.process.Refusal;

class DraftFileTest {

  @TempDir Path directory;

  private Path write(String name) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "Tiêu đề\n\nNội dung");
  }

  @Test
  void fileByItself_isCalledByItsName() throws Exception {
    assertThat(DraftFile.find(List.of(write("a/b/000.txt"))))
        .extracting(DraftFile::externalId)
        .containsExactly("000.txt");
  }

  @Test
  void filesOfAFolder_areCalledByTheirPathsBelowIt_hiddenOnesLeftOut() throws Exception {
    write("in/b.txt");
    write("in/2020/a.txt");
    write("in/.swp");
    write("in/.git/config");
    assertThat(DraftFile.find(List.of(directory.resolve("in"))))
        .extracting(DraftFile::externalId)
        .containsExactly("2020/a.txt", "b.txt");
  }

  @Test
  void names_areNfc_soThatTheirArticleIsTheSameOnEveryMachine() throws Exception {
    Path file = write(Normalizer.normalize("thông báo.txt", Normalizer.Form.NFD));
    assertThat(DraftFile.find(List.of(file)))
        .extracting(DraftFile::externalId)
        .containsExactly("thông báo.txt");
  }

  @Test
  void twoOfOneName_areRefused_butOneInAFolderOfItsOwnIsNot() throws Exception {
    Path one = write("a/000.txt");
    Path two = write("b/000.txt");
    assertThatThrownBy(() -> DraftFile.find(List.of(one, two)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("000.txt");
    assertThat(DraftFile.find(List.of(directory))).hasSize(2);
  }

  @Test
  void whatIsNotThere_andAnEmptyFolder_areRefused() throws Exception {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    assertThatThrownBy(() -> DraftFile.find(List.of(empty))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> DraftFile.find(List.of(directory.resolve("none.txt"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("none.txt");
  }

  @Test
  void mediaType_followsTheName() throws Exception {
    assertThat(
            DraftFile.find(List.of(write("a.txt"), write("b.HTML"), write("c.json"), write("d"))))
        .extracting(DraftFile::mediaType)
        .containsExactly(
            "text/plain; charset=utf-8",
            "text/html; charset=utf-8",
            "application/json",
            "text/plain; charset=utf-8");
  }

  @Test
  void seeds_haveTheirIdsForEver() {
    List<DraftFile> seeds = DraftFile.find(List.of(Path.of("../../seeds/drafts")));
    assertThat(seeds)
        .extracting(seed -> ArticleIds.of(IngestClient.SOURCE, seed.externalId()).toString())
        .containsExactly(
            "20bbb9f7-8c9a-5fd5-8f62-459116149f35", "b1049130-4ed5-50ce-85ac-6c9faa6e47fc");
  }

  @Test
  void aJsonDraftKeepsTheIdentityItHas(@TempDir Path folder) throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.json"), "{\"externalId\":\"7\",\"source\":\"truong-a.vn\"}");
    Path none = Files.writeString(folder.resolve("none.json"), "{\"externalId\":null}");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    assertThat(IngestClient.identity(new DraftFile("own.json", own))).isEmpty();
    assertThat(IngestClient.identity(new DraftFile("none.json", none)))
        .isEqualTo("?source=gdnn.gov.vn&externalId=none.json");
    assertThat(IngestClient.identity(new DraftFile("broken.json", broken)))
        .isEqualTo("?source=gdnn.gov.vn&externalId=broken.json");
  }
}
