package vn.gdnn.newswire.enrich.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.ArticleTagger;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.events.Kind;
import vn.gdnn.newswire.events.Tag;

class CrossValidationTest {

  private static final Registry REGISTRY = RegistryFiles.folder(Path.of("../seeds/registry"));
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

  /** Two styles: whoever whistles is a person in one and a unit in the other. */
  private static List<MarkedFile> files() {
    List<MarkedFile> files = new ArrayList<>();
    for (String name :
        List.of("Pado", "Tiku", "Mulo", "Rakesi", "Bonavi", "Zuli", "Kemuso", "Datofi")) {
      files.add(file("nguoi/" + name, "{{P|" + name + "}}"));
      files.add(file("hoi/" + name, "{{U|" + name + "}}"));
    }
    return files;
  }

  private static MarkedFile file(String name, String marked) {
    return MarkedFile.parse(
        name,
        "source: test\ndate: 2024-05-01\ntitle:\n\nSáng nay "
            + marked
            + " huýt sáo ngoài sân cùng bạn.\nTrời mưa to.\n");
  }

  private static List<Kind> whistlers(ArticleTagger tagger) {
    String body = "Sáng nay Xarobe huýt sáo ngoài sân cùng bạn.";
    return tagger.enrich("", body, DAY).tags().stream().map(Tag::kind).toList();
  }

  @Test
  void aStylesTaggerHasLearnedFromAllTheOthers_andNothingFromIt() {
    List<String> told = new ArrayList<>();

    CrossValidation validation = CrossValidation.of(REGISTRY, files(), told::add);

    assertThat(told).containsExactly("nguoi", "hoi");
    assertThat(whistlers(validation.without("hoi"))).containsExactly(Kind.PERSON);
    assertThat(whistlers(validation.without("nguoi"))).containsExactly(Kind.UNIT);
    assertThatIllegalArgumentException().isThrownBy(() -> validation.without("khac"));
  }

  @Test
  void oneStyleAloneCantBeLeftOut() {
    List<MarkedFile> one = files().stream().filter(file -> file.name().startsWith("hoi/")).toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrossValidation.of(REGISTRY, one, style -> {}))
        .withMessageContaining("two folders");
  }
}
