package vn.gdnn.newswire.quickstart.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kafka or a MongoDB that somebody else runs, and that {@code up} is told to use.
 *
 * @param name what it is
 * @param option where its address was given
 * @param addresses where it may answer, {@code host:port}; one is enough. None when they can't be
 *     told from what was given
 */
record GivenServer(String name, String option, List<String> addresses) {

  private static final Pattern MONGODB_HOSTS = Pattern.compile("mongodb://(?:[^/?]*@)?([^/?]+).*");
  private static final int MONGODB_PORT = 27017;
  private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?(.+?)]?:(\\d{1,5})");
  private static final int CONNECT_MILLIS = 2_000;
  private static final int LOOK_MILLIS = 500;

  GivenServer {
    addresses = List.copyOf(addresses);
  }

  /**
   * A Kafka.
   *
   * @param brokers {@code host:port}, several divided by commas
   */
  static GivenServer kafka(String brokers) {
    return new GivenServer("Kafka", "--kafka", List.of(brokers.split(",")));
  }

  /**
   * A MongoDB. Of its URI only the hosts are kept: user and password are nothing to be told.
   *
   * @param uri {@code mongodb://…}; hosts behind {@code mongodb+srv://} are left to the driver
   */
  static GivenServer mongodb(String uri) {
    List<String> addresses = new ArrayList<>();
    Matcher hosts = MONGODB_HOSTS.matcher(uri);
    if (hosts.matches()) {
      for (String host : hosts.group(1).split(",")) {
        addresses.add(HOST_AND_PORT.matcher(host).matches() ? host : host + ":" + MONGODB_PORT);
      }
    }
    return new GivenServer("MongoDB", "--mongodb", addresses);
  }

  /**
   * Waits until it takes connections; it may be starting as well.
   *
   * @param say is told, once, that it does not answer yet
   * @throws Refusal when it does not within the patience, or no host is known by that name
   */
  void awaitAnswer(Duration patience, Consumer<String> say) {
    if (addresses.isEmpty()) {
      return;
    }
    Instant end = Instant.now().plus(patience);
    boolean said = false;
    while (!answers()) {
      String where = "%s at %s".formatted(name, String.join(",", addresses));
      if (Instant.now().isAfter(end)) {
        throw new Refusal(
            "%s does not answer: start it, or give its right address with %s."
                .formatted(where, option));
      }
      if (!said) {
        say.accept(
            "%s does not answer; waiting for it up to %d s …"
                .formatted(where, patience.toSeconds()));
        said = true;
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private boolean answers() {
    List<InetSocketAddress> known =
        addresses.stream().map(GivenServer::resolve).filter(each -> !each.isUnresolved()).toList();
    if (known.isEmpty()) {
      throw new Refusal(
          "No host is known by the name in %s (%s): correct it."
              .formatted(option, String.join(",", addresses)));
    }
    return known.stream().anyMatch(GivenServer::listens);
  }

  private static InetSocketAddress resolve(String address) {
    Matcher parts = HOST_AND_PORT.matcher(address);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new Refusal("\"%s\" is no HOST:PORT: correct it.".formatted(address));
    }
    return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  private static boolean listens(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
