package vn.gdnn.newswire.quickstart.instances;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site that mirrors us: it keeps a cursor, and each article as it was when it looked. It is cut
 * off anywhere, by itself or because an instance is killed under it, and goes on at any of them.
 */
final class Follower {

  private static final int LONGEST_VISIT_BYTES = 6_000;

  private final List<Site> sites;
  private final Random random;
  private final boolean listens;
  private final boolean asks;
  private final Map<String, String> mirror = new HashMap<>();
  private final List<String> cursors = new ArrayList<>();
  private final Set<Integer> portsUsed = new HashSet<>();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private volatile String cursor;
  private int cuts;

  Follower(List<Site> sites, Random random, boolean listens, boolean asks) {
    this.sites = sites;
    this.random = random;
    this.listens = listens;
    this.asks = asks;
  }

  /** The cursor it has come to; null before the first change. */
  String cursor() {
    return cursor;
  }

  /** The cursors of the changes that it took, in the order they came. */
  List<String> cursors() {
    return cursors;
  }

  /** What it holds: the published articles by id, as the API gave them. */
  Map<String, String> mirror() {
    return mirror;
  }

  /** How often it was cut off. */
  int cuts() {
    return cuts;
  }

  /** How many instances it has heard. */
  int sitesUsed() {
    return portsUsed.size();
  }

  void close() {
    open.set(false);
  }

  /** Follows until it is closed. */
  void follow() {
    while (open.get()) {
      Site site = sites.get(random.nextInt(sites.size()));
      try {
        if (listens && (!asks || random.nextBoolean())) {
          listen(site);
        } else {
          ask(site);
        }
      } catch (IOException cutOff) {
        cuts++;
      }
    }
  }

  /** Listens until so many bytes have come, which may be in the middle of a letter. */
  private void listen(Site site) throws IOException {
    int most = 20 + random.nextInt(LONGEST_VISIT_BYTES);
    try (InputStream stream = site.open("/api/changes/stream", Optional.ofNullable(cursor))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      List<String> event = new ArrayList<>();
      for (int i = 0; i < most && open.get(); i++) {
        int next = stream.read();
        if (next < 0) {
          break;
        }
        if (next != '\n') {
          line.write(next);
        } else if (line.size() > 0) {
          event.add(line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else {
          for (String part : event) {
            if (part.startsWith("data: ")) {
              take(site, new JsonMapper().readTree(part.substring("data: ".length())));
            }
          }
          event.clear();
        }
      }
    }
    cuts++;
  }

  /** Asks for some; now and then the answer is lost. */
  private void ask(Site site) throws IOException {
    String since = cursor == null ? "" : "&since=" + cursor;
    Site.Answer answer =
        answer(site, "/api/changes?wait=2&limit=" + (1 + random.nextInt(9)) + since);
    if (random.nextInt(4) == 0) {
      cuts++;
      return;
    }
    for (JsonNode change : answer.json().path("changes")) {
      take(site, change);
    }
  }

  private void take(Site site, JsonNode change) throws IOException {
    String id = change.path("id").asString("");
    Site.Answer article = answer(site, "/api/articles/" + id);
    if (article.status() == 200) {
      mirror.put(id, article.body());
    } else {
      mirror.remove(id);
    }
    // Only now: had it been cut off before, it would have to ask again.
    portsUsed.add(site.port());
    cursors.add(change.path("cursor").asString(""));
    cursor = change.path("cursor").asString("");
  }

  private static Site.Answer answer(Site site, String path) throws IOException {
    return site.get(path).orElseThrow(() -> new IOException("cut off at " + path));
  }
}
