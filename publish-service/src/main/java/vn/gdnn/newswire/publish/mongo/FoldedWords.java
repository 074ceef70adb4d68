package vn.gdnn.newswire.publish.mongo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of a text as a reader without a Vietnamese keyboard types them: "đào tạo" is found by
 * "dao tao".
 */
final class FoldedWords {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Longer ones are cut: an index key has a limit, and nobody types more. */
  private static final int LONGEST = 64;

  private FoldedWords() {}

  /** The different words, sorted. */
  static List<String> of(String text) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("")
            .replace('đ', 'd');
    TreeSet<String> words = new TreeSet<>();
    BETWEEN
        .splitAsStream(folded)
        .filter(word -> !word.isEmpty())
        .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
        .forEach(words::add);
    return List.copyOf(words);
  }
}
