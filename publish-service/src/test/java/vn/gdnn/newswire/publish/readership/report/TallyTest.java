package vn.gdnn.newswire.publish.readership.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.events.Entry.What;
import vn.gdnn.newswire.publish.Events;
import vn.gdnn.newswire.publish.readership.ArticleChanges.ArticleChange;
import vn.gdnn.newswire.publish.readership.Following;
import vn.gdnn.newswire.publish.readership.Step;

class TallyTest {

  private static final Instant AT = Events.START;
  private static final Duration WEEK = Duration.ofDays(7);

  /** The withdrawal at offset 100, change 40. */
  private final Tally tally =
      new Tally(
          new ArticleChange(
              Events.id("a"), 40, 100, 2, What.WITHDRAWN, AT, Set.of("all", "units/u-1")),
          WEEK);

  private static Following following(
      String reader, String feed, Duration first, Duration last, Step... steps) {
    return new Following(
        new Following.Key(reader, feed, "rss"), AT.plus(first), AT.plus(last), List.of(steps));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Step sent(long number, int minutes) {
    return new Step(number, "r" + number, AT.plus(minutes(minutes)), null);
  }

  private static Step held(long number, int minutes) {
    return new Step(number, "r" + number, AT.plus(minutes(minutes)), AT.plus(minutes(minutes + 5)));
  }

  @Test
  void saysHowManyKnownReadersFetchedIt_andHowLongTheSlowestTook() {
    for (int i = 1; i <= 7; i++) {
      tally.add(
          following("site:s" + i, "all", minutes(-900), minutes(30), held(99, -9), held(100, i)));
    }
    tally.add(following("site:slow", "units/u-1", minutes(-900), minutes(14), sent(103, 14)));
    tally.add(following("site:gone", "all", minutes(-900), minutes(-20), held(99, -20)));
    ArticleReaders result = tally.result();
    assertThat(result.summary())
        .isEqualTo("8 of 9 known readers have fetched it, the slowest after 14 min.");
    assertThat(result.known()).isEqualTo(9);
    assertThat(result.fetched()).isEqualTo(8);
    assertThat(result.confirmed()).isEqualTo(7);
    assertThat(result.slowestSeconds()).isEqualTo(14 * 60);
    assertThat(result.readers())
        .extracting(ArticleReaders.Reader::reader)
        .startsWith("site:gone", "site:slow", "site:s7", "site:s6")
        .endsWith("site:s1");
    assertThat(result.readers())
        .extracting(ArticleReaders.Reader::state)
        .startsWith(
            ArticleReaders.State.WAITING,
            ArticleReaders.State.SENT,
            ArticleReaders.State.CONFIRMED);
    assertThat(result.what()).isEqualTo("withdrawn");
  }

  @Test
  void whoReadsOtherFeedsOnlyIsNoReaderOfIt() {
    tally.add(following("site:other", "units/u-2", minutes(-9), minutes(9), held(200, 9)));
    assertThat(tally.result().known()).isZero();
    assertThat(tally.result().summary()).isEqualTo("No reader is known to have had it before.");
  }

  @Test
  void whoLeftLongBeforeIsNotWaitedFor_whoLeftSinceIs() {
    tally.add(following("site:left", "all", Duration.ofDays(-30), Duration.ofDays(-8)));
    tally.add(following("site:left-since", "all", Duration.ofDays(-30), Duration.ofDays(-6)));
    assertThat(tally.result().readers())
        .extracting(ArticleReaders.Reader::reader)
        .containsExactly("site:left-since");
  }

  @Test
  void whoCameLaterHoldsNothingOlder() {
    tally.add(following("site:new", "all", minutes(3), minutes(3), sent(100, 3)));
    assertThat(tally.result().known()).isZero();
    assertThat(tally.result().cameLater()).isEqualTo(1);
    assertThat(tally.result().slowestSeconds()).isNull();
  }

  @Test
  void aReaderOfSeveralFeedsCountsOnce_andHasItAtItsFirst() {
    tally.add(following("site:a", "all", minutes(-9), minutes(9), held(100, 9)));
    tally.add(following("site:a", "units/u-1", minutes(-8), minutes(8), sent(100, 4)));
    tally.add(following("site:a", "units/u-2", minutes(-8), minutes(8), sent(100, 1)));
    ArticleReaders result = tally.result();
    assertThat(result.known()).isEqualTo(1);
    assertThat(result.slowestSeconds()).isEqualTo(240);
    assertThat(result.confirmed()).isEqualTo(1);
    assertThat(result.summary())
        .isEqualTo("1 of 1 known readers has fetched it, the slowest after 4 min.");
  }

  @Test
  void theFeedOfChangesCountsByTheNumbersOfChanges() {
    tally.add(following("site:a", "changes", minutes(-9), minutes(2), held(39, -9), sent(40, 2)));
    tally.add(following("site:b", "changes", minutes(-9), minutes(2), sent(39, -9)));
    assertThat(tally.result().fetched()).isEqualTo(1);
    assertThat(tally.result().known()).isEqualTo(2);
  }

  @Test
  void countsAllAndListsAsManyAsCanBeRead() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      names.add("site:s" + i);
    }
    names.forEach(name -> tally.add(following(name, "all", minutes(-9), minutes(-1))));
    ArticleReaders result = tally.result();
    assertThat(result.known()).isEqualTo(700);
    assertThat(result.readers()).hasSize(500);
    assertThat(result.leftOut()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s, 0 giây",
    "59, 59 s, 59 giây",
    "60, 1 min, 1 phút",
    "899, 14 min, 14 phút",
    "3600, 1 h, 1 giờ",
    "12000, 3 h 20 min, 3 giờ 20 phút",
    "190800, 2 d 5 h, 2 ngày 5 giờ",
  })
  void tellsSpansInWords(long seconds, String english, String vietnamese) {
    assertThat(Spans.english(seconds)).isEqualTo(english);
    assertThat(Spans.vietnamese(seconds)).isEqualTo(vietnamese);
  }
}
