package vn.gdnn.newswire.enrich.vietnamese;

import java.util.Arrays;
import java.util.Set;

/**
 * A text cut into syllables, numbers and signs. Offsets are those of the text as it was given.
 * Arrays rather than objects, since a text may be of any size.
 */
public final class Tokens {

  /** How a token is written. */
  public enum Shape {
    /** A syllable in lower case. */
    LOWER,
    /** A syllable with a capital first letter, or a single capital letter. */
    CAPITAL,
    /** Two letters or more, all capital. */
    UPPER,
    /** Capitals inside: {@code TTg}, {@code GDĐTs}. */
    MIXED,
    /** Digits. */
    NUMBER,
    /** Anything else, one character. */
    SIGN
  }

  private static final Shape[] SHAPES = Shape.values();

  /** Abbreviations whose full stop ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "ts", "ths", "th", "s", "pgs", "gs", "tp", "bs", "ks", "mr", "ms", "mrs", "dr", "q", "p",
          "ncs", "cn", "t", "tx", "nxb", "ng", "ngnd", "ngưt", "prof", "tskh", "bscki", "bsckii",
          "gv", "nsnd", "nsưt", "lđtbxh", "đ", "c", "kts", "ls", "ttnd", "ttưt");

  private final String given;
  private final NormalText normal;
  private int count;

  /** First and last of each token in the normal text. */
  private int[] starts;

  private int[] ends;
  private String[] keys;
  private int[] numbers;
  private byte[] shapes;
  private byte[] breaks;

  private static final byte GAP = 1;
  private static final byte LINE = 2;
  private static final byte SENTENCE = 4;

  private Tokens(String given, NormalText normal) {
    this.given = given;
    this.normal = normal;
    int guess = 4 + given.length() / 4;
    starts = new int[guess];
    ends = new int[guess];
    keys = new String[guess];
    numbers = new int[guess];
    shapes = new byte[guess];
    breaks = new byte[guess];
  }

  /** Cuts a text. Any text will do, in time proportional to its length. */
  public static Tokens of(String given) {
    Tokens tokens = new Tokens(given, NormalText.of(given));
    tokens.cut();
    return tokens;
  }

  /** Cuts a name that a list or a registry knows: from now on its words have numbers. */
  public static Tokens ofName(String name) {
    Tokens tokens = of(name);
    for (int i = 0; i < tokens.count; i++) {
      tokens.numbers[i] = Vocabulary.add(tokens.keys[i]);
    }
    return tokens;
  }

  private void cut() {
    String text = normal.text();
    char[] letters = new char[64];
    int i = 0;
    int marks = LINE | GAP;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
        marks |= LINE | GAP;
        i++;
      } else if (Letters.isSpace(c)) {
        marks |= GAP;
        i++;
      } else {
        int end = tokenEnd(text, i);
        if (end - i >= letters.length) {
          letters = new char[(end - i) * 2];
        }
        add(i, end, marks, letters);
        marks = 0;
        i = end;
      }
    }
    for (int k = 0; k < count; k++) {
      if (beginsSentence(k)) {
        breaks[k] |= SENTENCE;
      }
    }
  }

  private static int tokenEnd(String text, int start) {
    char first = text.charAt(start);
    int i = start + 1;
    if (isDigit(first)) {
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
    } else if (Letters.isLetter(first)) {
      while (i < text.length() && (Letters.isLetter(text.charAt(i)) || isDigit(text.charAt(i)))) {
        i++;
      }
    } else if (Character.isHighSurrogate(first)
        && i < text.length()
        && Character.isLowSurrogate(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void add(int start, int end, int marks, char[] letters) {
    if (count == starts.length) {
      int larger = count * 2;
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      keys = Arrays.copyOf(keys, larger);
      numbers = Arrays.copyOf(numbers, larger);
      shapes = Arrays.copyOf(shapes, larger);
      breaks = Arrays.copyOf(breaks, larger);
    }
    String text = normal.text();
    Shape shape = shapeOf(text, start, end);
    starts[count] = start;
    ends[count] = end;
    look(
        shape == Shape.SIGN
            ? sign(text, start, end, letters)
            : Syllables.key(text, start, end, letters),
        letters);
    shapes[count] = (byte) shape.ordinal();
    breaks[count] = (byte) marks;
    count++;
  }

  /** Words that no list knows get a string of their own; the others share one. */
  private void look(int length, char[] letters) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + letters[i];
    }
    Vocabulary.Word word = Vocabulary.find(letters, length, hash);
    keys[count] = word == null ? new String(letters, 0, length) : word.key();
    numbers[count] = word == null ? 0 : word.number();
  }

  private static Shape shapeOf(String text, int start, int end) {
    char first = text.charAt(start);
    if (isDigit(first)) {
      return Shape.NUMBER;
    }
    if (!Letters.isLetter(first)) {
      return Shape.SIGN;
    }
    int upper = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      letters += Letters.isLetter(c) ? 1 : 0;
      upper += Letters.isUpperCase(c) ? 1 : 0;
    }
    if (upper == 0) {
      return Shape.LOWER;
    }
    if (upper == letters) {
      return letters == 1 ? Shape.CAPITAL : Shape.UPPER;
    }
    return upper == 1 && Letters.isUpperCase(first) ? Shape.CAPITAL : Shape.MIXED;
  }

  /** Dashes are one sign, and so are quotation marks: writers mix them. */
  private static int sign(String text, int start, int end, char[] key) {
    text.getChars(start, end, key, 0);
    key[0] =
        switch (key[0]) {
          case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
          case '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
          case '\'', '\u2018', '\u2019' -> '\'';
          default -> key[0];
        };
    return end - start;
  }

  private boolean beginsSentence(int i) {
    if (i == 0 || startsLine(i)) {
      return true;
    }
    String before = keys[i - 1];
    if (before.equals("\"") || before.equals("-") || before.equals("*") || before.equals("(")) {
      return i == 1 || (breaks[i - 1] & (SENTENCE | LINE)) != 0 || keys[i - 2].equals(":");
    }
    if (before.equals(".")) {
      return hasGap(i) && !(i > 1 && !hasGap(i - 1) && ABBREVIATIONS.contains(keys[i - 2]));
    }
    return before.equals("!") || before.equals("?") || before.equals("…") || before.equals("•");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** How many tokens there are. */
  public int count() {
    return count;
  }

  /** First UTF-16 code unit of the token in the text as given. */
  public int start(int token) {
    return normal.originalStart(starts[token]);
  }

  /** Code unit after the token's last in the text as given. */
  public int end(int token) {
    return normal.originalEnd(ends[token]);
  }

  /** The token's key, see {@link Syllables}; empty outside the text. */
  public String key(int token) {
    return token < 0 || token >= count ? "" : keys[token];
  }

  /**
   * The token's number among the words that lists and registries know, from 1; 0 for any other word
   * and outside the text. The same word has the same number until the program ends.
   */
  public int number(int token) {
    return token < 0 || token >= count ? 0 : numbers[token];
  }

  /** Whether the token stands in the text and has this key. */
  public boolean is(int token, String key) {
    return key(token).equals(key);
  }

  /** How the token is written; a sign outside the text. */
  public Shape shape(int token) {
    return token < 0 || token >= count ? Shape.SIGN : SHAPES[shapes[token]];
  }

  /** Whether the token is a word that begins with a capital letter. */
  public boolean isCapital(int token) {
    Shape shape = shape(token);
    return shape == Shape.CAPITAL
        || shape == Shape.UPPER
        || (shape == Shape.MIXED && Character.isUpperCase(normal.text().charAt(starts[token])));
  }

  /** Whether the token is a word. */
  public boolean isWord(int token) {
    Shape shape = shape(token);
    return shape != Shape.SIGN && shape != Shape.NUMBER;
  }

  /** Whether white space stands before the token. */
  public boolean hasGap(int token) {
    return token >= count || (breaks[token] & GAP) != 0;
  }

  /** Whether the token is the first of a line; so is the end of the text. */
  public boolean startsLine(int token) {
    return token >= count || (breaks[token] & LINE) != 0;
  }

  /** Whether the token is the first of a sentence; so is the end of the text. */
  public boolean startsSentence(int token) {
    return token >= count || (breaks[token] & SENTENCE) != 0;
  }

  /** The words from one token up to another, as given. */
  public String surface(int from, int to) {
    return given.substring(start(from), end(to - 1));
  }

  /** The words to show: composed, single spaces between them, nothing that has no width. */
  public String words(int from, int to) {
    StringBuilder words = new StringBuilder(length(from, to));
    for (int i = from; i < to; i++) {
      if (i > from && hasGap(i)) {
        words.append(' ');
      }
      words.append(normal.text(), starts[i], ends[i]);
    }
    return words.toString();
  }

  /** Code units from one token up to another, composed and without what has no width. */
  public int length(int from, int to) {
    return ends[to - 1] - starts[from];
  }

  /** Code units of a token, composed and without what has no width. */
  public int length(int token) {
    return length(token, token + 1);
  }

  /** The keys from one token up to another, with single spaces between. */
  public String keys(int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        joined.append(' ');
      }
      joined.append(keys[i]);
    }
    return joined.toString();
  }
}
