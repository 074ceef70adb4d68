package vn.gdnn.newswire.ingest.structure;

import java.util.Set;

/** Where sentences end; just as much of it as headlines and captions need. */
final class Sentences {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "TS", "PGS", "GS", "ThS", "TP", "Th", "Đ", "KS", "BS", "CN", "TX", "TT", "Q", "P", "St",
          "Mr", "Ms");

  private Sentences() {}

  /** The offset after the first sentence's end within a stretch of the text, or -1. */
  static int firstEnd(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' && i > from) {
        return i;
      }
      boolean stop = c == '.' || c == '!' || c == '?' || c == '…';
      if (stop
          && (i + 1 == text.length() || isSpaceAt(text, i + 1))
          && !isAbbreviated(text, from, i)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isSpaceAt(CharSequence text, int at) {
    return Paragraphs.isSpace(text.charAt(at));
  }

  private static boolean isAbbreviated(CharSequence text, int from, int stop) {
    int start = stop;
    while (start > from && stop - start < 4 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.subSequence(start, stop).toString();
    return ABBREVIATIONS.contains(word)
        || word.length() == 1 && Character.isUpperCase(word.charAt(0));
  }
}
