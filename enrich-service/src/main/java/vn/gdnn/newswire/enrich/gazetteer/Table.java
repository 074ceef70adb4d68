package vn.gdnn.newswire.enrich.gazetteer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** One tab-separated file: a header line that names the columns, then a row a line. */
final class Table {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final String file;
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();

  Table(String file, byte[] bytes, String... expected) {
    this.file = file;
    String text = decode(file, bytes);
    String[] lines = text.split("\n", -1);
    this.columns = List.of(lines[0].split("\t", -1));
    if (!columns.equals(Arrays.asList(expected))) {
      throw new RegistryFault(file, 1, "the columns are to be " + String.join(", ", expected));
    }
    // Letters without marks of their own are composed already; that is quickly seen.
    boolean composed = text.chars().noneMatch(c -> c >= 0x300 && c < 0x370);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].isEmpty() && i == lines.length - 1) {
        continue;
      }
      List<String> cells = List.of(lines[i].split("\t", -1));
      Row row = new Row(i + 1, cells);
      if (cells.size() != columns.size()) {
        throw row.fault(cells.size() + " columns where " + columns.size() + " are to be");
      }
      if (!composed && !Normalizer.isNormalized(lines[i], Normalizer.Form.NFC)) {
        throw row.fault("not NFC");
      }
      rows.add(row);
    }
  }

  private static String decode(String file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RegistryFault(file, "not UTF-8");
    }
  }

  List<Row> rows() {
    return rows;
  }

  /** A row, whose faults name file and line. */
  final class Row {
    private final int line;
    private final List<String> cells;

    private Row(int line, List<String> cells) {
      this.line = line;
      this.cells = cells;
    }

    String text(String column) {
      return cells.get(columns.indexOf(column));
    }

    String required(String column) {
      String text = text(column);
      if (text.isBlank()) {
        throw fault("no " + column);
      }
      return text;
    }

    String id(String column) {
      String text = required(column);
      if (!ID.matcher(text).matches() || text.length() > 200) {
        throw fault(column + " is no id: " + text);
      }
      return text;
    }

    List<String> list(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return List.of();
      }
      List<String> parts = List.of(text.split("\\|", -1));
      if (parts.stream().anyMatch(String::isBlank)) {
        throw fault("an empty part in " + column);
      }
      return parts;
    }

    PartialDate date(String column) {
      try {
        return new PartialDate(text(column));
      } catch (DateTimeException e) {
        throw fault(column + " is no date: " + text(column));
      }
    }

    List<LocalDate> days(String column) {
      List<LocalDate> days = new ArrayList<>();
      for (String part : list(column)) {
        try {
          days.add(LocalDate.parse(part));
        } catch (DateTimeException e) {
          throw fault(column + " holds what is no day: " + part);
        }
      }
      return days;
    }

    RegistryFault fault(String what) {
      return new RegistryFault(file, line, what);
    }
  }
}
