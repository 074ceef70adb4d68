package vn.gdnn.newswire.publish.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text without Vietnamese marks and in small letters, each character with its place: "dao tao"
 * finds "Đào tạo".
 */
final class Folding {

  private static final Pattern SPACE = Pattern.compile("[\\s\\x{A0}]+");

  private final StringBuilder folded = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();

  private Folding(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      for (char letter : letters(c).toCharArray()) {
        folded.append(letter);
        places.add(at);
      }
      at += Character.charCount(c);
    }
    places.add(text.length());
  }

  private static String letters(int c) {
    if (c < 0x80) {
      return String.valueOf((char) Character.toLowerCase(c));
    }
    if (c == 'đ' || c == 'Đ') {
      return "d";
    }
    if (c == 0xA0) {
      return " ";
    }
    String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    return apart.replaceAll("\\p{Mn}", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Where a query's words stand, as {start, end}, in order, without overlap: the words together
   * where they stand so anywhere, else each by itself. They must begin a word of the text.
   */
  static List<int[]> find(String text, String words) {
    Folding in = new Folding(text);
    List<String> wanted = wanted(words);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<int[]> together = in.find(List.of(String.join(" ", wanted)));
    return together.isEmpty() ? in.find(wanted) : together;
  }

  /** Whether a text holds each of a query's words, wherever they stand. */
  static boolean holdsAll(String text, String words) {
    Folding in = new Folding(text);
    return wanted(words).stream().noneMatch(word -> in.find(List.of(word)).isEmpty());
  }

  private static List<String> wanted(String words) {
    return Stream.of(SPACE.split(new Folding(words).folded.toString().strip()))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private List<int[]> find(List<String> wanted) {
    List<int[]> found = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int end = at;
      if (at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1))) {
        for (String word : wanted) {
          if (startsWith(word, at)) {
            end = Math.max(end, at + word.length());
          }
        }
      }
      if (end > at) {
        found.add(new int[] {places.get(at), places.get(end)});
        at = end;
      } else {
        at++;
      }
    }
    return found;
  }

  private boolean startsWith(String word, int at) {
    int end = at + word.length();
    return end <= folded.length() && folded.substring(at, end).equals(word);
  }
}
