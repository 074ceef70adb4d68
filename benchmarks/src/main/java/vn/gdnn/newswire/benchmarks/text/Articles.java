package vn.gdnn.newswire.benchmarks.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.RawSpan;
import vn.gdnn.newswire.events.Kind;

/** Articles of a folder, marked or not; and longer texts made of them. */
public final class Articles {

  private Articles() {}

  /**
   * Reads every {@code .txt} file in folders and below them, in the order of their paths.
   *
   * @throws UncheckedIOException when one can't be read
   * @throws IllegalArgumentException when one is marked wrongly, with file and line
   */
  public static List<MarkedFile> read(List<Path> folders) {
    List<MarkedFile> articles = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
          articles.add(MarkedFile.parse(file.toString(), Files.readString(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return articles;
  }

  /** UTF-16 code units of headlines and bodies. */
  public static long characters(List<MarkedFile> articles) {
    return articles.stream()
        .mapToLong(article -> article.title().length() + article.body().length())
        .sum();
  }

  /**
   * A text as long as asked for, of articles one after the other; each time round with other people
   * and other numbers, so that what it names grows with it.
   *
   * @param length in UTF-16 code units
   */
  public static String stretched(List<MarkedFile> articles, int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder(length + 100_000);
    boolean again = false;
    while (text.length() < length) {
      for (MarkedFile article : articles) {
        text.append(again ? varied(article, random) : article.body()).append('\n');
      }
      again = true;
    }
    text.setLength(length);
    return text.toString();
  }

  /** Parts of a text that end between words, each of a length or a little less. */
  public static List<String> parts(String text, int length) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + length);
      int space = text.lastIndexOf(' ', to);
      if (to < text.length() && space > from) {
        to = space + 1;
      }
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private static String varied(MarkedFile article, Random random) {
    Map<String, String> renamed = new HashMap<>();
    StringBuilder varied = new StringBuilder();
    int at = article.bodyStart();
    for (RawSpan span : article.gold()) {
      if (span.kind() == Kind.PERSON && span.start() >= at) {
        varied.append(article.raw(), at, span.start());
        String name = article.raw().substring(span.start(), span.end());
        varied.append(
            renamed.computeIfAbsent(
                name, key -> MadeUpNames.person(random, key.split(" ", -1).length)));
        at = span.end();
      }
    }
    varied.append(article.raw(), at, article.raw().length());
    for (int i = 0; i < varied.length(); i++) {
      if (Character.isDigit(varied.charAt(i))) {
        varied.setCharAt(i, (char) ('0' + random.nextInt(10)));
      }
    }
    return varied.toString();
  }
}
