package vn.gdnn.newswire.enrich.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well a tagger did on marked files.
 *
 * @param articles how many files
 * @param rows strict, relaxed and document level, by kind and for all kinds
 * @param groups the same of each group of files (of a source, of a style), by name; empty when all
 *     are of one
 * @param confidence what the tagger's confidence is worth
 * @param errors what went wrong, in reading order
 */
public record Score(
    int articles, List<Row> rows, List<Group> groups, Confidence confidence, List<Miss> errors) {

  private static final List<String> KINDS = List.of("PERSON", "UNIT", "PLAN", "ALL");

  /** Copies the lists. */
  public Score {
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
    errors = List.copyOf(errors);
  }

  /**
   * One line of the table.
   *
   * @param level {@code strict}, {@code relaxed} or {@code document}
   * @param kind {@code PERSON}, {@code UNIT}, {@code PLAN} or {@code ALL}
   * @param counts the counts
   * @param precision 95 % interval of precision
   * @param recall 95 % interval of recall
   * @param f1 95 % interval of F1
   */
  public record Row(
      String level, String kind, Counts counts, Interval precision, Interval recall, Interval f1) {}

  /**
   * Some of the files.
   *
   * @param name what they have in common
   * @param articles how many they are
   * @param rows as of all
   */
  public record Group(String name, int articles, List<Row> rows) {
    /** Copies the list. */
    public Group {
      rows = List.copyOf(rows);
    }

    /** The row of a level and kind. */
    public Row row(String level, String kind) {
      return Score.row(rows, level, kind);
    }
  }

  /** A 95 % interval, see {@link Bootstrap}. */
  public record Interval(double low, double high) {}

  /**
   * An error.
   *
   * @param file the file
   * @param kind the kind marked, or predicted where nothing is marked
   * @param cause {@code missed known}, {@code missed unknown} (to the registry), {@code spurious},
   *     {@code too long}, {@code too short}, {@code shifted}, {@code split}, {@code joined} or
   *     {@code wrong kind}
   * @param gold the words marked, empty for a spurious name
   * @param predicted the words predicted, empty for a missed name; several with {@code |} between
   */
  public record Miss(String file, String kind, String cause, String gold, String predicted) {}

  /** The row of a level and kind. */
  public Row row(String level, String kind) {
    return row(rows, level, kind);
  }

  private static Row row(List<Row> rows, String level, String kind) {
    return rows.stream()
        .filter(row -> row.level().equals(level) && row.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** How many errors of each cause a kind has. */
  public Map<String, Long> causes(String kind) {
    return errors.stream()
        .filter(error -> error.kind().equals(kind))
        .collect(Collectors.groupingBy(Miss::cause, TreeMap::new, Collectors.counting()));
  }

  /**
   * A table for people.
   *
   * @param grouped what a group's files have in common: {@code source}, {@code style}
   */
  public String table(String grouped) {
    StringBuilder table =
        new StringBuilder(
            "%d articles; 95 %% intervals by bootstrap over articles (2,000 resamples)\n"
                .formatted(articles));
    table.append(
        "%-9s %-7s %6s %6s  %-22s %-22s %-22s\n"
            .formatted("level", "kind", "marked", "found", "precision", "recall", "F1"));
    for (Row row : rows) {
      Counts counts = row.counts();
      table.append(
          "%-9s %-7s %6d %6d  %s %s %s\n"
              .formatted(
                  row.level(),
                  row.kind(),
                  counts.gold(),
                  counts.found(),
                  cell(counts.precision(), row.precision()),
                  cell(counts.recall(), row.recall()),
                  cell(counts.f1(), row.f1())));
    }
    groups(table, grouped);
    causes(table);
    return table.append('\n').append(confidence.table()).toString();
  }

  private static String cell(double value, Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", value, interval.low(), interval.high());
  }

  /** Strict F1, and last that of the document level: a line for each group. */
  private void groups(StringBuilder table, String grouped) {
    if (groups.isEmpty()) {
      return;
    }
    int width = groups.stream().mapToInt(group -> group.name().length()).max().orElse(0);
    String name = "%-" + Math.max(width, grouped.length()) + "s";
    table.append('\n').append(name.formatted(grouped)).append(" articles  strict F1, of");
    table.append("\n").append(" ".repeat(name.formatted("").length() + 9));
    KINDS.forEach(kind -> table.append("  %-16s".formatted(kind)));
    table.append("  ALL, document\n");
    for (Group group : groups) {
      table.append(name.formatted(group.name())).append("%9d".formatted(group.articles()));
      KINDS.forEach(kind -> table.append("  ").append(narrow(group.row("strict", kind))));
      table.append("  ").append(narrow(group.row("document", "ALL"))).append('\n');
    }
  }

  /** A value of three digits with its interval: {@code .936 (.902-.961)}; a dash for no names. */
  private static String narrow(Row row) {
    Counts counts = row.counts();
    if (counts.gold() == 0 && counts.predicted() == 0) {
      return "%-16s".formatted("-");
    }
    return "%s (%s-%s)"
        .formatted(share(counts.f1()), share(row.f1().low()), share(row.f1().high()));
  }

  private static String share(double value) {
    String digits = String.format(Locale.ROOT, "%.3f", value);
    return digits.startsWith("0") ? digits.substring(1) : "1.00";
  }

  private void causes(StringBuilder table) {
    table.append("\n%-7s".formatted("errors"));
    for (Cause cause : Cause.values()) {
      table.append("  ").append(cause.words());
    }
    table.append('\n');
    for (String kind : KINDS.subList(0, 3)) {
      Map<String, Long> counted = causes(kind);
      table.append("%-7s".formatted(kind));
      for (Cause cause : Cause.values()) {
        String words = cause.words();
        table.append(("  %" + words.length() + "d").formatted(counted.getOrDefault(words, 0L)));
      }
      table.append('\n');
    }
  }
}
