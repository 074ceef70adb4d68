package vn.gdnn.newswire.enrich.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.enrich.table.TableFault;

class LiveTaggerTest {

  private static final String BODY = "Hôm qua, Viện Bánh đa nem Thổ Hà khai trương trụ sở.";

  @TempDir private Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void copyTheRegistry() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../seeds/registry"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void addUnit(String... cells) throws IOException {
    Path units = folder.resolve("units.tsv");
    Files.writeString(units, Files.readString(units) + String.join("\t", cells) + "\n");
  }

  private void addInstitute() throws IOException {
    addUnit(
        "vien-banh-da-nem-tho-ha",
        "Viện Bánh đa nem Thổ Hà",
        "",
        "",
        "institute",
        "",
        "",
        "",
        "",
        "",
        "test",
        "");
  }

  private List<String> known(LiveTagger live) {
    return live.now().enrich("", BODY, LocalDate.of(2024, 5, 1)).tags().stream()
        .filter(tag -> tag.known())
        .map(tag -> tag.id())
        .toList();
  }

  private double reloads(String result) {
    return meters.counter("articles.registry.reloads", "result", result).count();
  }

  @Test
  void takesUpAnEntryThatIsAdded_onceTheFilesAreAtRest() throws IOException {
    LiveTagger live = new LiveTagger(Optional.of(folder), meters);
    String before = live.now().registryVersion();
    assertThat(known(live)).isEmpty();

    addInstitute();
    live.look();
    assertThat(known(live)).as("still being written, for all it knows").isEmpty();
    live.look();

    assertThat(known(live)).containsExactly("vien-banh-da-nem-tho-ha");
    assertThat(live.now().registryVersion()).isNotEqualTo(before);
    live.look();
    assertThat(reloads("loaded")).as("not loaded again and again").isEqualTo(1);
  }

  @Test
  void keepsTheRegistryInUse_whenAFileIsWrong_andSaysWhere() throws IOException {
    LiveTagger live = new LiveTagger(Optional.of(folder), meters);
    String before = live.now().registryVersion();
    long lines;
    try (Stream<String> all = Files.lines(folder.resolve("units.tsv"))) {
      lines = all.count();
    }

    addUnit("Not an id", "Viện Bánh đa nem Thổ Hà");
    live.look();
    live.look();

    assertThat(live.now().registryVersion()).isEqualTo(before);
    assertThat(live.problem()).get().asString().startsWith("units.tsv, line " + (lines + 1) + ": ");
    assertThat(reloads("refused")).isEqualTo(1);
    assertThat(meters.get("articles.registry.problem").gauge().value()).isEqualTo(1);
  }

  @Test
  void recovers_whenTheFileIsMended() throws IOException {
    Path units = folder.resolve("units.tsv");
    String good = Files.readString(units);
    LiveTagger live = new LiveTagger(Optional.of(folder), meters);
    addUnit("Not an id");
    live.look();
    live.look();

    Files.writeString(units, good);
    addInstitute();
    live.look();
    live.look();

    assertThat(live.problem()).isEmpty();
    assertThat(known(live)).containsExactly("vien-banh-da-nem-tho-ha");
  }

  @Test
  void doesNotStart_withAWrongFile() throws IOException {
    addUnit("Not an id");
    assertThatThrownBy(() -> new LiveTagger(Optional.of(folder), meters))
        .isInstanceOf(TableFault.class)
        .hasMessageContaining("units.tsv");
  }
}
