package vn.gdnn.newswire.quickstart.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** TCP ports on 127.0.0.1. */
public final class Ports {

  private static final int CONNECT_MILLIS = 500;

  private Ports() {}

  /** A port that nobody listens on now. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new Refusal("No port on 127.0.0.1 is free: stop something and try again.", none);
    }
  }

  /**
   * Refuses when one of the ports is taken.
   *
   * @param wanted the setting that names each port, and the port
   * @param patience how long to wait for ports to become free: processes of a killed run give them
   *     back within moments
   */
  static void mustBeFree(Map<String, Integer> wanted, Duration patience) {
    Instant end = Instant.now().plus(patience);
    wanted.forEach(
        (setting, port) -> {
          while (!isFree(port)) {
            if (Instant.now().isAfter(end)) {
              throw new Refusal(
                  "Port %d on 127.0.0.1 is taken: stop what listens there, or set %s to another port."
                      .formatted(port, setting));
            }
            Pause.millis(100);
          }
        });
  }

  /** Whether nobody listens on it now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Only a listener is in the way, not a connection that has just been closed.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
