package vn.gdnn.newswire.publish.push.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretsTest {

  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIME = 1614265330;

  /** The vector that Standard Webhooks' own libraries are tested with. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

  @TempDir private Path folder;
  private Path file;
  private SigningSecrets secrets;

  @BeforeEach
  void name() {
    file = folder.resolve("secret");
    secrets = new SigningSecrets("tinh-a", file.toString());
  }

  @Test
  void signsAsStandardWebhooksSays() throws Exception {
    Files.writeString(file, SECRET + "\n");
    assertThat(secrets.sign(ID, TIME, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void twoSecretsGiveTwoSignatures_oneAgainWhenOneIsTakenOut() throws Exception {
    Files.writeString(file, OTHER + "\n\n  " + SECRET + "\n");
    String both = secrets.sign(ID, TIME, BODY);
    assertThat(both.split(" ")).hasSize(2).doesNotHaveDuplicates().contains(SIGNATURE);
    Files.writeString(file, OTHER);
    assertThat(secrets.sign(ID, TIME, BODY)).isEqualTo(both.split(" ")[0]);
  }

  @Test
  void aFileMayComeLater() throws Exception {
    assertThatThrownBy(() -> secrets.sign(ID, TIME, BODY)).hasMessageContaining("holds no key");
    Files.writeString(file, SECRET);
    assertThat(secrets.sign(ID, TIME, BODY)).isEqualTo(SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_c2hvcnQ=",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS%",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      })
  void saysWhichLineIsWrong_withoutSayingWhatItHolds(String wrong) throws IOException {
    Files.writeString(file, SECRET + "\n" + wrong);
    assertThatThrownBy(() -> secrets.sign(ID, TIME, BODY))
        .hasMessageContaining("Line 2")
        .hasMessageNotContaining("MfKQ9r8")
        .hasMessageNotContaining("c2hvcnQ");
  }
}
