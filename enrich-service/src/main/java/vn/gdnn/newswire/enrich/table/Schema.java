package vn.gdnn.newswire.enrich.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What stands in a folder's tables, itself a table ({@code schema.tsv}): a line for each column of
 * each file, in order, and a line for each rule over several columns of a row. The files are
 * checked by nothing else.
 *
 * <table>
 *   <caption>Columns of a schema</caption>
 *   <tr><td>{@code file}</td><td>the file's name</td></tr>
 *   <tr><td>{@code column}</td><td>the column's name; of a rule the columns' names with {@code |}
 *   between</td></tr>
 *   <tr><td>{@code type}</td><td>{@code text}; {@code date} (a day, a month or a year); {@code day};
 *   of a rule {@code one of} (not all of them may be empty), {@code in order} (the first date is
 *   not after the second) or {@code key} (no two rows agree in all of them)</td></tr>
 *   <tr><td>{@code required}</td><td>{@code yes} where a cell may not be empty</td></tr>
 *   <tr><td>{@code many}</td><td>{@code yes} where a cell may hold several values with {@code |}
 *   between</td></tr>
 *   <tr><td>{@code pattern}</td><td>regular expression that each whole value has to match</td></tr>
 *   <tr><td>{@code values}</td><td>the values that are allowed, with {@code |} between</td></tr>
 *   <tr><td>{@code refers}</td><td>{@code file.column}: each value stands there; one that refers
 *   within its own file never leads back to its own row</td></tr>
 *   <tr><td>{@code says}</td><td>what the column means, for editors</td></tr>
 * </table>
 */
public final class Schema {

  private static final List<String> COLUMNS =
      List.of("file", "column", "type", "required", "many", "pattern", "values", "refers", "says");

  private static final Pattern ANYTHING = Pattern.compile(".*");

  /** A column of a file. */
  record Column(
      String name,
      Type type,
      boolean required,
      boolean many,
      Pattern pattern,
      Set<String> values,
      String refers) {
    /** Whether it may hold anything. */
    boolean isFree() {
      return type == Type.TEXT && !many && pattern == ANYTHING && values.isEmpty();
    }
  }

  /** What a value is. */
  enum Type {
    TEXT,
    DATE,
    DAY
  }

  /** A rule over several columns. */
  record Rule(Sort sort, List<String> columns) {}

  /** What a rule says. */
  enum Sort {
    ONE_OF,
    IN_ORDER,
    KEY
  }

  /** What stands in one file. */
  record Sheet(List<Column> columns, List<Rule> rules) {
    List<String> names() {
      return columns.stream().map(Column::name).toList();
    }
  }

  private final Map<String, Sheet> sheets = new LinkedHashMap<>();

  /**
   * Reads a schema.
   *
   * @throws TableFault when it is none
   */
  public Schema(Table table) {
    if (!table.columns().equals(COLUMNS)) {
      throw new TableFault(
          table.file(), 1, "", "the columns are to be " + String.join(", ", COLUMNS));
    }
    for (int row = 0; row < table.rows(); row++) {
      read(table, row);
    }
    for (int row = 0; row < table.rows(); row++) {
      checkNames(table, row);
    }
  }

  private void read(Table table, int row) {
    String file = table.text(row, 0);
    List<String> names = table.list(row, 1);
    if (file.isEmpty() || names.isEmpty()) {
      throw table.fault(row, "", "file and column are needed");
    }
    Sheet sheet =
        sheets.computeIfAbsent(file, name -> new Sheet(new ArrayList<>(), new ArrayList<>()));
    String type = table.text(row, 2);
    switch (type) {
      case "text" -> sheet.columns().add(column(table, row, Type.TEXT));
      case "date" -> sheet.columns().add(column(table, row, Type.DATE));
      case "day" -> sheet.columns().add(column(table, row, Type.DAY));
      case "one of" -> sheet.rules().add(new Rule(Sort.ONE_OF, names));
      case "in order" -> sheet.rules().add(new Rule(Sort.IN_ORDER, names));
      case "key" -> sheet.rules().add(new Rule(Sort.KEY, names));
      default ->
          throw table.fault(
              row,
              "type",
              "\"%s\" is none of text, date, day, one of, in order, key".formatted(type));
    }
  }

  private static Column column(Table table, int row, Type type) {
    return new Column(
        table.text(row, 1),
        type,
        isYes(table, row, 3),
        isYes(table, row, 4),
        pattern(table, row),
        Set.copyOf(table.list(row, 6)),
        table.text(row, 7));
  }

  private static boolean isYes(Table table, int row, int column) {
    String text = table.text(row, column);
    if (!text.isEmpty() && !text.equals("yes")) {
      throw table.fault(row, COLUMNS.get(column), "write yes, or nothing");
    }
    return !text.isEmpty();
  }

  private static Pattern pattern(Table table, int row) {
    if (table.isEmpty(row, 5)) {
      return ANYTHING;
    }
    try {
      return Pattern.compile(table.text(row, 5));
    } catch (PatternSyntaxException wrong) {
      throw table.fault(
          row, "pattern", "no regular expression (" + wrong.getDescription() + "): correct it");
    }
  }

  /** The names that rules and references use are columns. */
  private void checkNames(Table table, int row) {
    Sheet sheet = sheets.get(table.text(row, 0));
    for (String name : table.list(row, 1)) {
      if (sheet.columns().stream().filter(column -> column.name().equals(name)).count() != 1) {
        throw table.fault(row, "column", "the file is to have one column " + name);
      }
    }
    String refers = table.text(row, 7);
    int dot = refers.lastIndexOf('.');
    Sheet other = sheets.get(refers.substring(0, Math.max(0, dot)));
    if (!refers.isEmpty()
        && (other == null || !other.names().contains(refers.substring(dot + 1)))) {
      throw table.fault(row, "refers", "there is no column " + refers);
    }
  }

  /** The files it speaks of, in its order. */
  public List<String> files() {
    return List.copyOf(sheets.keySet());
  }

  /**
   * Checks files against it.
   *
   * @param tables the files, by name; each that it speaks of
   * @throws TableFault for the first thing that is wrong
   */
  public void check(Map<String, Table> tables) {
    sheets.forEach(
        (file, sheet) -> {
          Table table = tables.get(file);
          if (table == null) {
            throw new TableFault(file, 0, "", "is missing: put it beside the others");
          }
          if (!table.columns().equals(sheet.names())) {
            throw new TableFault(
                file, 1, "", "the columns are to be " + String.join(", ", sheet.names()));
          }
        });
    sheets.forEach((file, sheet) -> new Check(tables, file, sheet).all());
  }
}
