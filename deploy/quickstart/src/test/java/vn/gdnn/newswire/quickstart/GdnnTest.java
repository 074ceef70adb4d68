package vn.gdnn.newswire.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.quickstart.process.DataDirectory;

class GdnnTest {

  @TempDir Path directory;
  private final TestTerminal terminal = new TestTerminal();

  private int gdnn(String line) {
    return terminal.run(
        Map.of("GDNN_DATA", directory.resolve("data").toString()), directory, line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "submit",
        "status",
        "withdraw 6d3c1f0e-5b7a-4c2e-9f41-0a8e7d2b9c55",
        "up --fast",
        "up --kafka 127.0.0.1",
        "up --mongodb 127.0.0.1:27017"
      })
  void wrongUsage_exitsWith2_andTouchesNothing(String line) {
    assertThat(gdnn(line)).isEqualTo(Gdnn.WRONG_USAGE);
    assertThat(terminal.results()).isEmpty();
    assertThat(terminal.people()).isNotBlank();
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void noCommand_saysWhatThereIs() {
    assertThat(terminal.run(Map.of(), directory)).isEqualTo(Gdnn.WRONG_USAGE);
    assertThat(terminal.people()).contains("up, submit, status, withdraw");
  }

  @Test
  void help_isAResult() {
    assertThat(gdnn("--help")).isEqualTo(Gdnn.DONE);
    assertThat(terminal.results())
        .contains("up", "submit", "status", "withdraw", "--data")
        .doesNotContain("prepare");
  }

  @Test
  void submit_withoutANewswire_isOneSentenceWithWhatToDo() throws Exception {
    Path draft = Files.writeString(directory.resolve("draft.txt"), "Tiêu đề\n\nNội dung");
    assertThat(terminal.run(Map.of(), directory, "submit", draft.toString()))
        .isEqualTo(Gdnn.REFUSED);
    assertThat(terminal.people()).contains("./gdnn up").hasLineCount(1);
  }

  @Test
  void submit_whenNobodyListens_saysSoAtOnce() throws Exception {
    Path draft = Files.writeString(directory.resolve("draft.txt"), "Tiêu đề\n\nNội dung");
    Path data = directory.resolve("data");
    DataDirectory.open(data).close();
    Map<String, String> environment =
        Map.of("INGEST_PORT", String.valueOf(vn.gdnn.newswire.quickstart.process.Ports.free()));
    assertThat(
            terminal.run(
                environment, directory, "submit", "--data", data.toString(), draft.toString()))
        .isEqualTo(Gdnn.REFUSED);
    assertThat(terminal.people())
        .contains("No newswire answers at http://127.0.0.1:")
        .hasLineCount(1);
  }

  @Test
  void submit_ofTwoFilesWithOneName_sendsNothing() throws Exception {
    Path one =
        Files.writeString(
            Files.createDirectories(directory.resolve("a")).resolve("000.txt"), "một");
    Path two =
        Files.writeString(
            Files.createDirectories(directory.resolve("b")).resolve("000.txt"), "hai");
    assertThat(terminal.run(Map.of(), directory, "submit", one.toString(), two.toString()))
        .isEqualTo(Gdnn.REFUSED);
    assertThat(terminal.people())
        .contains("would be one article", "Nothing was sent")
        .hasLineCount(1);
  }

  @Test
  void dataDirectory_isAnOption_elseAVariable_elseInTheCheckout() {
    terminal.run(Map.of(), directory, "status", "x");
    terminal.run(Map.of("GDNN_DATA", "/given/by/variable"), directory, "status", "x");
    terminal.run(
        Map.of("GDNN_DATA", "/given/by/variable"),
        directory,
        "status",
        "x",
        "--data",
        "/given/by/option");
    assertThat(terminal.people().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains(directory.resolve(".gdnn").toString()),
            second -> assertThat(second).contains("/given/by/variable"),
            third -> assertThat(third).contains("/given/by/option"));
  }
}
