package vn.gdnn.newswire.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenServerTest {

  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mongodb://db.example/newswire                        | db.example:27017
          mongodb://db.example:27018                           | db.example:27018
          mongodb://ban:m%40t@a.example,b.example:1/?w=majority | a.example:27017 b.example:1
          mongodb://ban:p@ss@a.example/newswire                | a.example:27017
          mongodb://[::1]:27018/newswire                       | [::1]:27018
          mongodb+srv://db.example/newswire                    | ''
          """)
  void hostsOfAUri_areFound_andNothingElse(String uri, String addresses) {
    assertThat(String.join(" ", GivenServer.mongodb(uri).addresses())).isEqualTo(addresses);
  }

  @Test
  void serverThatComesLater_isWaitedFor_andThatIsSaid() throws Exception {
    int port = Ports.free();
    GivenServer server = GivenServer.kafka("127.0.0.1:" + port);
    try (ServerSocket socket = new ServerSocket()) {
      CompletableFuture<Void> answered =
          CompletableFuture.runAsync(
              () ->
                  server.awaitAnswer(
                      Duration.ofSeconds(30),
                      sentence -> {
                        said.add(sentence);
                        listen(socket, port);
                      }));
      assertThat(answered).succeedsWithin(Duration.ofSeconds(20));
    }
    assertThat(said)
        .containsExactly(
            "Kafka at 127.0.0.1:%d does not answer; waiting for it up to 30 s …".formatted(port));
  }

  private static void listen(ServerSocket socket, int port) {
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (java.io.IOException taken) {
      throw new java.io.UncheckedIOException(taken);
    }
  }

  @Test
  void oneOfSeveralIsEnough() throws Exception {
    try (ServerSocket socket = new ServerSocket()) {
      int port = Ports.free();
      listen(socket, port);
      GivenServer.kafka("127.0.0.1:%d,127.0.0.1:%d".formatted(Ports.free(), port))
          .awaitAnswer(Duration.ZERO, said::add);
    }
    assertThat(said).isEmpty();
  }

  @Test
  void wrongAddress_isRefusedByName_withoutThePassword() {
    int port = Ports.free();
    GivenServer server = GivenServer.mongodb("mongodb://ban:secret@127.0.0.1:%d/x".formatted(port));
    assertThatThrownBy(() -> server.awaitAnswer(Duration.ZERO, said::add))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "MongoDB at 127.0.0.1:%d does not answer: start it, or give its right address with"
                + " --mongodb.",
            port);
  }

  @Test
  void unknownHost_isRefusedAtOnce() {
    GivenServer server = GivenServer.kafka("no-such-host.invalid:9092");
    assertThatThrownBy(() -> server.awaitAnswer(Duration.ofMinutes(5), said::add))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "No host is known by the name in --kafka (no-such-host.invalid:9092): correct it.");
  }
}
