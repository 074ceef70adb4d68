package vn.gdnn.newswire.enrich.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.sequence.SequenceModel;
import vn.gdnn.newswire.events.Kind;

class TrainModelTest {

  private static final Path TEXT = Path.of("../seeds/training");
  private static final Path REGISTRY = Path.of("../seeds/registry");

  /** Nothing of what the rules know: whoever whistles is somebody. */
  private static final List<MarkedFile> WHISTLERS =
      List.of("Pado", "Tiku", "Mulo", "Rakesi", "Bonavi", "Zuli", "Kemuso", "Datofi").stream()
          .map(name -> "Sáng nay " + name + " huýt sáo ngoài sân cùng bạn.\nTrời mưa to.\n")
          .map(
              text ->
                  text.replaceFirst("nay (\\S+) huýt", "nay {{P|$1}} huýt")
                      + text.replace("Sáng nay", "Hôm nào").replace("huýt sáo", "màu xanh"))
          .map(body -> "source: test\ndate: 2024-05-01\ntitle:\n\n" + body)
          .map(text -> MarkedFile.parse("whistlers", text))
          .collect(Collectors.toList());

  @TempDir private Path folder;

  private static byte[] bytes(SequenceModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  @Test
  void makesTheSameModelOfTheSameText() throws IOException {
    Registry registry = RegistryFiles.folder(REGISTRY);
    byte[] once = bytes(new TrainModel(registry, WHISTLERS).calibrated());
    byte[] again = bytes(new TrainModel(registry, WHISTLERS).calibrated());
    assertThat(again).isEqualTo(once);
    assertThat(bytes(SequenceModel.read(new ByteArrayInputStream(once)))).isEqualTo(once);
  }

  @Test
  void learnsWhatNoRuleKnows() throws IOException {
    Registry registry = RegistryFiles.folder(REGISTRY);
    String unseen = "Sáng nay Xarobe huýt sáo ngoài sân cùng bạn.";
    LocalDate day = LocalDate.of(2024, 5, 1);
    assertThat(new ArticleTagger(registry).enrich("", unseen, day).tags()).isEmpty();

    SequenceModel model = new TrainModel(registry, WHISTLERS).calibrated();

    assertThat(new ArticleTagger(registry, model).enrich("", unseen, day).tags())
        .singleElement()
        .satisfies(
            tag -> {
              assertThat(tag.kind()).isEqualTo(Kind.PERSON);
              assertThat(tag.mentions()).singleElement();
              assertThat(tag.mentions().get(0).surface()).isEqualTo("Xarobe");
              assertThat(tag.mentions().get(0).rule()).isEqualTo("person/model");
            });
  }

  @Test
  void ownTextIsMarkedRightly_andEnough() throws IOException {
    List<MarkedFile> files = TrainingText.read(TEXT);
    assertThat(files).allSatisfy(file -> assertThat(file.isHeaded()).as(file.name()).isTrue());
    assertThat(files).allSatisfy(file -> assertThat(file.date()).as(file.name()).isPresent());
    assertThat(files.stream().mapToInt(file -> file.gold().size()).sum()).isGreaterThan(2_000);
    assertThat(files.stream().map(TrainModel::style).distinct().count()).isGreaterThan(7);
  }

  @Test
  void leavesAModelAlone_thatWasMadeFromTheSame() throws IOException {
    Path text = Files.createDirectories(folder.resolve("text"));
    Files.writeString(
        text.resolve("a.txt"), "source: t\ndate: 2024-05-01\ntitle:\n\n{{P|Tạ Văn Lu}} nói.\n");
    Path model = folder.resolve("names.bin");
    Path memory = folder.resolve("made-from");
    TrainModel.main(text.toString(), REGISTRY.toString(), model.toString(), memory.toString());
    FileTime made = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(model, made);

    TrainModel.main(text.toString(), REGISTRY.toString(), model.toString(), memory.toString());
    assertThat(Files.getLastModifiedTime(model)).isEqualTo(made);

    Files.writeString(
        text.resolve("b.txt"), "source: t\ndate: 2024-05-01\ntitle:\n\n{{U|Viện Lu}} họp.\n");
    TrainModel.main(text.toString(), REGISTRY.toString(), model.toString(), memory.toString());
    assertThat(Files.getLastModifiedTime(model)).isNotEqualTo(made);
    try (InputStream in = Files.newInputStream(model)) {
      assertThat(SequenceModel.read(in)).isNotNull();
    }
  }
}
