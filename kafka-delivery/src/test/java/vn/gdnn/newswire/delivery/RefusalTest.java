package vn.gdnn.newswire.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.delivery.topic.Topics;

/** The whole process ends when a topic is wrong. */
class RefusalTest {

  @Test
  void theProcessEndsWithCode1AndOneSentence(@TempDir Path folder) throws Exception {
    RealBroker.broker()
        .addTopics(
            new NewTopic(Topics.DRAFTS, 5, (short) 1)
                .configs(Map.of("retention.ms", "2592000000", "max.message.bytes", "2097152")));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DeskService.class.getName(),
                "--KAFKA_BOOTSTRAP_SERVERS=" + RealBroker.address(),
                "--newswire.delivery.service=drafts-service",
                "--TOPIC_PARTITIONS=2",
                "--desk.topic=" + Topics.DRAFTS)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(output, StandardCharsets.UTF_8))
        .contains("Refusing to start: topic drafts.v1 has 5 partition(s) and must have 2")
        .doesNotContain("Exception");
  }
}
