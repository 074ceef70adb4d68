package vn.gdnn.newswire.benchmarks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;

class GrownRegistryTest {

  private static final Path TODAY = Path.of("..", "seeds", "registry");

  @Test
  void addsPeopleAndUnitsToTodaysEntries_andTheTaggerReadsThem(@TempDir Path folder)
      throws IOException {
    GrownRegistry.write(TODAY, 5_000, folder);

    Registry grown = RegistryFiles.folder(folder);
    assertThat(grown.entries()).hasSize(5_000).containsAll(RegistryFiles.folder(TODAY).entries());
    assertThat(grown.entries().stream().filter(entry -> entry.id().startsWith("made-up-")))
        .hasAtLeastOneElementOfType(Entry.Person.class)
        .hasAtLeastOneElementOfType(Entry.Unit.class);
  }

  @Test
  void takesNothingAway(@TempDir Path folder) throws IOException {
    GrownRegistry.write(TODAY, 1, folder);

    assertThat(RegistryFiles.folder(folder).entries())
        .containsExactlyElementsOf(RegistryFiles.folder(TODAY).entries());
  }
}
