package vn.gdnn.newswire.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a clean text into paragraphs. In plain text a paragraph is a line, as newsrooms' word
 * processors write it, unless the text was wrapped at a fixed width: then it is the lines up to the
 * next blank one, or to one that would have fitted on the line before. Where line breaks are known
 * to be no more than that (HTML's {@code br}), only blank lines part paragraphs.
 */
final class Paragraphs {

  /**
   * The most paragraphs that are told apart; what follows stays one paragraph, as it is. Bounds the
   * size of an event whatever is sent.
   */
  static final int MOST = 5_000;

  private static final int WIDEST_WRAP = 100;
  private static final int NARROWEST_WRAP = 40;
  private static final int FEWEST_WRAPPED_PAIRS = 3;

  /** A stretch of the clean text, without white space around it. */
  record Paragraph(int start, int end) {
    int length() {
      return end - start;
    }

    String in(String text) {
      return text.substring(start, end);
    }
  }

  /** How lines and paragraphs are related. */
  enum Breaks {
    /** A line is a paragraph, unless the text is wrapped at a fixed width. */
    LINES,
    /** Only a blank line parts paragraphs. */
    BLANK_LINES
  }

  private final String text;
  private final Breaks breaks;
  private final int wrap;

  private Paragraphs(String text, Breaks breaks) {
    this.text = text;
    this.breaks = breaks;
    this.wrap = breaks == Breaks.LINES ? wrapWidth() : 0;
  }

  static List<Paragraph> of(String text, Breaks breaks) {
    return new Paragraphs(text, breaks).cut();
  }

  private List<Paragraph> cut() {
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = -1;
    int end = -1;
    boolean afterBlank = true;
    boolean alone = false;
    for (Line line = line(0); line != null; line = line(line.next)) {
      if (line.isBlank()) {
        afterBlank = true;
        continue;
      }
      boolean dateLine = FullDates.isDateLine(text.substring(line.start, line.shortEnd()));
      boolean joins = start >= 0 && !afterBlank && !alone && !dateLine && joins(start, end, line);
      if (!joins) {
        if (start >= 0) {
          paragraphs.add(new Paragraph(start, end));
        }
        if (paragraphs.size() == MOST - 1) {
          paragraphs.add(new Paragraph(line.start, lastInk()));
          return paragraphs;
        }
        start = line.start;
      }
      end = line.end;
      alone = dateLine;
      afterBlank = false;
    }
    if (start >= 0) {
      paragraphs.add(new Paragraph(start, end));
    }
    return paragraphs;
  }

  private boolean joins(int start, int end, Line line) {
    if (breaks == Breaks.BLANK_LINES) {
      return true;
    }
    if (wrap == 0) {
      return false;
    }
    int lineBefore = start;
    for (int i = end - 1; i >= start; i--) {
      if (isLineBreak(text.charAt(i))) {
        lineBefore = i + 1;
        break;
      }
    }
    return end - lineBefore + 1 + firstWord(line) > wrap;
  }

  /** The width at which the text was wrapped, or 0. */
  private int wrapWidth() {
    int widest = 0;
    for (Line line = line(0); line != null; line = line(line.next)) {
      widest = Math.max(widest, line.length());
      if (widest > WIDEST_WRAP) {
        return 0;
      }
    }
    if (widest < NARROWEST_WRAP) {
      return 0;
    }
    int pairs = 0;
    int full = 0;
    int before = 0;
    for (Line line = line(0); line != null; line = line(line.next)) {
      if (before > 0 && !line.isBlank()) {
        pairs++;
        full += before + 1 + firstWord(line) > widest ? 1 : 0;
      }
      before = line.length();
    }
    return pairs >= FEWEST_WRAPPED_PAIRS && full * 5 >= pairs * 4 ? widest : 0;
  }

  private int firstWord(Line line) {
    int i = line.start;
    while (i < line.end && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i - line.start;
  }

  private int lastInk() {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** A line without the white space around it. */
  private record Line(int start, int end, int next) {
    private static final int SHORT = 200;

    boolean isBlank() {
      return start == end;
    }

    int length() {
      return end - start;
    }

    int shortEnd() {
      return Math.min(end, start + SHORT);
    }
  }

  private @Nullable Line line(int from) {
    if (from > text.length()) {
      return null;
    }
    int stop = from;
    while (stop < text.length() && !isLineBreak(text.charAt(stop))) {
      stop++;
    }
    int start = from;
    while (start < stop && isSpace(text.charAt(start))) {
      start++;
    }
    int end = stop;
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return new Line(start, end, stop + 1);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  /** White space, no-break and zero-width space included. */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\u0085';
  }
}
