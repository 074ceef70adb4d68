package vn.gdnn.newswire.publish.push.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.publish.push.outbound.Answer.Result;

/** Servers that do all they can to keep us. */
class OutboundTest {

  private static final Limits LIMITS =
      new Limits(Duration.ofMillis(500), Duration.ofMillis(600), Duration.ofMillis(1000));

  private final Outbound outbound = new Outbound(LIMITS, "test", Clock.systemUTC());
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();
  private ServerSocket server;

  @AfterEach
  void stop() throws IOException {
    outbound.close();
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "204, DELIVERED",
    "299, DELIVERED",
    "301, FAILED",
    "307, FAILED",
    "400, REFUSED",
    "401, REFUSED",
    "404, REFUSED",
    "407, REFUSED",
    "408, LATER",
    "410, GONE",
    "422, REFUSED",
    "429, LATER",
    "500, FAILED",
    "503, FAILED",
    "999, FAILED",
  })
  void anAnswerCountsByItsStatus(int status, Result result) throws Exception {
    Destination elsewhere =
        serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    int before = connections.get();
    Destination to =
        serve(
            out ->
                write(
                    out,
                    "HTTP/1.1 "
                        + status
                        + " x\r\nContent-Length: 0\r\nLocation: "
                        + elsewhere.uri()
                        + "\r\nWWW-Authenticate: Basic realm=x\r\nProxy-Authenticate: Basic realm=x\r\n\r\n"));
    Answer answer = post(to);
    assertThat(answer.result()).isEqualTo(result);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(connections.get() - before).as("redirects followed, or asked again").isEqualTo(1);
  }

  @Test
  void whoNeverAnswersIsGivenUp() throws Exception {
    assertQuick(serve(out -> rest()), Result.TIMEOUT);
  }

  @Test
  void whoSendsALetterNowAndThenIsGivenUp() throws Exception {
    Destination to =
        serve(
            out -> {
              write(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
              trickle(out);
            });
    assertQuick(to, Result.TIMEOUT);
  }

  @Test
  void aBodyThatStallsHoldsNobody_itsStatusCounts() throws Exception {
    Destination to =
        serve(
            out -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
              rest();
            });
    assertQuick(to, Result.DELIVERED);
  }

  @Test
  void aBodyThatComesInDropsHoldsNobody_itsStatusCounts() throws Exception {
    Destination to =
        serve(
            out -> {
              write(out, "HTTP/1.1 503 x\r\nContent-Length: 100000\r\n\r\n");
              trickle(out);
            });
    assertQuick(to, Result.FAILED);
  }

  @Test
  void ofABodyWithoutEndOnlySomeIsRead() throws Exception {
    Destination to =
        serve(
            out -> {
              write(out, "HTTP/1.1 200 OK\r\n\r\n");
              byte[] much = new byte[64 * 1024];
              while (true) {
                out.write(much);
                written.addAndGet(much.length);
              }
            });
    assertQuick(to, Result.DELIVERED);
    // What stands in the buffers between us is not ours to bound.
    assertThat(written.get()).isLessThan(32 * 1024 * 1024);
  }

  @Test
  void headersWithoutEndAreGivenUp() throws Exception {
    Destination to =
        serve(
            out -> {
              write(out, "HTTP/1.1 200 OK\r\n");
              byte[] header =
                  ("X-More: " + "x".repeat(8000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
              while (true) {
                out.write(header);
                written.addAndGet(header.length);
              }
            });
    Answer answer = post(to);
    assertThat(answer.result()).isIn(Result.UNREACHABLE, Result.TIMEOUT);
    assertThat(written.get()).isLessThan(64 * 1024 * 1024);
  }

  @Test
  void aConnectionThatBreaksOrIsNotTakenIsNoAnswer() throws Exception {
    assertQuick(serve(out -> write(out, "HTTP/1.1 2")), Result.UNREACHABLE);
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server = closed;
    }
    String nobody = "http://127.0.0.1:" + server.getLocalPort() + "/";
    assertQuick(Destination.of("url", nobody, true), Result.UNREACHABLE);
  }

  @Test
  void whatIsNoHttpIsNoAnswer() throws Exception {
    Answer answer = post(serve(out -> write(out, "no HTTP at all\r\n\r\n")));
    // Java's client says so of some such answers only when their time is over.
    assertThat(answer.result()).isIn(Result.UNREACHABLE, Result.TIMEOUT);
    assertThat(answer.status()).isZero();
  }

  @Test
  void anAddressThatIsNotInTheOpenInternetIsNotEvenTried() throws Exception {
    Destination to = serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"}) {
      String address = "http://" + host + ":" + to.uri().getPort() + "/";
      Answer answer = post(Destination.of("url", address, false));
      assertThat(answer.result()).as(host).isEqualTo(Result.BLOCKED);
    }
    assertThat(connections.get()).isZero();
    assertThat(post(to).result()).isEqualTo(Result.DELIVERED);
  }

  @Test
  void aNameThatIsNotThereIsSaid() throws Exception {
    Answer answer = post(Destination.of("url", "http://nobody.invalid/", false));
    assertThat(answer.result()).isIn(Result.UNREACHABLE, Result.TIMEOUT);
    assertThat(answer.words()).contains("name");
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, 0",
    "999999999, 3600",
    "-5,",
    "soon,",
    "'Wed, 21 Oct 2099 07:28:00 GMT', 3600",
    "'Wed, 21 Oct 2015 07:28:00 GMT',",
  })
  void waitsAsAsked_atMostAnHour(String header, Long seconds) throws Exception {
    Destination to =
        serve(
            out ->
                write(
                    out,
                    "HTTP/1.1 429 x\r\nContent-Length: 0\r\nRetry-After: " + header + "\r\n\r\n"));
    Duration asked = post(to).retryAfter();
    assertThat(asked).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  private void assertQuick(Destination to, Result result) throws Exception {
    long begin = System.nanoTime();
    Answer answer = post(to);
    assertThat(answer.result()).isEqualTo(result);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isLessThan(LIMITS.whole().plusSeconds(2));
  }

  private Answer post(Destination to) throws InterruptedException {
    return outbound.post(
        to, Map.of("Content-Type", "text/plain"), "body".getBytes(StandardCharsets.UTF_8));
  }

  private interface Behaviour {
    void answer(OutputStream out) throws IOException;
  }

  /** Reads a request's head and some, then does as told, then closes. */
  private Destination serve(Behaviour behaviour) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ServerSocket accepting = server;
    Thread thread =
        new Thread(
            () -> {
              while (!accepting.isClosed()) {
                try (Socket socket = accepting.accept()) {
                  connections.incrementAndGet();
                  byte[] request = new byte[4096];
                  if (socket.getInputStream().read(request) > 0) {
                    behaviour.answer(socket.getOutputStream());
                  }
                } catch (IOException gone) {
                  // The other side gave up, as it should.
                  continue;
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return Destination.of("url", "http://127.0.0.1:" + server.getLocalPort() + "/hook", true);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void trickle(OutputStream out) throws IOException {
    while (true) {
      write(out, "x");
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static void rest() {
    LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
  }
}
