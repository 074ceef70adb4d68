package vn.gdnn.newswire.publish.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site that receives webhooks. It does what the README tells such a site to do: checks time and
 * signature over the bytes as they came, and takes nothing else.
 */
public final class Receiver implements AutoCloseable {

  private static final int TOLERANCE = 300;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final byte[] secret = new byte[32];
  private final List<Delivery> received = new ArrayList<>();
  private final List<Integer> statuses = new ArrayList<>();
  private volatile Behaviour behaviour = delivery -> 204;
  private volatile String retryAfter = "";

  /**
   * What came.
   *
   * @param number of the change, as its id has it
   */
  public record Delivery(String id, long number, String body, String signatures) {}

  /** What is answered; 0: the connection is cut. */
  public interface Behaviour {
    int status(Delivery delivery) throws InterruptedException;
  }

  public Receiver(long seed) {
    new Random(seed).nextBytes(secret);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=s3cret";
  }

  /** A file with its secret. */
  public Path secretFile(Path folder) {
    try {
      return Files.writeString(
          folder.resolve("secret-" + server.getAddress().getPort()), secret() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(secret);
  }

  /** The settings of it as the receiver at that place of the list. */
  public List<String> settings(int place, String name, Path folder) {
    String prefix = "newswire.push.receivers[" + place + "].";
    return List.of(
        prefix + "name=" + name,
        prefix + "url=" + url(),
        prefix + "secret-file=" + secretFile(folder),
        prefix + "from=start",
        prefix + "private-address=true");
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  public void retryAfter(String value) {
    retryAfter = value;
  }

  /** Numbers of the changes it took, in the order of the answers. */
  public synchronized List<Long> taken() {
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < received.size(); i++) {
      if (statuses.get(i) / 100 == 2) {
        taken.add(received.get(i).number());
      }
    }
    return taken;
  }

  /** Numbers of the changes that came, taken or not. */
  public synchronized List<Long> numbers() {
    return received.stream().map(Delivery::number).toList();
  }

  public synchronized List<Delivery> received() {
    return List.copyOf(received);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
      String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
      if (!isSigned(id, time, signatures, body)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      JsonNode change = JsonMapper.shared().readTree(body);
      String cursor =
          new String(
              Base64.getUrlDecoder().decode(change.get("cursor").asString()),
              StandardCharsets.US_ASCII);
      long number = Long.parseLong(id.substring(id.lastIndexOf('_') + 1));
      if (!cursor.equals("c1 1 " + number)) {
        throw new AssertionError(cursor + " is not " + id);
      }
      Delivery delivery =
          new Delivery(id, number, new String(body, StandardCharsets.UTF_8), signatures);
      int status = behaviour.status(delivery);
      synchronized (this) {
        received.add(delivery);
        statuses.add(status);
      }
      if (status > 0) {
        if (!retryAfter.isEmpty()) {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        if (status / 100 == 3) {
          exchange.getResponseHeaders().set("Location", url());
        }
        exchange.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isSigned(String id, String time, String signatures, byte[] body) {
    long age = Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(time));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      byte[] expected =
          ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)))
              .getBytes(StandardCharsets.US_ASCII);
      for (String signature : signatures.split(" ")) {
        if (age <= TOLERANCE
            && MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII), expected)) {
          return true;
        }
      }
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
