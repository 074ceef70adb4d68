package vn.gdnn.newswire.publish.push.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingFeedsTest {

  private final PendingFeeds pending =
      new PendingFeeds(
          path -> path.equals("one") ? List.of("one.atom") : List.of(path + ".a", path + ".b"));

  @Test
  void givesTheSameUntilItIsDone() {
    pending.addAll(List.of("x", "one", "y"));
    assertThat(pending.next(3)).containsExactly("x.a", "x.b", "one.atom");
    assertThat(pending.next(3)).containsExactly("x.a", "x.b", "one.atom");
    pending.done(3);
    assertThat(pending.next(3)).containsExactly("y.a", "y.b");
    pending.done(2);
    assertThat(pending.isEmpty()).isTrue();
    assertThat(pending.next(3)).isEmpty();
  }

  @Test
  void aFeedThatWaitsIsNotPutTwice_butOneHalfToldIsToldAgain() {
    pending.addAll(List.of("x", "y"));
    assertThat(pending.next(1)).containsExactly("x.a");
    pending.done(1);
    pending.addAll(List.of("x", "y"));
    List<String> rest = new ArrayList<>();
    while (!pending.isEmpty()) {
      rest.addAll(pending.next(1));
      pending.done(1);
    }
    assertThat(rest).containsExactly("x.b", "y.a", "y.b", "x.a", "x.b");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverComesInBetween_eachFeedIsToldInFullAfterItCameLast(long seed) {
    Random random = new Random(seed);
    List<String> told = new ArrayList<>();
    int[] cameAt = new int[10];
    for (int step = 0; step < 500; step++) {
      if (random.nextInt(3) == 0) {
        int feed = random.nextInt(10);
        pending.addAll(List.of("f" + feed));
        cameAt[feed] = told.size();
      }
      List<String> next = pending.next(1 + random.nextInt(4));
      if (random.nextInt(4) > 0 && !next.isEmpty()) {
        int done = 1 + random.nextInt(next.size());
        told.addAll(next.subList(0, done));
        pending.done(done);
      }
    }
    while (!pending.isEmpty()) {
      List<String> next = pending.next(7);
      told.addAll(next);
      pending.done(next.size());
    }
    assertThat(pending.size()).isZero();
    for (int feed = 0; feed < 10; feed++) {
      assertThat(told.subList(cameAt[feed], told.size()))
          .contains("f" + feed + ".a", "f" + feed + ".b");
    }
  }
}
