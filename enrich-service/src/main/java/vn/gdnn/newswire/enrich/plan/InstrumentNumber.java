package vn.gdnn.newswire.enrich.plan;

import vn.gdnn.newswire.enrich.vietnamese.Tokens;
import vn.gdnn.newswire.enrich.vietnamese.Tokens.Shape;

/**
 * The number of an instrument as Vietnamese administration writes it: {@code 15/2019/NĐ-CP}, {@code
 * 24/CT-TTg}, {@code 29-NQ/TW}, {@code 1103/TCGDNN-ĐTCQ}, {@code 08-2017}, {@code 29}.
 */
final class InstrumentNumber {

  /** Parts of the longest number. */
  private static final int MOST_PARTS = 10;

  private static final int MOST_DIGITS = 8;
  private static final int LONGEST_CODE = 16;

  private InstrumentNumber() {}

  private static int length(Tokens tokens, int token) {
    return tokens.length(token);
  }

  /** Where the number that begins at a token ends; the token itself when none does. */
  static int endOf(Tokens tokens, int from) {
    if (tokens.shape(from) != Shape.NUMBER || length(tokens, from) > MOST_DIGITS) {
      return from;
    }
    int end = from + 1;
    for (int parts = 0; parts < MOST_PARTS; parts++) {
      boolean point =
          tokens.is(end, ".")
              && !tokens.hasGap(end)
              && !tokens.hasGap(end + 1)
              && tokens.shape(end + 1) == Shape.NUMBER;
      boolean joint = point || tokens.is(end, "/") || tokens.is(end, "-");
      if (!joint || tokens.startsLine(end) || tokens.startsLine(end + 1)) {
        break;
      }
      boolean spaced = tokens.hasGap(end) || tokens.hasGap(end + 1);
      boolean code = isCode(tokens, end + 1);
      boolean year =
          tokens.shape(end + 1) == Shape.NUMBER && length(tokens, end + 1) <= MOST_DIGITS;
      if (!(code || (year && !spaced)) || (spaced && !isCodeJoint(tokens, end))) {
        break;
      }
      end += 2;
      while (tokens.is(end, "&") && !tokens.hasGap(end) && isCode(tokens, end + 1)) {
        end += 2;
      }
    }
    return end;
  }

  /** Whether the stretch has a code, such as {@code NĐ-CP}, and not digits alone. */
  static boolean hasCode(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.isWord(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCodeJoint(Tokens tokens, int joint) {
    return tokens.shape(joint + 1) == Shape.UPPER
        && (tokens.isWord(joint - 1) || tokens.shape(joint - 1) == Shape.NUMBER)
        && !tokens.startsSentence(joint + 1);
  }

  private static boolean isCode(Tokens tokens, int token) {
    Shape shape = tokens.shape(token);
    if (shape == Shape.SIGN || length(tokens, token) > LONGEST_CODE) {
      return false;
    }
    return shape == Shape.UPPER
        || shape == Shape.MIXED
        || (shape == Shape.CAPITAL && length(tokens, token) <= 3);
  }
}
