package vn.gdnn.newswire.publish.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.faces.Samples;
import vn.gdnn.newswire.publish.mongo.MongoStandings;
import vn.gdnn.newswire.publish.mongo.Store;
import vn.gdnn.newswire.publish.mongo.TestDatabase;

/**
 * Receivers that fail at random, any number of times, while who tells them is stopped, killed and
 * followed by another at random, sometimes with two at once: each receiver has, in the end, taken
 * every change at least once, and in order.
 */
class AnyFailureTest {

  private static final int CHANGES = 60;
  private static final int RECEIVERS = 3;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void nothingIsLost_andAllIsInOrder(long seed) throws Exception {
    Random random = new Random(seed);
    FakeNews news = new FakeNews();
    Standings standings = new MongoStandings(new Store(TestDatabase.fresh()));
    List<Receiver> receivers = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    settings.add("newswire.push.limits.connect=200ms");
    settings.add("newswire.push.limits.answer=200ms");
    settings.add("newswire.push.limits.whole=250ms");
    for (int i = 0; i < RECEIVERS; i++) {
      Receiver receiver = new Receiver(seed * 10 + i);
      receiver.behave(moody(new Random(seed * 100 + i)));
      receivers.add(receiver);
      settings.addAll(receiver.settings(i, "site-" + i, folder));
    }
    Thread newsroom = newsroom(news, new Random(seed + 1000));
    int stops = 0;
    PushInstance instance = start(news, standings, settings);
    try {
      while (newsroom.isAlive() || !receivers.stream().allMatch(AnyFailureTest::hasAll)) {
        LockSupport.parkNanos(Duration.ofMillis(100 + random.nextInt(500)).toNanos());
        PushInstance before = instance;
        switch (random.nextInt(4)) {
          case 0 -> {
            before.kill();
            instance = start(news, standings, settings);
            stops++;
          }
          case 1 -> {
            before.close();
            instance = start(news, standings, settings);
            stops++;
          }
          case 2 -> {
            // The next one begins while this one does not know of it yet.
            instance = start(news, standings, settings);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300)).toNanos());
            before.kill();
            stops++;
          }
          default -> {
            before.handOver();
            before.takeOver();
          }
        }
      }
      for (Receiver receiver : receivers) {
        List<Long> numbers = receiver.numbers();
        assertThat(WebhookTest.firsts(receiver.taken()))
            .as("taken, in order")
            .isEqualTo(LongStream.rangeClosed(1, CHANGES).boxed().toList());
        assertThat(numbers.size()).as("some failed").isGreaterThan(CHANGES);
      }
      assertThat(stops).isGreaterThan(2);
      PushInstance last = instance;
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> last.lag("site-0") == 0 && last.lag("site-2") == 0);
    } finally {
      instance.close();
      receivers.forEach(Receiver::close);
      newsroom.join();
    }
  }

  /** Takes most; else fails in some way, also after having taken it. */
  private static Receiver.Behaviour moody(Random random) {
    return delivery -> {
      int mood;
      synchronized (random) {
        mood = random.nextInt(20);
      }
      return switch (mood) {
        case 0 -> 500;
        case 1 -> 503;
        case 2 -> 429;
        case 3 -> 0;
        case 4 -> 307;
        case 5 -> {
          Thread.sleep(300);
          yield 500;
        }
        default -> 200;
      };
    };
  }

  private static boolean hasAll(Receiver receiver) {
    return receiver.taken().contains((long) CHANGES);
  }

  private static Thread newsroom(FakeNews news, Random random) {
    Thread thread =
        new Thread(
            () -> {
              for (int n = 1; n <= CHANGES; n++) {
                news.put(Samples.draft(n, "Bài " + n, "Nội dung").document());
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(60)).toNanos());
              }
            });
    thread.start();
    return thread;
  }

  private static PushInstance start(FakeNews news, Standings standings, List<String> settings) {
    return new PushInstance(news, standings, change -> List.of(), settings.toArray(String[]::new))
        .takeOver();
  }
}
