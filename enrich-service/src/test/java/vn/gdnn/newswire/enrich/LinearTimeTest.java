package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten times the text takes some ten times as long. Measured in the thread's own processor time, the
 * least of two, and with a wide margin: 30 times is let pass, a square would take 100. No test here
 * says how fast anything is.
 */
class LinearTimeTest {

  private static final int SMALL = 20_000;
  private static final long TOO_SHORT_TO_TELL = 20_000_000;

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
    long small = least(piece.repeat(SMALL / piece.length()));
    long large = least(piece.repeat(10 * SMALL / piece.length()));

    growsInProportion(small, large);
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
    long small = least(numbered(piece, SMALL));
    long large = least(numbered(piece, 10 * SMALL));

    growsInProportion(small, large);
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
    long small = processorTime(piece.repeat(100_000 / piece.length()));
    long large = processorTime(piece.repeat(1_000_000 / piece.length()));

    growsInProportion(small, large);
  }

  @Test
  void growsWithTheArticle_inASingleLine() {
    String small = articles(1_000_000);
    String large = articles(10_000_000);

    growsInProportion(processorTime(small), processorTime(large));
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

  private static void growsInProportion(long small, long large) {
    assertThat(large)
        .as("%,d µs, then %,d µs", small / 1_000, large / 1_000)
        .isLessThanOrEqualTo(30 * Math.max(small, TOO_SHORT_TO_TELL));
  }

  private static long least(String text) {
    return IntStream.range(0, 2).mapToLong(i -> processorTime(text)).min().orElseThrow();
  }

  private static long processorTime(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    Sentences.tagger().enrich("", text, Sentences.DAY);
    return threads.getCurrentThreadCpuTime() - before;
  }
}
