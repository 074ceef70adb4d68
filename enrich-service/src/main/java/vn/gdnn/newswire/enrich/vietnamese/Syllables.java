package vn.gdnn.newswire.enrich.vietnamese;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Keys of Vietnamese syllables: lower case, the vowels' own marks kept (ă, â, ê, ô, ơ, ư), the tone
 * taken off its letter and written behind the syllable as a digit. So {@code hòa} and {@code hoà},
 * {@code thuý} and {@code thúy} have one key, and {@code ma}, {@code mà} have two.
 */
public final class Syllables {

  private static final int TABLE = 0x1F00;
  private static final char[] BASE = new char[TABLE];
  private static final byte[] TONE = new byte[TABLE];

  static {
    for (int c = 0; c < TABLE; c++) {
      char lower = Character.toLowerCase((char) c);
      BASE[c] = lower;
      if (c < 0xC0 || (c > 0x1B4 && c < 0x1E00) || !Character.isLetter(c)) {
        continue;
      }
      StringBuilder kept = new StringBuilder();
      String parts = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD);
      for (int i = 0; i < parts.length(); i++) {
        int tone = "\u0300\u0301\u0309\u0303\u0323".indexOf(parts.charAt(i));
        if (tone >= 0) {
          TONE[c] = (byte) (tone + 1);
        } else {
          kept.append(parts.charAt(i));
        }
      }
      String base = Normalizer.normalize(kept, Normalizer.Form.NFC);
      BASE[c] = base.length() == 1 ? base.charAt(0) : lower;
    }
  }

  private Syllables() {}

  /**
   * Writes the key of the NFC text between two indices; gives its length, one more than the text's
   * at most.
   */
  static int key(CharSequence text, int start, int end, char[] key) {
    int tone = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < TABLE) {
        key[i - start] = BASE[c];
        if (TONE[c] != 0) {
          tone = TONE[c];
        }
      } else {
        key[i - start] = Character.toLowerCase(c);
      }
    }
    if (tone == 0) {
      return end - start;
    }
    key[end - start] = (char) ('0' + tone);
    return end - start + 1;
  }

  /** The key of a word written in a rule. */
  public static String key(String word) {
    char[] key = new char[word.length() + 1];
    return new String(key, 0, key(word, 0, word.length(), key));
  }

  /** The letters a to z and digits of a text, the rest as single hyphens: for readable ids. */
  public static String slug(String text) {
    String bare = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder slug = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i) == 'đ' ? 'd' : bare.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (!isMark(c) && slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    int end = slug.length();
    while (end > 0 && slug.charAt(end - 1) == '-') {
      end--;
    }
    return slug.substring(0, end);
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && c <= 0x36F;
  }
}
