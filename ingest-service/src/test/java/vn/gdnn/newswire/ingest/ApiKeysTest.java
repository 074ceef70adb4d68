package vn.gdnn.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.http.KeyFile;
import vn.gdnn.newswire.ingest.access.ApiKey;
import vn.gdnn.newswire.ingest.access.ApiKeys;

class ApiKeysTest {

  @TempDir Path directory;

  @Test
  void withoutAFileNobodyGetsIn() {
    ApiKeys keys = new ApiKeys(new KeyFile("", "API_KEY_FILE"), "a");
    assertThat(keys.find("")).isEmpty();
    assertThat(keys.closedBecause()).contains("API_KEY_FILE is not set.");
  }

  @Test
  void theKeyInTheFileIsTheHolders_alsoWhenItComesLater() throws Exception {
    Path file = directory.resolve("key");
    ApiKeys keys = new ApiKeys(new KeyFile(file.toString(), "API_KEY_FILE"), "a");
    assertThat(keys.find("one")).isEmpty();
    assertThat(keys.closedBecause()).isPresent();

    Files.writeString(file, "one\n");
    assertThat(keys.find("one")).map(ApiKey::name).contains("a");
    assertThat(keys.find("another")).isEmpty();
    assertThat(keys.closedBecause()).isEmpty();
  }

  @Test
  void keySpeaksForItsSourcesOnly() {
    assertThat(new ApiKey("a", List.of("a", "b")).speaksFor("b")).isTrue();
    assertThat(new ApiKey("a", List.of("a", "b")).speaksFor("c")).isFalse();
    assertThat(new ApiKey("a", List.of(ApiKey.ALL_SOURCES)).speaksFor("c")).isTrue();
  }
}
