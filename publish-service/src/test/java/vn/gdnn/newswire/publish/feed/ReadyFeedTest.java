package vn.gdnn.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.publish.faces.FacesServer;
import vn.gdnn.newswire.publish.faces.Samples;

/**
 * Feeds that are at hand are answered before any servlet. What a reader gets must not tell. Over
 * plain sockets, so that all that goes over the wire is seen.
 */
class ReadyFeedTest {

  private static FacesServer server;

  @BeforeAll
  static void start() {
    server = new FacesServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void oneArticle() {
    server.news().clear();
    server.bean(Feeds.class).forget();
    server.news().put(Samples.announcement(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /feeds/all.rss | |",
        "GET | /feeds/all.atom?site=a.example | Accept-Encoding: gzip |",
        "HEAD | /feeds/all.json | |",
        "HEAD | /feeds/all.json | Accept-Encoding: gzip |",
        "GET | /feeds/all.atom | If-None-Match: * |",
        "HEAD | /feeds/all.atom | If-None-Match: * | Accept-Encoding: gzip",
        "GET | /feeds/all.rss | If-None-Match: \"other\" |",
        "GET | /feeds/all.rss | If-Modified-Since: Sat, 02 Mar 2024 02:01:00 GMT |",
        "GET | /feeds/all.rss | if-modified-since: Sun, 03 Mar 2024 02:01:00 GMT |",
        "GET | /feeds/all/archive/1.rss | ACCEPT-ENCODING: x, gzip;q=0 |",
        "GET | /feeds/changes.atom | Accept-Encoding: br | Accept-Encoding: gzip;q=0.5",
      })
  void answersAsTheUsualWayDoes(String method, String path, String first, String second)
      throws Exception {
    String[] headers =
        List.of(first == null ? "" : first, second == null ? "" : second).stream()
            .filter(header -> !header.isEmpty())
            .toArray(String[]::new);
    server.news().setForgetful(true);
    Answer usual = ask(method, path, headers);
    Answer usualAgain = ask(method, path, headers);
    int before = server.news().asked();
    server.news().setForgetful(false);
    Answer ready = ask(method, path, headers);
    assertThat(server.news().asked()).as("reads for the answer at hand").isEqualTo(before);
    assertThat(usual.status()).isIn(200, 304);
    assertThat(usualAgain).isEqualTo(usual);
    assertThat(ready).isEqualTo(usual);
    assertThat(ready.headers()).containsKeys("etag", "vary", "content-security-policy");
    assertThat(ready.body().isEmpty()).isEqualTo(method.equals("HEAD") || usual.status() == 304);
  }

  @Test
  void seesAChangeAtOnce() throws Exception {
    Answer before = ask("GET", "/feeds/all.rss");
    assertThat(ask("GET", "/feeds/all.rss")).isEqualTo(before);
    server.news().put(Samples.announcement(2));
    Answer after = ask("GET", "/feeds/all.rss", "If-None-Match: " + before.headers().get("etag"));
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.body()).contains("urn:uuid:" + Samples.id(2));
  }

  @Test
  void servesWhatItServedLast_andSaysSo_whileTheStoreIsAway() throws Exception {
    Answer before = ask("GET", "/feeds/all.rss");
    double lastGood = count("last-good");
    server.news().setAway(true);
    Answer after = ask("GET", "/feeds/all.rss");
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(after.headers().get("cache-status")).contains("STORE_UNAVAILABLE");
    assertThat(count("last-good") - lastGood).isEqualTo(1);
  }

  @Test
  void countsEachRequestOnce_andTellsWhoNotesReaders() throws Exception {
    double rendered = count("rendered");
    double kept = count("kept");
    server.told().clear();
    ask("GET", "/feeds/all.rss?site=a");
    ask("GET", "/feeds/all.rss?site=b", "User-Agent: first");
    String tag = ask("HEAD", "/feeds/all.rss?site=c").headers().get("etag");
    ask("GET", "/feeds/all.rss?site=d", "If-None-Match: " + tag);
    server.news().setForgetful(true);
    ask("GET", "/feeds/all.rss?site=e", "If-None-Match: " + tag);
    assertThat(count("rendered") - rendered).isEqualTo(1);
    assertThat(count("kept") - kept).isEqualTo(4);
    // It is told once an answer is out, so the next one may come before.
    await()
        .untilAsserted(
            () ->
                assertThat(server.told())
                    .containsExactlyInAnyOrder(
                        "all.rss site=a null",
                        "all.rss site=b null",
                        "all.rss site=c null",
                        "all.rss site=d " + tag,
                        "all.rss site=e " + tag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/none.rss",
        "/feeds/",
        "/feeds/all.rss/",
        "/feeds/people/%E1%BA%A3.rss",
        "/feeds/../feeds/all.rss;x=1",
        "/api/articles?limit=0",
        "/nothing",
      })
  void allElseGoesTheUsualWay(String path) throws Exception {
    ask("GET", "/feeds/all.rss");
    assertThat(ask("GET", path).status()).isIn(200, 400, 404);
    assertThat(ask("POST", "/feeds/all.rss").status()).isEqualTo(405);
  }

  @Test
  void aReaderThatTakesNothingHoldsUpNobody() throws Exception {
    for (int i = 2; i <= 40; i++) {
      server
          .news()
          .put(
              Samples.draft(i, "Bài " + i, "Chữ " + i + " ".repeat(3) + "x".repeat(50_000))
                  .document());
    }
    Answer feed = ask("GET", "/feeds/all.rss");
    assertThat(feed.body().length()).isGreaterThan(1_000_000);
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Socket socket = open();
        idle.add(socket);
        for (int j = 0; j < 5; j++) {
          send(socket, "GET", "/feeds/all.rss");
        }
      }
      assertThat(ask("GET", "/feeds/all.rss")).isEqualTo(feed);
      assertThat(ask("GET", "/feeds/all.rss", "If-None-Match: *").status()).isEqualTo(304);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  private static double count(String outcome) {
    return server
        .meters()
        .counter("articles.feed.requests", "format", "rss", "outcome", outcome)
        .count();
  }

  private static Socket open() throws Exception {
    URI address = server.address("/");
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static void send(Socket socket, String method, String path, String... headers)
      throws Exception {
    String request =
        method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("", lines(headers)) + "\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static List<String> lines(String... headers) {
    return List.of(headers).stream().map(header -> header + "\r\n").toList();
  }

  private static Answer ask(String method, String path, String... headers) throws Exception {
    try (Socket socket = open()) {
      List<String> all = new ArrayList<>(List.of(headers));
      all.add("Connection: close");
      send(socket, method, path, all.toArray(String[]::new));
      InputStream in = socket.getInputStream();
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      String[] lines = text.substring(0, end).split("\r\n");
      Map<String, String> found = new LinkedHashMap<>();
      for (int i = 1; i < lines.length; i++) {
        String[] parts = lines[i].split(": ", 2);
        found.merge(
            parts[0].toLowerCase(Locale.ROOT), parts[1].replace(" ", ""), (a, b) -> a + "|" + b);
      }
      found.remove("date");
      return new Answer(Integer.parseInt(lines[0].split(" ")[1]), found, text.substring(end + 4));
    }
  }

  private record Answer(int status, Map<String, String> headers, String body) {}
}
