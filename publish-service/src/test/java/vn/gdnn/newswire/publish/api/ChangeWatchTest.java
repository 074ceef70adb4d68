package vn.gdnn.newswire.publish.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.gdnn.newswire.publish.faces.FakeNews;
import vn.gdnn.newswire.publish.reading.Change;

/** A store that doesn't answer holds up nobody but the one who asks it. */
@Timeout(30)
class ChangeWatchTest {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answers = new CountDownLatch(1);

  private final FakeNews hanging =
      new FakeNews() {
        @Override
        public List<Change> newestChanges(int most) {
          asked.countDown();
          try {
            answers.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return super.newestChanges(most);
        }
      };

  @Test
  void othersComeGoAndWaitTheirTime_whileTheStoreHangs() throws Exception {
    ChangeWatch watch = new ChangeWatch(hanging, new SimpleMeterRegistry(), 3);
    ExecutorService readers = Executors.newCachedThreadPool();
    try (ChangeWatch.Place first = watch.enter().orElseThrow();
        ChangeWatch.Place second = watch.enter().orElseThrow()) {
      Future<?> asking = readers.submit(() -> awaited(first, Duration.ofMinutes(1)));
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

      readers.submit(() -> awaited(second, Duration.ofMillis(50))).get(10, TimeUnit.SECONDS);
      watch.enter().orElseThrow().close();
      watch.close();
      assertThat(second.isOpen()).isFalse();

      answers.countDown();
      await().until(asking::isDone);
    } finally {
      readers.shutdownNow();
    }
  }

  private static Object awaited(ChangeWatch.Place place, Duration atMost)
      throws InterruptedException {
    place.await(0, atMost);
    return place;
  }
}
