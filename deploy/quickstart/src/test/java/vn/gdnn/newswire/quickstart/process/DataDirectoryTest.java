package vn.gdnn.newswire.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path directory;

  @Test
  void keys_areMadeOnce_andReadableByTheirOwnerOnly() throws Exception {
    Path data = directory.resolve("new/data");
    DataDirectory.open(data).close();
    String key = Files.readString(data.resolve("api-key"));
    String internal = Files.readString(data.resolve("internal-key"));
    assertThat(key).matches("[0-9a-f]{48}").isNotEqualTo(internal);
    assertThat(internal).matches("[0-9a-f]{48}");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("api-key"))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("internal-key"))))
        .isEqualTo("rw-------");

    DataDirectory.open(data).close();
    assertThat(DataDirectory.apiKey(data)).contains(key);
  }

  @Test
  void secondOneAtATime_isRefusedInOneSentence_untilTheFirstIsGone() {
    DataDirectory first = DataDirectory.open(directory);
    assertThatThrownBy(() -> DataDirectory.open(directory))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Another ./gdnn up is running on " + directory);
    first.close();
    DataDirectory.open(directory).close();
  }

  @Test
  void directoryThatCannotBe_isRefusedInOneSentence() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("can't be used")
        .hasMessageContaining("--data");
    assertThatThrownBy(() -> DataDirectory.open(file)).isInstanceOf(Refusal.class);
  }

  @Test
  void addresses_standThereWhileItRuns_andTellOfARunThatWasKilled() {
    DataDirectory running = DataDirectory.open(directory);
    assertThat(running.stoppedInOrder()).isTrue();
    running.writeAddresses("{}");
    assertThat(DataDirectory.addresses(directory)).contains("{}");
    running.close();
    assertThat(DataDirectory.addresses(directory)).isEmpty();
  }
}
