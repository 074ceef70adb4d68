package vn.gdnn.newswire.enrich.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is asked of one marked article: what its short forms, aliases, given names and offices stand
 * for on its day. Columns {@code kind}, {@code surface}, {@code nth}, {@code id}, one head line; as
 * {@code seeds/training/resolution} says.
 *
 * @param name the file's name, for messages
 * @param questions what is asked, in the order of the file
 */
public record ResolutionFile(String name, List<Question> questions) {

  private static final Set<String> KINDS = Set.of("UNIT", "PERSON", "OFFICE");
  private static final String HEAD = "kind\tsurface\tnth\tid";

  /** Copies the list. */
  public ResolutionFile {
    questions = List.copyOf(questions);
  }

  /**
   * One question.
   *
   * @param kind {@code UNIT}, {@code PERSON} or {@code OFFICE}
   * @param surface the words
   * @param nth which of those words, from 1
   * @param id the registry's id that they stand for; {@code x} a name that the registry does not
   *     know; {@code -} nobody
   * @param start first UTF-16 code unit in headline, line break and body
   * @param end code unit after the last
   */
  public record Question(String kind, String surface, int nth, String id, int start, int end) {}

  /**
   * Reads the questions and finds what they ask about.
   *
   * @param name the file's name, for messages
   * @param table the file's text
   * @param title the article's headline
   * @param body the article's body
   * @throws IllegalArgumentException when a line is no question, or asks about what does not stand
   *     in the article, with name and line
   */
  public static ResolutionFile parse(String name, String table, String title, String body) {
    String text = text(title, body);
    List<Question> questions = new ArrayList<>();
    String[] lines = table.split("\r?\n", -1);
    if (!lines[0].equals(HEAD)) {
      throw wrong(name, 1, "the columns are to be kind, surface, nth, id with tabs between");
    }
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        questions.add(question(name, i + 1, lines[i].split("\t", -1), text));
      }
    }
    return new ResolutionFile(name, questions);
  }

  /** The text that offsets count in. */
  static String text(String title, String body) {
    return title + "\n" + body;
  }

  private static Question question(String name, int line, String[] cells, String text) {
    if (cells.length != 4 || cells[1].isEmpty() || cells[3].isBlank()) {
      throw wrong(name, line, "a line is to have kind, surface, nth and id");
    }
    if (!KINDS.contains(cells[0])) {
      throw wrong(name, line, "\"" + cells[0] + "\" is none of UNIT, PERSON, OFFICE");
    }
    int nth = cells[2].matches("[1-9][0-9]{0,5}") ? Integer.parseInt(cells[2]) : 0;
    if (nth == 0) {
      throw wrong(name, line, "\"" + cells[2] + "\" is no count from 1");
    }
    int start = -1;
    for (int i = 0; i < nth; i++) {
      start = text.indexOf(cells[1], start + 1);
      if (start < 0) {
        throw wrong(
            name,
            line,
            "\"%s\" stands only %d times in the article, not %d".formatted(cells[1], i, nth));
      }
    }
    return new Question(cells[0], cells[1], nth, cells[3], start, start + cells[1].length());
  }

  private static IllegalArgumentException wrong(String name, int line, String what) {
    return new IllegalArgumentException(name + ", line " + line + ": " + what);
  }
}
