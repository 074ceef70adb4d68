package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eight times the text takes some eight times as long. Measured in the thread's own processor time,
 * the least of three, on a text that is long enough for its time to be seen, however quick the
 * machine: it is doubled until then. Three times the proportion is let pass; a square would take
 * eight times as much. No test here says how fast anything is.
 */
class LinearTimeTest {

  private static final int SHORTEST = 4_000;
  private static final int LONGEST = 8_000_000;
  private static final int TIMES = 8;
  private static final int MARGIN = 3;

  /**
   * Of the shorter text, in nanoseconds: some hundred times what the clock and a pause can hide.
   */
  private static final long SEEN = 6_000_000;

  /** What is measured is compiled code. */
  @BeforeAll
  static void warmUp() {
    for (int i = 0; i < 3; i++) {
      processorTime(() -> tag(articles(200_000)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "(((",
        ")(",
        "\"",
        "“",
        "[",
        "Ban ",
        "Ban(",
        "A ",
        "AB ",
        "Nguyễn Văn ",
        "Đảng ủy ",
        "Tổng cục Giáo dục nghề nghiệp (",
        "Đề án \"",
        "Luật ",
        "1/2/",
        "a-",
        "e\u0301",
        "\u0301",
        "\u200B",
        "\n",
        "Ban\n",
        ", và ",
        "Phó Bí thư Đảng ủy ",
        "ông Nguyễn Văn An (",
        "Quyết định số 1/QĐ-TTg phê duyệt "
      })
  void growsWithTheText(String piece) {
    growsInProportion(length -> piece.repeat(length / piece.length()));
  }

  /** Pieces with a number in them: as many entities as pieces. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trường Cao đẳng Mẫu %d, ",
        "Trường Cao đẳng Mẫu %d. Viện và Học viện. ",
        "Công ty TNHH Mẫu %d. Bộ và Bộ trưởng. ",
        "Viện Nghiên cứu Mẫu %d (VM%d). VM%d và Viện. ",
        "ông Nguyễn Văn A%d. Ông A%d. ",
        "Nghị quyết 1-NQ/%d. Nghị quyết 1. ",
        "Luật Mẫu %d, Đề án Mẫu %d. ",
        "bà Trần Thị %d, Giám đốc Sở Mẫu %d. Giám đốc. Sở. "
      })
  void growsWithTheNamesInIt(String piece) {
    growsInProportion(length -> numbered(piece, length));
  }

  private static String numbered(String piece, int length) {
    StringBuilder text = new StringBuilder(length + piece.length());
    for (int i = 0; text.length() < length; i++) {
      text.append(piece.replace("%d", letters(i)));
    }
    return text.toString();
  }

  /** A number as a made-up syllable with a capital, since names have no digits. */
  private static String letters(int number) {
    StringBuilder syllable = new StringBuilder("X");
    for (int rest = number; rest > 0; rest /= 20) {
      syllable.append("aeioubcdghklmnpqrstv".charAt(rest % 20));
    }
    return syllable.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", ")("})
  void growsWithBrackets_toAMillion(String piece) {
    String small = piece.repeat(1_000_000 / TIMES / piece.length());
    String large = piece.repeat(1_000_000 / piece.length());

    assertProportion(least(() -> tag(small)), least(() -> tag(large)));
  }

  @Test
  void growsWithTheArticle_inASingleLine() {
    String small = articles(10_000_000 / TIMES);
    String large = articles(10_000_000);

    assertProportion(processorTime(() -> tag(small)), processorTime(() -> tag(large)));
  }

  /** The measure itself: a loop in a loop is seen, also where it is a small part of the work. */
  @Test
  void tellsASquareFromALine() {
    assertThatCode(() -> growsInProportion(LinearTimeTest::line, 1 << 16))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> growsInProportion(LinearTimeTest::square, 1 << 8))
        .isInstanceOf(AssertionError.class);
  }

  private static void line(int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Long.toString(sum ^ i).hashCode();
    }
    assertThat(sum).isNotEqualTo(42);
  }

  /** A line, and a square that takes less than half of the shorter time. */
  private static void square(int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      for (int k = 0; k < 40; k++) {
        sum += Long.toString(sum ^ i).hashCode();
      }
      for (int k = 0; k < i; k++) {
        sum += (sum ^ k) % 7;
      }
    }
    assertThat(sum).isNotEqualTo(42);
  }

  /** Articles of the project one after the other, each time with other numbers in them. */
  private static String articles(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int round = 0; text.length() < length; round++) {
      for (var article : Texts.articles()) {
        text.append(article.body().replace("/", round + "/"));
      }
    }
    text.setLength(length);
    return text.toString().replace('\n', ' ');
  }

  private static void growsInProportion(IntFunction<String> text) {
    Map<Integer, String> texts = new HashMap<>();
    growsInProportion(length -> tag(texts.computeIfAbsent(length, text::apply)), SHORTEST);
  }

  /** Doubles the length until its time is seen, and compares with eight times that length. */
  private static void growsInProportion(IntConsumer work, int shortest) {
    int length = shortest;
    long small = least(() -> work.accept(shortest));
    while (small < SEEN && length < LONGEST) {
      length *= 2;
      int doubled = length;
      small = least(() -> work.accept(doubled));
    }
    int larger = TIMES * length;
    assertProportion(small, least(() -> work.accept(larger)));
  }

  private static void assertProportion(long small, long large) {
    assertThat(small).as("long enough to tell, in ns").isGreaterThan(SEEN / 2);
    assertThat(large)
        .as("%,d µs, then %,d µs of %d times as much", small / 1_000, large / 1_000, TIMES)
        .isLessThanOrEqualTo(MARGIN * TIMES * small);
  }

  private static long least(Runnable work) {
    return IntStream.range(0, 3).mapToLong(i -> processorTime(work)).min().orElseThrow();
  }

  private static long processorTime(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - before;
  }

  private static void tag(String text) {
    Sentences.tagger().enrich("", text, Sentences.DAY);
  }
}
