package vn.gdnn.newswire.enrich;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two ways to place a tone on oa, oe and uy at a syllable's end: hòa and hoà, thủy and thuỷ.
 */
final class TonePlacement {

  private static final String PLAIN = "oOuUaAeEyY";
  private static final String[] TONED = {
    "òÒùÙàÀèÈỳỲ", "óÓúÚáÁéÉýÝ", "ỏỎủỦảẢẻẺỷỶ", "õÕũŨãÃẽẼỹỸ", "ọỌụỤạẠẹẸỵỴ"
  };

  /** Not the u of qu: that belongs to the consonant, and its tone never moves. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![qQ])(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])(?!\\p{L}|\\p{M})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private TonePlacement() {}

  /** An NFC text with each such tone on the other letter; of the same length. */
  static String other(String text) {
    Matcher pairs = PAIR.matcher(text);
    StringBuilder other = new StringBuilder(text);
    while (pairs.find()) {
      char first = text.charAt(pairs.start());
      char second = text.charAt(pairs.start() + 1);
      int toneOfFirst = tone(first);
      int toneOfSecond = tone(second);
      if (toneOfFirst >= 0 && toneOfSecond < 0) {
        other.setCharAt(pairs.start(), plain(first, toneOfFirst));
        other.setCharAt(pairs.start() + 1, toned(second, toneOfFirst));
      } else if (toneOfFirst < 0 && toneOfSecond >= 0) {
        other.setCharAt(pairs.start(), toned(first, toneOfSecond));
        other.setCharAt(pairs.start() + 1, plain(second, toneOfSecond));
      }
    }
    return other.toString();
  }

  private static int tone(char letter) {
    for (int tone = 0; tone < TONED.length; tone++) {
      if (TONED[tone].indexOf(letter) >= 0) {
        return tone;
      }
    }
    return -1;
  }

  private static char plain(char letter, int tone) {
    return PLAIN.charAt(TONED[tone].indexOf(letter));
  }

  private static char toned(char letter, int tone) {
    return TONED[tone].charAt(PLAIN.indexOf(letter));
  }
}
