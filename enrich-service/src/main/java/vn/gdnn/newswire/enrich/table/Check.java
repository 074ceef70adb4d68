package vn.gdnn.newswire.enrich.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Checks one file against what a schema says of it. */
final class Check {

  private final Map<String, Table> tables;
  private final Table table;
  private final Schema.Sheet sheet;

  Check(Map<String, Table> tables, String file, Schema.Sheet sheet) {
    this.tables = tables;
    this.table = tables.get(file);
    this.sheet = sheet;
  }

  /** Checks all of it. Each column is gone through by itself. */
  void all() {
    for (int i = 0; i < sheet.columns().size(); i++) {
      values(sheet.columns().get(i), i);
    }
    for (Schema.Rule rule : sheet.rules()) {
      Consumer<Schema.Rule> check =
          switch (rule.sort()) {
            case ONE_OF -> this::oneOf;
            case IN_ORDER -> this::inOrder;
            case KEY -> this::key;
          };
      check.accept(rule);
    }
    for (int i = 0; i < sheet.columns().size(); i++) {
      references(sheet.columns().get(i), i);
    }
  }

  private void values(Schema.Column column, int at) {
    Matcher matcher = column.pattern().matcher("");
    for (int row = 0; row < table.rows(); row++) {
      if (table.isEmpty(row, at)) {
        if (column.required()) {
          throw fault(row, column, "is empty: fill it in");
        }
        continue;
      }
      if (column.isFree()) {
        continue;
      }
      List<String> values = values(row, column, at);
      for (String value : values) {
        if (!matcher.reset(value).matches()) {
          throw fault(
              row,
              column,
              "\"%s\" is not of the form %s".formatted(value, column.pattern().pattern()));
        }
        if (!column.values().isEmpty() && !column.values().contains(value)) {
          throw fault(
              row,
              column,
              "\"%s\" is none of %s: correct it, or add it to the schema"
                  .formatted(value, String.join(", ", new TreeSet<>(column.values()))));
        }
        if (column.type() != Schema.Type.TEXT) {
          date(row, column, value);
        }
      }
      if (values.size() > 1 && new HashSet<>(values).size() < values.size()) {
        throw fault(row, column, "a value stands there twice: take one out");
      }
    }
  }

  private List<String> values(int row, Schema.Column column, int at) {
    List<String> values = table.list(row, at);
    if (values.size() > 1 && !column.many()) {
      throw fault(row, column, "may hold one value, without |");
    }
    for (String value : values) {
      if (value.isEmpty() || value.startsWith(" ") || value.endsWith(" ")) {
        throw fault(row, column, "a value beside | is empty or has a blank at its end");
      }
    }
    return values;
  }

  private void date(int row, Schema.Column column, String value) {
    boolean day = column.type() == Schema.Type.DAY;
    try {
      LocalDate.parse(
          switch (value.length()) {
            case 4 -> day ? value : value + "-01-01";
            case 7 -> day ? value : value + "-01";
            default -> value;
          });
    } catch (DateTimeException e) {
      String forms = day ? "2020-06-11" : "2020-06-11, 2020-06 or 2020";
      throw fault(row, column, "\"%s\" is no date: write it as %s".formatted(value, forms));
    }
  }

  private void oneOf(Schema.Rule rule) {
    int[] columns = columns(rule);
    for (int row = 0; row < table.rows(); row++) {
      boolean empty = true;
      for (int column : columns) {
        empty &= table.isEmpty(row, column);
      }
      if (empty) {
        throw table.fault(row, "", "fill in " + String.join(" or ", rule.columns()));
      }
    }
  }

  private void inOrder(Schema.Rule rule) {
    int[] columns = columns(rule);
    for (int row = 0; row < table.rows(); row++) {
      String first = table.text(row, columns[0]);
      String second = table.text(row, columns[1]);
      // What is said less exactly counts only as far as it goes: 2020-06 is not after 2020.
      int both = Math.min(first.length(), second.length());
      if (first.substring(0, both).compareTo(second.substring(0, both)) > 0) {
        throw table.fault(
            row,
            rule.columns().get(1),
            "%s is before %s, which is %s: correct one of them"
                .formatted(second, rule.columns().get(0), first));
      }
    }
  }

  private void key(Schema.Rule rule) {
    int[] columns = columns(rule);
    Map<String, Integer> seen = new HashMap<>();
    StringBuilder key = new StringBuilder();
    for (int row = 0; row < table.rows(); row++) {
      key.setLength(0);
      for (int column : columns) {
        key.append(table.text(row, column)).append('\t');
      }
      Integer before = seen.putIfAbsent(key.toString(), row);
      if (before != null) {
        throw table.fault(
            row,
            String.join("|", rule.columns()),
            "%s stands in line %d already: give another, or take a line out"
                .formatted(key.toString().strip().replace("\t", ", "), before + 2));
      }
    }
  }

  private int[] columns(Schema.Rule rule) {
    return rule.columns().stream().mapToInt(table::column).toArray();
  }

  private void references(Schema.Column column, int at) {
    if (column.refers().isEmpty()) {
      return;
    }
    int dot = column.refers().lastIndexOf('.');
    Table other = tables.get(column.refers().substring(0, dot));
    int target = other.column(column.refers().substring(dot + 1));
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < other.rows(); row++) {
      rows.putIfAbsent(other.text(row, target), row);
    }
    for (int row = 0; row < table.rows(); row++) {
      for (String value : table.list(row, at)) {
        if (!rows.containsKey(value)) {
          throw fault(
              row,
              column,
              "there is no %s \"%s\" in %s: correct it, or add it there"
                  .formatted(column.refers().substring(dot + 1), value, other.file()));
        }
      }
    }
    if (other == table && isKey(column.refers().substring(dot + 1))) {
      circles(column, at, rows);
    }
  }

  private boolean isKey(String column) {
    return sheet.rules().stream()
        .anyMatch(rule -> rule.sort() == Schema.Sort.KEY && rule.columns().equals(List.of(column)));
  }

  /** Follows each row's references, without recursion: a chain may be as long as the file. */
  private void circles(Schema.Column column, int at, Map<String, Integer> rows) {
    BitSet onTheWay = new BitSet();
    BitSet done = new BitSet();
    Deque<Step> way = new ArrayDeque<>();
    for (int row = 0; row < table.rows(); row++) {
      int next = row;
      while (next >= 0 || !way.isEmpty()) {
        if (next >= 0 && onTheWay.get(next)) {
          throw fault(next, column, "leads back to its own row: correct it");
        }
        if (next >= 0 && !done.get(next)) {
          onTheWay.set(next);
          way.push(new Step(next, table.list(next, at).iterator()));
        }
        next = -1;
        Step last = way.peek();
        if (last != null && last.others().hasNext()) {
          next = rows.getOrDefault(last.others().next(), -1);
        } else if (last != null) {
          way.pop();
          onTheWay.clear(last.row());
          done.set(last.row());
        }
      }
    }
  }

  private record Step(int row, Iterator<String> others) {}

  private TableFault fault(int row, Schema.Column column, String what) {
    return table.fault(row, column.name(), what);
  }
}
