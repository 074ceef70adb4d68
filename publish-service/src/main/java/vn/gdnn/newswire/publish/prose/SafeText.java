package vn.gdnn.newswire.publish.prose;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text made safe to show. Documents keep what was written; only what is sent to readers loses the
 * characters that XML 1.0 or HTML can't hold, and one article's direction marks can't turn round
 * what stands beside it.
 */
public final class SafeText {

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final char POP_EMBEDDING = '\u202C';
  private static final Pattern CHARACTER_REFERENCE = Pattern.compile("&(?=#?\\w{1,40};)");

  private SafeText() {}

  /**
   * Without control characters (line feed and tab stay), lone surrogates and noncharacters. They
   * are dropped, not replaced: a replacement mark would be one more thing that nobody wrote.
   */
  public static String visible(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isVisible(c)) {
        return withoutInvisible(text, i);
      }
      i += Character.charCount(c);
    }
    return text;
  }

  private static String withoutInvisible(String text, int from) {
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, from);
    text.substring(from).codePoints().filter(SafeText::isVisible).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isVisible(int c) {
    if (c < 0x20) {
      return c == '\n' || c == '\t';
    }
    boolean control = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !surrogate && !noncharacter;
  }

  /**
   * {@link #visible} on one line: for headlines, names and summaries where no markup can be.
   * Isolated.
   */
  public static String oneLine(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String line = visible(text).replaceAll("[\\s\u2028\u2029]+", " ").strip();
    return isolated(line);
  }

  /**
   * {@link #oneLine} without what could be taken for markup: for names that formats have only plain
   * text for, which some readers show as HTML all the same. What looks like a tag or a character
   * reference keeps its looks and loses its meaning.
   */
  public static String name(@Nullable String text) {
    String line = oneLine(text).replace('<', '\u2039').replace('>', '\u203A');
    return CHARACTER_REFERENCE.matcher(line).replaceAll("\uFF06");
  }

  /**
   * {@link #visible} as one block of lines: for notes. Isolated, so that its direction marks end
   * with it.
   */
  public static String block(String text) {
    return isolated(visible(text).replace("\t", " ").strip());
  }

  /**
   * The text between isolates when it holds a mark that could turn round its neighbours (an
   * override, an embedding, an isolate); unchanged otherwise. Ends without a beginning are dropped,
   * beginnings without an end are closed.
   */
  static String isolated(String text) {
    if (text.chars().noneMatch(SafeText::isDirectionMark)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 4).append(FIRST_STRONG_ISOLATE);
    StringBuilder open = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == POP_ISOLATE || c == POP_EMBEDDING) {
        int last = open.length() - 1;
        if (last < 0 || open.charAt(last) != c) {
          continue;
        }
        open.setLength(last);
      } else if (isDirectionMark(c)) {
        open.append(c >= '\u2066' ? POP_ISOLATE : POP_EMBEDDING);
      }
      out.append(c);
    }
    return out.append(open.reverse()).append(POP_ISOLATE).toString();
  }

  private static boolean isDirectionMark(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Text as HTML, for element content and quoted attributes. */
  public static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * The text cut at a word's end so that it has at most {@code most} characters, with an ellipsis
   * when something is gone.
   */
  public static String excerpt(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int cut = text.lastIndexOf(' ', most);
    if (cut < most / 2) {
      cut = Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
    return text.substring(0, cut).stripTrailing() + " …";
  }
}
