package vn.gdnn.newswire.enrich.vietnamese;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in the form that rules look at, with the way back to the text as it was given: combining
 * marks composed (NFC), U+00A0 and other fixed-width spaces made plain spaces, zero-width
 * characters and soft hyphens taken out. Most texts need none of that; then nothing is copied.
 */
public final class NormalText {

  /** Marks beyond this many on one letter are left as they are: nobody writes them. */
  private static final int MOST_MARKS = 8;

  private final String text;
  private final int @Nullable [] origin;

  private NormalText(String text, int @Nullable [] origin) {
    this.text = text;
    this.origin = origin;
  }

  /** Reads a text of any size in linear time. */
  public static NormalText of(String given) {
    int first = firstUnusual(given);
    return first == given.length() ? new NormalText(given, null) : rewrite(given, first);
  }

  /** The text to look at. */
  public String text() {
    return text;
  }

  /** Where the character that begins at {@code index} of {@link #text()} begins in the original. */
  public int originalStart(int index) {
    return origin == null ? index : origin[index];
  }

  /**
   * Where a stretch that ends before {@code index} of {@link #text()} ends in the original: after
   * the last mark of its last letter, before whatever was taken out behind it.
   */
  public int originalEnd(int index) {
    if (origin == null || index == 0) {
      return index;
    }
    return origin[origin.length / 2 + index - 1];
  }

  private static int firstUnusual(String given) {
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (c >= 0xA0 && (isMark(c) || isRemoved(c) || isSpace(c))) {
        return isMark(c) && i > 0 ? i - 1 : i;
      }
    }
    return given.length();
  }

  private static NormalText rewrite(String given, int first) {
    int length = given.length();
    StringBuilder out = new StringBuilder(length).append(given, 0, first);
    int[] starts = new int[length];
    int[] ends = new int[length];
    for (int i = 0; i < first; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    int i = first;
    while (i < length) {
      char c = given.charAt(i);
      int next = i + 1;
      if (isRemoved(c)) {
        i = next;
        continue;
      }
      while (next < length && next - i <= MOST_MARKS && isMark(given.charAt(next))) {
        next++;
      }
      int from = out.length();
      if (next > i + 1) {
        String composed = Normalizer.normalize(given.substring(i, next), Normalizer.Form.NFC);
        // A few letters of other scripts, and one mark, fall apart instead.
        out.append(composed.length() <= next - i ? composed : given.substring(i, next));
      } else {
        out.append(isSpace(c) ? ' ' : c);
      }
      for (int k = from; k < out.length(); k++) {
        starts[k] = i;
        ends[k] = next;
      }
      i = next;
    }
    int[] origin = Arrays.copyOf(starts, out.length() * 2);
    System.arraycopy(ends, 0, origin, out.length(), out.length());
    return new NormalText(out.toString(), origin);
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && c <= 0x36F;
  }

  private static boolean isSpace(char c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
  }

  private static boolean isRemoved(char c) {
    return c == 0xAD
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xFEFF;
  }
}
