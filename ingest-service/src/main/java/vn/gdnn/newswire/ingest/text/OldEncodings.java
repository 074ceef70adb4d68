package vn.gdnn.newswire.ingest.text;

import java.util.Optional;
import vn.gdnn.newswire.ingest.text.UnreadableText.Reason;

/**
 * Knows Vietnamese text of the time before Unicode by its looks: TCVN3 (fonts named .Vn…) and VNI
 * (fonts named VNI-…) show as Western letters and signs in places where no language has them, and
 * the letters that only Vietnamese has are missing.
 */
public final class OldEncodings {

  private static final int ENOUGH_TO_TELL = 64 * 1024;
  private static final int FEWEST = 3;

  /** TCVN3's bytes for ă â ê ô ơ ư đ and the most frequent toned vowels, read as Windows-1252. */
  private static final String TCVN3_SIGNS = "¨©ª«¬®¸µ¶·¹¾»¼½Æ";

  private static final String TCVN3_LETTERS = "ÊÇÈÉËÐÌÎÏÑÕÒÓÔÖÝ×ØÜÞãßáâäèåæçéíìîïðóñòôøõö÷ùýúûüþ";

  private static final String VNI_BASES = "aAoOeEuUyYôÔöÖ";
  private static final String VNI_TONES = "ùøûõïÙØÛÕÏ";
  private static final String VNI_HATS = "âáàåãäÂÁÀÅÃÄêéèúüëÊÉÈÚÜË";

  private OldEncodings() {}

  /**
   * Refuses text that looks like one of them.
   *
   * @throws UnreadableText with the encoding's name
   */
  public static void refuse(String text) {
    nameOf(text)
        .ifPresent(
            name -> {
              throw refusal(name);
            });
  }

  static UnreadableText refusal(String name) {
    return new UnreadableText(
        Reason.OLD_ENCODING,
        ("The text is in the old Vietnamese encoding %s. Convert it to Unicode (UniKey: Công cụ,"
                + " from %s to Unicode) and send it again.")
            .formatted(name, name));
  }

  /** The encoding's name, if the text looks like one. */
  static Optional<String> nameOf(String text) {
    int tcvn3 = 0;
    int vni = 0;
    int vietnamese = 0;
    int words = 1;
    int length = Math.min(text.length(), ENOUGH_TO_TELL);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      char before = i > 0 ? text.charAt(i - 1) : ' ';
      char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      words += c == ' ' || c == '\n' ? 1 : 0;
      vietnamese += isVietnameseOnly(c) ? 1 : 0;
      tcvn3 += isTcvn3(c, before, after) ? 1 : 0;
      vni += isVni(c, before, after) ? 1 : 0;
    }
    int most = Math.max(tcvn3, vni);
    if (most < FEWEST || most * 5 < words || vietnamese * 4 > most) {
      return Optional.empty();
    }
    return Optional.of(tcvn3 > vni ? "TCVN3 (ABC)" : "VNI");
  }

  private static boolean isVietnameseOnly(char c) {
    return c >= '\u1ea0' && c <= '\u1ef9' || "ăĂđĐơƠưƯĩĨũŨ".indexOf(c) >= 0;
  }

  private static boolean isTcvn3(char c, char before, char after) {
    if (TCVN3_SIGNS.indexOf(c) >= 0) {
      return isAscii(before) || isAscii(after);
    }
    return TCVN3_LETTERS.indexOf(c) >= 0
        && isAscii(before)
        && VNI_BASES.indexOf(before) < 0
        && !Character.isLowerCase(after);
  }

  private static boolean isVni(char c, char before, char after) {
    if (VNI_TONES.indexOf(c) >= 0 || VNI_HATS.indexOf(c) >= 0) {
      return VNI_BASES.indexOf(before) >= 0 && !(before == 'o' && c == 'ù');
    }
    return (c == 'ñ' || c == 'Ñ') && !Character.isLetter(before) && Character.isLetter(after);
  }

  private static boolean isAscii(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
