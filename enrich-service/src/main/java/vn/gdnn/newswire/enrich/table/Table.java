package vn.gdnn.newswire.enrich.table;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * One tab-separated file: a header line that names the columns, then a row a line. UTF-8 in NFC;
 * cells have no blanks at their ends and no characters that can't be seen. Cells are cut out of the
 * text when they are asked for, since most of a registry's bytes are sources and notes.
 */
public final class Table {

  private static final char LOST = '\uFFFD';

  private final String file;
  private final String text;
  private final List<String> columns;

  /** Where each cell begins, row by row, and one past the end; a cell ends one before the next. */
  private int[] starts = new int[1 << 10];

  private int cells;

  /**
   * Reads a file.
   *
   * @throws TableFault when it is no such table
   */
  public Table(String file, byte[] bytes) {
    this.file = file;
    this.text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      throw new TableFault(
          file, 1, "", "begins with a byte order mark: save it as UTF-8 without one");
    }
    int end = text.indexOf('\n');
    this.columns = List.of(text.substring(0, end < 0 ? text.length() : end).split("\t", -1));
    cut();
  }

  private void cut() {
    int length = text.endsWith("\n") ? text.length() - 1 : text.length();
    boolean composed = true;
    int start = 0;
    int inRow = 0;
    for (int i = 0; i <= length; i++) {
      char c = i == length ? '\n' : text.charAt(i);
      if (c == '\t' || c == '\n') {
        if (i > start && (text.charAt(start) == ' ' || text.charAt(i - 1) == ' ')) {
          throw at(start, "a blank at the cell's beginning or end: take it out");
        }
        add(start);
        start = i + 1;
        inRow++;
        if (c == '\n') {
          checkWidth(inRow, i);
          inRow = 0;
        }
      } else if (!isUsual(c)) {
        composed &= c < '\u0300' || c >= '\u0370';
        checkCharacter(c, i);
      }
    }
    add(length + 1);
    cells--;
    if (!composed) {
      checkComposed();
    }
  }

  private void add(int start) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, cells * 2);
    }
    starts[cells++] = start;
  }

  private void checkWidth(int inRow, int end) {
    if (inRow == columns.size()) {
      return;
    }
    boolean empty = inRow == 1 && starts[cells - 1] == end;
    throw at(
        end,
        "",
        empty
            ? "the line is empty: take it out"
            : inRow
                + " columns where "
                + columns.size()
                + " are to be: put a tab between all cells, also the empty ones");
  }

  /** ASCII and the letters of Vietnamese. */
  private static boolean isUsual(char c) {
    return c >= ' ' && c <= '~' || c > '\u00AD' && c < '\u0300' || c >= '\u1E00' && c < '\u2000';
  }

  private void checkCharacter(char c, int i) {
    if (c == '\r') {
      throw at(i, "", "the line ends in CR LF: save the file with LF alone");
    }
    if (c == LOST) {
      throw at(i, "not UTF-8: save the file as UTF-8, and write the lost letter anew");
    }
    if (c < ' ' || c == 0x7F || Character.isISOControl(c)) {
      throw at(i, "holds a control character: take it out");
    }
    int type = Character.getType(c);
    if (c != ' ' && type == Character.SPACE_SEPARATOR || type == Character.FORMAT) {
      throw at(i, "holds U+%04X, which can't be seen: write a blank or nothing".formatted((int) c));
    }
  }

  private void checkComposed() {
    for (int cell = 0; cell < cells; cell++) {
      if (!Normalizer.isNormalized(text(cell), Normalizer.Form.NFC)) {
        throw at(starts[cell], "not NFC: save the file with composed letters");
      }
    }
  }

  private TableFault at(int offset, String what) {
    int line = text.lastIndexOf('\n', offset - 1) + 1;
    long tabs = text.substring(line, offset).chars().filter(c -> c == '\t').count();
    return at(offset, tabs < columns.size() ? columns.get((int) tabs) : "", what);
  }

  private TableFault at(int offset, String column, String what) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new TableFault(file, line, line == 1 ? "" : column, what);
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The names of the columns, in order. */
  public List<String> columns() {
    return columns;
  }

  /** How many rows there are, the header not counted. */
  public int rows() {
    return cells / columns.size() - 1;
  }

  /**
   * The number of a column.
   *
   * @throws TableFault when the file has none of that name
   */
  public int column(String name) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw new TableFault(file, 1, "", "there is no column " + name + ", which is needed");
    }
    return column;
  }

  /** What stands in a cell. */
  public String text(int row, int column) {
    return text(cell(row, column));
  }

  private String text(int cell) {
    return text.substring(starts[cell], starts[cell + 1] - 1);
  }

  private int cell(int row, int column) {
    return (row + 1) * columns.size() + column;
  }

  /** Whether nothing stands in a cell. */
  public boolean isEmpty(int row, int column) {
    int cell = cell(row, column);
    return starts[cell] == starts[cell + 1] - 1;
  }

  /** The values of a cell, which are parted by {@code |}; none of an empty one. */
  public List<String> list(int row, int column) {
    if (isEmpty(row, column)) {
      return List.of();
    }
    String cell = text(row, column);
    return cell.indexOf('|') < 0 ? List.of(cell) : List.of(cell.split("\\|", -1));
  }

  /** A fault in a row. */
  public TableFault fault(int row, String column, String what) {
    return new TableFault(file, row + 2, column, what);
  }
}
