package vn.gdnn.newswire.ingest.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Text made safe: Unicode NFC, without byte order marks, carriage returns, C0 controls other than
 * line feed and tab, and lone surrogates; nothing else is touched. Takes time in proportion to the
 * length of any input.
 *
 * @param text the clean text
 * @param map where its characters stood before
 * @param slips how many of each there were; those that did not occur are absent
 */
public record CleanText(String text, OffsetMap map, Map<Slip, Integer> slips) {

  private static final char COMBINING_GRAPHEME_JOINER = '\u034f';
  private static final int MOST_MARKS = 30;

  /** Copies the counts. */
  public CleanText {
    slips = Map.copyOf(slips);
  }

  /** Cleans a text. */
  public static CleanText of(String raw) {
    return isQuiet(raw)
        ? new CleanText(raw, OffsetMap.identity(raw.length()), Map.of())
        : new Cleaning(raw).clean();
  }

  private static boolean isQuiet(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (!isSettled(c) || c < ' ' && c != '\n' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a character is NFC by itself and never composes with what stands before it. True of
   * everything below U+0300 and of the Vietnamese letters with two marks.
   */
  private static boolean isSettled(char c) {
    return c < '\u0300' || c >= '\u1e00' && c <= '\u1eff';
  }

  /** Whether NFC may begin anew at this code point, whatever stands before it. */
  private static boolean beginsAnew(int codePoint) {
    if (codePoint < 0x300) {
      return true;
    }
    boolean medialJamo = codePoint >= 0x1160 && codePoint <= 0x11ff;
    boolean kiratRaiVowel = codePoint >= 0x16d60 && codePoint <= 0x16d6f;
    return !medialJamo && !kiratRaiVowel && !isMark(codePoint);
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isBidiControl(char c) {
    return c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }

  private static final class Cleaning {
    private final String raw;
    private final boolean carriageReturnsBreakLines;
    private final StringBuilder out;
    private final OffsetMap.Runs runs = new OffsetMap.Runs();
    private final Map<Slip, Integer> slips = new EnumMap<>(Slip.class);
    private final StringBuilder cluster = new StringBuilder();
    private int[] clusterAt = new int[64];
    private int marks;

    Cleaning(String raw) {
      this.raw = raw;
      this.carriageReturnsBreakLines = raw.indexOf('\n') < 0;
      this.out = new StringBuilder(raw.length());
    }

    CleanText clean() {
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (Character.isSurrogate(c)) {
          i += surrogate(c, i);
        } else if (c == '\ufeff') {
          count(Slip.BOM);
        } else if (c == '\r') {
          carriageReturn(i);
        } else if (c < ' ' && c != '\n' && c != '\t') {
          count(Slip.CONTROL);
        } else {
          if (isBidiControl(c)) {
            count(Slip.BIDI);
          }
          take(c, i, 1);
        }
      }
      flush();
      return new CleanText(out.toString(), runs.map(out.length()), slips);
    }

    private int surrogate(char c, int at) {
      if (Character.isHighSurrogate(c)
          && at + 1 < raw.length()
          && Character.isLowSurrogate(raw.charAt(at + 1))) {
        take(raw.codePointAt(at), at, 2);
        return 1;
      }
      count(Slip.SURROGATE);
      return 0;
    }

    private void carriageReturn(int at) {
      count(Slip.CARRIAGE_RETURN);
      if (carriageReturnsBreakLines) {
        flush();
        runs.change(out.length(), at, at + 1);
        out.append('\n');
      }
    }

    private void take(int codePoint, int at, int length) {
      if (beginsAnew(codePoint)) {
        flush();
      } else if (++marks > MOST_MARKS) {
        count(Slip.STACKED_MARKS);
        flush();
        runs.change(out.length(), at, at);
        out.append(COMBINING_GRAPHEME_JOINER);
        marks = 1;
      }
      for (int k = 0; k < length; k++) {
        if (cluster.length() == clusterAt.length) {
          clusterAt = Arrays.copyOf(clusterAt, clusterAt.length * 2);
        }
        clusterAt[cluster.length()] = at + k;
        cluster.append(raw.charAt(at + k));
      }
    }

    private void flush() {
      marks = 0;
      int length = cluster.length();
      if (length == 0) {
        return;
      }
      if (length == 1 && isSettled(cluster.charAt(0))) {
        runs.keep(out.length(), clusterAt[0]);
        out.append(cluster.charAt(0));
        cluster.setLength(0);
        return;
      }
      String before = cluster.toString();
      String after = Normalizer.normalize(before, Normalizer.Form.NFC);
      if (after.equals(before)) {
        for (int k = 0; k < length; k++) {
          runs.keep(out.length() + k, clusterAt[k]);
        }
      } else {
        count(Slip.DECOMPOSED);
        runs.change(out.length(), clusterAt[0], clusterAt[length - 1] + 1);
      }
      out.append(after);
      cluster.setLength(0);
    }

    private void count(Slip slip) {
      slips.merge(slip, 1, Integer::sum);
    }
  }
}
