package vn.gdnn.newswire.enrich.vietnamese;

/** What {@link Character} says of a character, from a table for those of Vietnamese text. */
final class Letters {

  private static final int TABLE = 0x2000;
  private static final byte LETTER = 1;
  private static final byte UPPER = 2;
  private static final byte SPACE = 4;
  private static final byte[] KINDS = new byte[TABLE];

  static {
    for (int c = 0; c < TABLE; c++) {
      KINDS[c] |= Character.isLetter(c) ? LETTER : 0;
      KINDS[c] |= Character.isUpperCase(c) ? UPPER : 0;
      KINDS[c] |= Character.isWhitespace(c) ? SPACE : 0;
    }
  }

  private Letters() {}

  static boolean isLetter(char c) {
    return c < TABLE ? (KINDS[c] & LETTER) != 0 : Character.isLetter(c);
  }

  static boolean isUpperCase(char c) {
    return c < TABLE ? (KINDS[c] & UPPER) != 0 : Character.isUpperCase(c);
  }

  static boolean isSpace(char c) {
    return c < TABLE ? (KINDS[c] & SPACE) != 0 : Character.isWhitespace(c);
  }
}
