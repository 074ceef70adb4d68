package vn.gdnn.newswire.publish.readership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FollowingTest {

  private static final Instant START = Instant.parse("2026-01-05T02:00:00Z");
  private static final Following.Key KEY = new Following.Key("agent:curl", "all", "rss");

  private static Following seen(int from, int to, Step... steps) {
    return new Following(KEY, at(from), at(to), List.of(steps));
  }

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }

  @Test
  void sameComesOutInWhateverOrderPartsComeTogether_andHoweverOften() {
    Random random = new Random(11);
    List<Following> parts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int second = random.nextInt(1000);
      int number = random.nextInt(6);
      Step step =
          random.nextBoolean()
              ? Step.sent(number, "r" + number, at(second))
              : Step.held(number, "r" + number, at(second));
      parts.add(seen(second, second + random.nextInt(9), step));
    }
    Following once = parts.stream().reduce(Following::and).orElseThrow();
    for (int i = 0; i < 50; i++) {
      List<Following> others = new ArrayList<>(parts);
      others.addAll(parts.subList(0, 5));
      Collections.shuffle(others, random);
      assertThat(others.stream().reduce(Following::and)).contains(once);
    }
  }

  @Test
  void tellsWhenItFirstHadSomethingAsNew_andWhetherThatIsProved() {
    Following following =
        seen(
            0, 90, Step.held(3, "c", at(10)), Step.sent(7, "g", at(50)), Step.sent(9, "i", at(90)));
    assertThat(following.reached(3)).contains(at(10));
    assertThat(following.reached(4)).contains(at(50));
    assertThat(following.reached(7)).contains(at(50));
    assertThat(following.reached(10)).isEmpty();
    assertThat(following.confirms(3)).isTrue();
    assertThat(following.confirms(4)).isFalse();
    Following confirmed = following.confirmed(Map.of("g", at(60), "x", at(61)));
    assertThat(confirmed.confirms(7)).isTrue();
    assertThat(confirmed.reached(7)).as("as it was sent").contains(at(50));
    assertThat(confirmed.confirms(8)).isFalse();
  }

  @Test
  void forgetsOldStepsWithoutEverNamingAnEarlierMoment() {
    Following following = seen(0, 0);
    for (int number = 0; number < 1_000; number++) {
      following = following.and(seen(0, number, Step.sent(number, "r" + number, at(number))));
      assertThat(following.steps()).hasSizeLessThanOrEqualTo(Following.MOST_STEPS);
    }
    for (int number = 0; number < 1_000; number++) {
      assertThat(following.reached(number).orElseThrow()).isAfterOrEqualTo(at(number));
    }
    for (int number = 980; number < 1_000; number++) {
      assertThat(following.reached(number)).contains(at(number));
    }
    assertThat(following.reached(500).orElseThrow()).isBefore(at(1_000));
  }

  @Test
  void noKeyIsTheNameOfTwo() {
    assertThat(new Following.Key("agent:a b", "units/u", "rss").id())
        .isEqualTo("agent:a b|units/u.rss");
  }
}
