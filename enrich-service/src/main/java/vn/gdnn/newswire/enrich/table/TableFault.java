package vn.gdnn.newswire.enrich.table;

/** A file is wrong. The message names file, line and column, and says what to do. */
public final class TableFault extends RuntimeException {

  /** Of a line, or of the whole file where {@code line} is 0. */
  public TableFault(String file, int line, String column, String what) {
    super(
        file
            + (line == 0 ? "" : ", line " + line)
            + (column.isEmpty() ? "" : ", column " + column)
            + ": "
            + what);
  }
}
