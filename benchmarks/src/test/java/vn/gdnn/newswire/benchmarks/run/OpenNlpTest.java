package vn.gdnn.newswire.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.enrich.score.MarkedFile;

class OpenNlpTest {

  private static final MarkedFile ARTICLE =
      MarkedFile.parse(
          "a",
          "title: {{U|Viện Mẫu}} họp\n\nÔng {{P|Trần Mẫu}} đến {{U|Viện Mẫu}}. Theo {{L|Luật 1/2020}}, họp\n\nBa.");

  @Test
  void cutsAtFullStopsAndLineEnds() {
    assertThat(OpenNlp.sentences("Một. Hai 1.500!\nBa.").stream().map(int[]::clone))
        .containsExactly(new int[] {0, 4}, new int[] {4, 15}, new int[] {16, 19});
  }

  @Test
  void makesSamplesOfMarks() {
    List<NameSample> samples = OpenNlp.samples(ARTICLE);

    assertThat(samples)
        .extracting(sample -> sample.toString().strip())
        .containsExactly(
            "Ông <START:person> Trần Mẫu <END> đến <START:unit> Viện Mẫu <END> .",
            "Theo <START:plan> Luật 1 / 2020 <END> , họp",
            "Ba .");
    assertThat(samples)
        .extracting(NameSample::isClearAdaptiveDataSet)
        .containsExactly(true, false, false);
  }

  @Test
  void findsWhatItLearned(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("model.bin");
    OpenNlp.train(Collections.nCopies(20, ARTICLE), model);

    assertThat(new OpenNlp(model).names("", ARTICLE.body())).isEqualTo(3);
  }
}
