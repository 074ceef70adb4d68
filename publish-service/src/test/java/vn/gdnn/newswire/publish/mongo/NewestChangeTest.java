package vn.gdnn.newswire.publish.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.publish.reading.News;
import vn.gdnn.newswire.publish.reading.NewsUnavailable;

class NewestChangeTest {

  private final AtomicLong number = new AtomicLong(7);
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final ExecutorService others = Executors.newCachedThreadPool();
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private volatile CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean away;
  private final NewestChange newest = new NewestChange(this::read, written::get, nanos::get);

  private long read() {
    asked.incrementAndGet();
    long found = number.get();
    begun.countDown();
    try {
      slow.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (away) {
      throw new NewsUnavailable(new IllegalStateException("away"));
    }
    return found;
  }

  private void later(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @AfterEach
  void end() {
    slow.countDown();
    others.shutdownNow();
  }

  @Test
  void asksTheStoreOnceInAWhile() {
    assertThat(newest.known()).isEqualTo(News.NOT_KNOWN);
    assertThat(newest.number()).isEqualTo(7);
    number.set(8);
    later(99);
    assertThat(newest.known()).isEqualTo(7);
    assertThat(newest.number()).isEqualTo(7);
    assertThat(asked).hasValue(1);
    later(1);
    assertThat(newest.known()).isEqualTo(News.NOT_KNOWN);
    assertThat(newest.number()).isEqualTo(8);
    assertThat(newest.known()).isEqualTo(8);
    assertThat(asked).hasValue(2);
  }

  @Test
  void seesAtOnceWhatThisProcessWrote_alsoWhileTheStoreIsAsked() throws Exception {
    newest.number();
    number.set(8);
    written.incrementAndGet();
    assertThat(newest.known()).isEqualTo(News.NOT_KNOWN);
    assertThat(newest.number()).isEqualTo(8);

    later(200);
    slow = new CountDownLatch(1);
    begun = new CountDownLatch(1);
    Future<Long> asking = others.submit(newest::number);
    begun.await();
    number.set(9);
    written.incrementAndGet();
    slow.countDown();
    assertThat(asking.get()).isEqualTo(8);
    assertThat(newest.known()).as("asked before it was written").isEqualTo(News.NOT_KNOWN);
    assertThat(newest.number()).isEqualTo(9);
  }

  @Test
  void goesOnWithTheNumberBefore_whileOneAsks_butNotForLong() throws Exception {
    newest.number();
    later(200);
    slow = new CountDownLatch(1);
    begun = new CountDownLatch(1);
    Future<Long> asking = others.submit(newest::number);
    begun.await();
    assertThat(newest.known()).isEqualTo(7);
    assertThat(newest.number()).isEqualTo(7);
    assertThat(asked).as("nobody else asks").hasValue(2);
    later(1000);
    assertThat(newest.known()).isEqualTo(News.NOT_KNOWN);
    assertThatThrownBy(newest::number).isInstanceOf(NewsUnavailable.class);
    slow.countDown();
    assertThat(asking.get()).isEqualTo(7);
    assertThat(newest.known()).as("it was asked too long ago").isEqualTo(News.NOT_KNOWN);
    assertThat(newest.number()).isEqualTo(7);
  }

  @Test
  void whoComesFirstWaitsForTheOneWhoAsks() throws Exception {
    slow = new CountDownLatch(1);
    Future<Long> asking = others.submit(newest::number);
    begun.await();
    Future<Long> waiting = others.submit(newest::number);
    slow.countDown();
    assertThat(waiting.get()).isEqualTo(7);
    assertThat(asking.get()).isEqualTo(7);
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksAgainAfterAFailure() {
    away = true;
    assertThatThrownBy(newest::number).isInstanceOf(NewsUnavailable.class);
    assertThat(newest.known()).isEqualTo(News.NOT_KNOWN);
    away = false;
    assertThat(newest.number()).isEqualTo(7);
  }
}
