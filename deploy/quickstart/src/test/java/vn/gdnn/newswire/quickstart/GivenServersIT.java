package vn.gdnn.newswire.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gdnn.newswire.events.ArticleIds;
import vn.gdnn.newswire.quickstart.client.IngestClient;
import vn.gdnn.newswire.quickstart.process.Ports;
import vn.gdnn.newswire.quickstart.process.TestChild;

/** {@code up --kafka --mongodb}: on servers that somebody else runs, and leaves running. */
@SuppressWarnings("try") // Some children are only there to be talked to.
class GivenServersIT {

  @TempDir Path directory;

  @Test
  void worksOnThem_waitsForThem_andLeavesThemRunning() throws Exception {
    int brokerPort = Ports.free();
    int storePort = Ports.free();
    RunningNewswire newswire =
        new RunningNewswire(
            directory.resolve("data"),
            "--kafka",
            "127.0.0.1:" + brokerPort,
            "--mongodb",
            "mongodb://127.0.0.1:%d/newswire".formatted(storePort));
    try (TestChild broker = broker(brokerPort)) {
      newswire.launch();
      String sentence = "MongoDB at 127.0.0.1:%d does not answer; waiting".formatted(storePort);
      // Long: after a build the first start prepares the later ones.
      await()
          .atMost(Duration.ofMinutes(4))
          .failFast("up has ended", () -> !newswire.isRunning())
          .until(() -> newswire.said().contains(sentence));
      try (TestChild store = store(storePort)) {
        newswire.awaitReady();
        assertThat(newswire.children()).as("services alone").isEqualTo(3);
        Map<String, String> before = feedsWithBothSeeds(newswire);

        assertThat(newswire.stop()).isEqualTo(Gdnn.DONE);
        assertThat(Ports.isFree(brokerPort) || Ports.isFree(storePort)).isFalse();
        newswire.up();
        assertThat(feedsWithBothSeeds(newswire)).isEqualTo(before);
      }
    } finally {
      newswire.close();
    }
  }

  private static Map<String, String> feedsWithBothSeeds(RunningNewswire newswire) {
    Map<String, String> feeds = new LinkedHashMap<>();
    for (String path : new String[] {"/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json"}) {
      String feed = newswire.get(path).body();
      for (String seed : new String[] {"000.txt", "003.txt"}) {
        String id = "urn:uuid:" + ArticleIds.of(IngestClient.SOURCE, seed);
        assertThat(FeedItem.in(path, feed, id).text()).as(path).contains("Tổng cục");
      }
      feeds.put(path, feed);
    }
    return feeds;
  }

  private TestChild broker(int port) {
    return TestChild.broker(directory, port);
  }

  private TestChild store(int port) {
    return TestChild.store(directory, port);
  }
}
