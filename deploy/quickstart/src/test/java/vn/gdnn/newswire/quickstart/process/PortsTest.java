package vn.gdnn.newswire.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void takenPort_isOneSentence_withPortAndSetting() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> Ports.mustBeFree(Map.of("INGEST_PORT", taken.getLocalPort()), Duration.ZERO))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "Port %d on 127.0.0.1 is taken: stop what listens there, or set INGEST_PORT to another port."
                  .formatted(taken.getLocalPort()));
      assertThat(Ports.listens(taken.getLocalPort())).isTrue();
    }
  }

  @Test
  void portThatBecomesFree_isWaitedFor() throws Exception {
    ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = taken.getLocalPort();
    Thread letGo =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
                taken.close();
              } catch (Exception unlikely) {
                throw new IllegalStateException(unlikely);
              }
            });
    letGo.start();
    Ports.mustBeFree(Map.of("INGEST_PORT", port), Duration.ofSeconds(10));
    letGo.join();
    assertThat(Ports.isFree(port)).isTrue();
  }
}
