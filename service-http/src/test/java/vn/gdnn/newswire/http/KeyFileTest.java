package vn.gdnn.newswire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  @TempDir Path directory;

  @Test
  void withoutAFileNothingIsTheKey() {
    KeyFile key = new KeyFile(" ", "SOME_FILE");

    assertThat(key.key()).isEmpty();
    assertThat(key.holds("")).isFalse();
    assertThat(key.missing()).isEqualTo("SOME_FILE is not set.");
  }

  @Test
  void keyMayComeLater_beReplaced_andGo() throws Exception {
    Path file = directory.resolve("key");
    KeyFile key = new KeyFile(file.toString(), "SOME_FILE");
    assertThat(key.holds("one")).isFalse();
    assertThat(key.missing()).startsWith("The file that SOME_FILE names holds no key");

    Files.writeString(file, "one\n");
    assertThat(key.holds("one")).isTrue();
    assertThat(key.holds("one\n")).isFalse();

    Files.writeString(file, "second\n");
    assertThat(key.holds("one")).isFalse();
    assertThat(key.holds("second")).isTrue();

    Files.delete(file);
    assertThat(key.holds("second")).isFalse();
  }

  @Test
  void anEmptyFileOrOneThatIsNoKeyOpensNothing() throws Exception {
    Path file = directory.resolve("key");
    KeyFile key = new KeyFile(file.toString(), "SOME_FILE");

    Files.writeString(file, " \n");
    assertThat(key.holds("")).isFalse();

    String long4097 = "a".repeat(4097);
    Files.writeString(file, long4097);
    assertThat(key.holds(long4097)).isFalse();
    assertThat(new KeyFile(directory.toString(), "SOME_FILE").holds("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo", "one\r\nHost: x", "one two", "a\u0000b", "khoá"})
  void whatCanNotStandInAHeaderIsNoKey_andHealthSaysSo(String text) throws Exception {
    Path file = Files.writeString(directory.resolve("key"), text);
    KeyFile key = new KeyFile(file.toString(), "SOME_FILE");

    assertThat(key.key()).isEmpty();
    assertThat(key.holds(text)).isFalse();
    assertThat(key.missing())
        .isEqualTo(
            "The file that SOME_FILE names must hold one key on one line, of visible ASCII"
                + " characters; it holds something else.");

    Files.writeString(file, "one-of-another-length\n");
    assertThat(key.key()).contains("one-of-another-length");
    Files.delete(file);
    assertThat(key.key()).isEmpty();
    assertThat(key.missing()).endsWith("holds no key or can't be read.");
  }
}
