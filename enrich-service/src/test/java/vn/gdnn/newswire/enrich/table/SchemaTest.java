package vn.gdnn.newswire.enrich.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

  private static final String HEAD =
      "file\tcolumn\ttype\trequired\tmany\tpattern\tvalues\trefers\tsays\n";

  private static Table table(String name, String text) {
    return new Table(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Schema schema(String rows) {
    return new Schema(table("schema.tsv", HEAD + rows));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.tsv!x!number!!!!!!;line 2, column type: \"number\" is none of text, date, day, one of,"
            + " in order, key",
        "a.tsv!x!text!maybe!!!!!;line 2, column required: write yes, or nothing",
        "a.tsv!x!text!!1!!!!;line 2, column many: write yes, or nothing",
        "a.tsv!x!text!!![a-!!!;line 2, column pattern: no regular expression",
        "a.tsv!x!text!!!!!b.tsv.x!;line 2, column refers: there is no column b.tsv.x",
        "a.tsv!x!text!!!!!a.tsv.y!;line 2, column refers: there is no column a.tsv.y",
        "a.tsv!x!text!!!!!x!;line 2, column refers: there is no column x",
        "a.tsv!x|y!key!!!!!!;line 2, column column: the file is to have one column x",
        "!x!text!!!!!!;line 2: file and column are needed",
      })
  void refusesWhatIsNoSchema(String row, String message) {
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> schema(row.replace('!', '\t') + "\n"))
        .withMessageStartingWith("schema.tsv, " + message);
  }

  @Test
  void refusesAColumnThatStandsTwice_andOtherColumns() {
    String column = "a.tsv\tx\ttext\t\t\t\t\t\t\n";
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> schema(column + column))
        .withMessage("schema.tsv, line 2, column column: the file is to have one column x");
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> new Schema(table("schema.tsv", "file\tcolumn\n")))
        .withMessageStartingWith("schema.tsv, line 1: the columns are to be file, column, type");
  }

  @Test
  void aFileIsRightOrWrong_byItsSchemaAlone() {
    Table colours = table("a.tsv", "colour\nxanh\n");

    assertThatCode(
            () ->
                schema("a.tsv\tcolour\ttext\t\t\t\txanh|vàng\t\t\n")
                    .check(Map.of("a.tsv", colours)))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(
            () -> schema("a.tsv\tcolour\ttext\t\t\t\tvàng\t\t\n").check(Map.of("a.tsv", colours)))
        .withMessage(
            "a.tsv, line 2, column colour: \"xanh\" is none of vàng: correct it, or add it to the"
                + " schema");
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> schema("a.tsv\tsize\ttext\t\t\t\t\t\t\n").check(Map.of("a.tsv", colours)))
        .withMessage("a.tsv, line 1: the columns are to be size");
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> schema("b.tsv\tsize\ttext\t\t\t\t\t\t\n").check(Map.of("a.tsv", colours)))
        .withMessageStartingWith("b.tsv: is missing");
  }

  @Test
  void readsCells() {
    Table table = table("a.tsv", "x\ty\n1\t\n\tb|c");

    assertThat(table.columns()).containsExactly("x", "y");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.text(0, 0)).isEqualTo("1");
    assertThat(table.isEmpty(0, 1)).isTrue();
    assertThat(table.list(0, 1)).isEmpty();
    assertThat(table.list(1, table.column("y"))).containsExactly("b", "c");
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> table.column("z"))
        .withMessage("a.tsv, line 1: there is no column z, which is needed");
  }
}
