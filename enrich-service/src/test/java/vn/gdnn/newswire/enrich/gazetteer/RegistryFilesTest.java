package vn.gdnn.newswire.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.enrich.table.TableFault;

class RegistryFilesTest {

  private static final Map<String, String> SMALL =
      Map.of(
          "people.tsv",
          "id\tname\taliases\tsource\nha-mau\tHà Mẫu\t\there\n",
          "units.tsv",
          """
          id\tname\taliases\tshort\tkind\tparent\tfrom\tto\tpredecessors\tsuccessors\tsource\tnote
          vien-mau\tViện Mẫu\tVM\tViện\tinstitute\t\t2001\t\t\t\there\t
          phong-mau\tPhòng Mẫu\t\t\tdepartment\tvien-mau\t\t\t\t\there\t
          """,
          "plans.tsv",
          """
          id\ttype\tnumber\tdate\tissuer\ttitle\tnames\tapproves\treplaced_by\tsource\tnote
          luat-mau\tluật\t\t2011-02\tQuốc hội\tLuật Mẫu\tLuật M\t\t\there\t
          """,
          "offices.tsv",
          """
          person\ttitle\tunit\tfrom\tto\tseen\tsource\tnote
          ha-mau\tViện trưởng\tvien-mau\t\t\t2011-01-02|2012-03-04\there\t
          """,
          "places.tsv",
          "name\ttype\taliases\tfrom\tto\tmerged_into\tsource\n",
          "codes.tsv",
          "code\ttype\tissuer\tsource\nNĐ-CP\tnghị định\tChính phủ\there\n",
          "former.tsv",
          "kind\tformer\tid\tnote\n");

  @TempDir Path folder;

  @BeforeEach
  void writeASmallRegistry() throws IOException {
    for (Map.Entry<String, String> file : SMALL.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Files.copy(Path.of("../seeds/registry/schema.tsv"), folder.resolve("schema.tsv"));
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(folder.resolve(file), SMALL.get(file) + line + "\n");
  }

  @Test
  void readsAFolder() {
    Registry registry = RegistryFiles.folder(folder);

    assertThat(registry.entries()).hasSize(4);
    assertThat(registry.find(Entry.Unit.class, "phong-mau"))
        .hasValueSatisfying(unit -> assertThat(unit.parent()).isEqualTo("vien-mau"));
    assertThat(registry.offices())
        .singleElement()
        .satisfies(term -> assertThat(term.seen()).hasSize(2));
    assertThat(registry.typesByCode()).containsEntry("NĐ-CP", "nghị định");
  }

  @Test
  void hasAVersionThatChangesWithTheFilesOnly() throws IOException {
    String version = RegistryFiles.folder(folder).version();
    assertThat(RegistryFiles.folder(folder).version()).isEqualTo(version);

    append("people.tsv", "le-mau\tLê Mẫu\t\there");

    assertThat(RegistryFiles.folder(folder).version()).isNotEqualTo(version);
  }

  @Test
  void readsThePackagedRegistry() {
    Registry registry = RegistryFiles.packaged();

    assertThat(registry.find(Entry.Unit.class, "tong-cuc-giao-duc-nghe-nghiep")).isPresent();
    assertThat(registry.find(Entry.Person.class, "truong-anh-dung")).isPresent();
    assertThat(registry.find(Entry.Plan.class, "chi-thi-24-ct-ttg")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // What a value may be.
        "people.tsv;Bad Id!Lê Mẫu!!here;people.tsv, line 3, column id: \"Bad Id\" is not of the"
            + " form [a-z0-9]+(-[a-z0-9]+)*",
        "people.tsv;le-mau!12!!here;people.tsv, line 3, column name: \"12\" is not of the form"
            + " .*\\p{L}.*",
        "people.tsv;le-mau!Lê Mẫu!!;people.tsv, line 3, column source: is empty: fill it in",
        "people.tsv;le-mau!!!here;people.tsv, line 3, column name: is empty: fill it in",
        "people.tsv;le-mau!Lê Mẫu!A||B!here;people.tsv, line 3, column aliases: a value beside | is"
            + " empty or has a blank at its end",
        "people.tsv;le-mau!Lê Mẫu!A |B!here;people.tsv, line 3, column aliases: a value beside | is"
            + " empty or has a blank at its end",
        "people.tsv;le-mau!Lê Mẫu!A|A!here;people.tsv, line 3, column aliases: a value stands there"
            + " twice: take one out",
        "people.tsv;le-mau!Lê|Mẫu!!here;people.tsv, line 3, column name: may hold one value,"
            + " without |",
        "units.tsv;x!X!!!instiute!!!!!!here!;units.tsv, line 4, column kind: \"instiute\" is none"
            + " of association, college, company",
        "plans.tsv;x!luât!!!!X!!!!here!;plans.tsv, line 3, column type: \"luât\" is none of bộ"
            + " luật,",
        "plans.tsv;x!luật!QH13!!!X!!!!here!;plans.tsv, line 3, column number: \"QH13\" is not of"
            + " the form",
        "places.tsv;Mẫu!huyện!!!!!here;places.tsv, line 2, column type: \"huyện\" is none of",
        // Dates.
        "units.tsv;x!X!!!other!!20x1!!!!here!;units.tsv, line 4, column from: \"20x1\" is no date:"
            + " write it as 2020-06-11, 2020-06 or 2020",
        "units.tsv;x!X!!!other!!2011-!!!!here!;units.tsv, line 4, column from: \"2011-\" is no"
            + " date",
        "units.tsv;x!X!!!other!!2011-13!!!!here!;units.tsv, line 4, column from: \"2011-13\" is no"
            + " date",
        "units.tsv;x!X!!!other!!11/06/2020!!!!here!;units.tsv, line 4, column from: \"11/06/2020\""
            + " is no date",
        "units.tsv;x!X!!!other!!2011-02-30!!!!here!;units.tsv, line 4, column from: \"2011-02-30\""
            + " is no date",
        "units.tsv;x!X!!!other!!2020!2019-12!!!here!;units.tsv, line 4, column to: 2019-12 is"
            + " before from, which is 2020: correct one of them",
        "offices.tsv;ha-mau!Viện trưởng!vien-mau!!!2011-02!here!;offices.tsv, line 3, column seen:"
            + " \"2011-02\" is no date: write it as 2020-06-11",
        "offices.tsv;ha-mau!Viện trưởng!vien-mau!!!!here!;offices.tsv, line 3: fill in from or"
            + " seen",
        // What stands once.
        "people.tsv;ha-mau!Hà Mẫu!!here;people.tsv, line 3, column id: ha-mau stands in line 2"
            + " already: give another, or take a line out",
        "codes.tsv;NĐ-CP!nghị định!!there;codes.tsv, line 3, column code|type: NĐ-CP, nghị định"
            + " stands in line 2 already",
        "offices.tsv;ha-mau!Viện trưởng!vien-mau!!!2011-01-02|2012-03-04!there!;offices.tsv, line"
            + " 3, column person|title|unit|from|seen: ha-mau, Viện trưởng",
        // What refers to another row.
        "units.tsv;x!X!!!other!nobody!!!!!here!;units.tsv, line 4, column parent: there is no id"
            + " \"nobody\" in units.tsv: correct it, or add it there",
        "units.tsv;x!X!!!other!!!!!vien-mau|y!here!;units.tsv, line 4, column successors: there is"
            + " no id \"y\" in units.tsv",
        "units.tsv;x!X!!!other!x!!!!!here!;units.tsv, line 4, column parent: leads back to its own"
            + " row",
        "offices.tsv;le-mau!Viện trưởng!vien-mau!2011!!!here!;offices.tsv, line 3, column person:"
            + " there is no id \"le-mau\" in people.tsv",
        "offices.tsv;ha-mau!Viện trưởng!ha-mau!2011!!!here!;offices.tsv, line 3, column unit: there"
            + " is no id \"ha-mau\" in units.tsv",
        "plans.tsv;x!luật!!!!X!!nothing!!here!;plans.tsv, line 3, column approves: there is no id"
            + " \"nothing\" in plans.tsv",
        "places.tsv;Mẫu!tỉnh!!!2025!Đâu!here;places.tsv, line 2, column merged_into: there is no"
            + " name \"Đâu\" in places.tsv",
        // What makes a file a table.
        "people.tsv;le-mau!Lê Mẫu;people.tsv, line 3: 2 columns where 4 are to be: put a tab"
            + " between all cells",
        "people.tsv;le-mau!Lê Mẫu!!here!;people.tsv, line 3: 5 columns where 4 are to be",
        "people.tsv;'~le-mau!Lê Mẫu!!here';people.tsv, line 3: the line is empty: take it out",
        "people.tsv;'le-mau!Lê Mẫu !!here';people.tsv, line 3, column name: a blank at the cell's"
            + " beginning or end: take it out",
        "people.tsv;le-mau!Lê\u00A0Mẫu!!here;people.tsv, line 3, column name: holds U+00A0, which"
            + " can't be seen: write a blank or nothing",
        "people.tsv;le-mau!Lê Mẫu\u200B!!here;people.tsv, line 3, column name: holds U+200B",
        "people.tsv;le-mau!Le\u0302 Mẫu!!here;people.tsv, line 3, column name: not NFC",
        "people.tsv;le-mau!Lê Mẫu!!here^;people.tsv, line 3: the line ends in CR LF: save the file"
            + " with LF alone",
        "people.tsv;le-mau!L\u0007 Mẫu!!here;people.tsv, line 3, column name: holds a control"
            + " character",
      })
  void saysFileLineAndColumnOfWhatIsWrong_andWhatToDo(String file, String line, String message)
      throws IOException {
    append(file, line.replace('!', '\t').replace('~', '\n').replace('^', '\r'));

    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageStartingWith(message);
  }

  private static final String FORMER = "kind\tformer\tid\tnote\n";

  @Test
  void readsTheIdsThatWereGivenUp_ofWhichThereMayBeNone() throws IOException {
    assertThat(RegistryFiles.folder(folder).formerIds()).isEmpty();
    String version = RegistryFiles.folder(folder).version();

    Files.writeString(folder.resolve("former.tsv"), FORMER + "unit\tvien-cu\tvien-mau\trenamed\n");

    Registry registry = RegistryFiles.folder(folder);
    assertThat(registry.formerIds())
        .containsExactly(new FormerId(Entry.Unit.class, "vien-cu", "vien-mau"));
    assertThat(registry.version()).isNotEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "place!ha-noi!vien-mau!;line 2, column kind: \"place\" is none of person, plan, unit",
        "unit!phong-mau!vien-mau!;line 2, column former: the id is in use",
        "unit!vien-cu!vien-xa!;line 2, column id: there is no unit with this id",
        "unit!Viện!vien-mau!;line 2, column former: \"Viện\" is not of the form",
      })
  void saysWhatIsWrongWithAFormerId(String line, String message) throws IOException {
    Files.writeString(folder.resolve("former.tsv"), FORMER + line.replace('!', '\t') + "\n");

    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageStartingWith("former.tsv, " + message);
  }

  @Test
  void refusesAFormerIdThatStandsTwice() throws IOException {
    String line = "unit\tvien-cu\tvien-mau\t\n";
    Files.writeString(folder.resolve("former.tsv"), FORMER + line + line);

    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageStartingWith(
            "former.tsv, line 3, column kind|former: unit, vien-cu stands in line 2 already");
  }

  @Test
  void keepsWhereEachEntryIsFrom() throws IOException {
    append("people.tsv", "le-mau\tLê Mẫu\t\thttps://a.example/ ; b/c:d@e");

    Registry registry = RegistryFiles.folder(folder);

    assertThat(
            registry
                .background(registry.find(Entry.Person.class, "le-mau").orElseThrow())
                .sources())
        .containsExactly("https://a.example/", "b/c:d@e");
    assertThat(registry.offices().get(0).sources()).containsExactly("here");
  }

  @Test
  void seesACircle_overSeveralRows() throws IOException {
    String row = "%s\t%s\t\t\tother\t%s\t\t\t\t\there\t";
    append(
        "units.tsv",
        String.join(
            "\n",
            row.formatted("a", "A", "b"),
            row.formatted("b", "B", "c"),
            row.formatted("c", "C", "a")));

    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageMatching("units.tsv, line [456], column parent: leads back to its own row: .*");
  }

  @Test
  void followsALongChain() throws IOException {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      chain.append("u%d\tU%d\t\t\tother\tu%d\t\t\t\t\there\t\n".formatted(i, i, i + 1));
    }
    append("units.tsv", chain + "u50000\tU\t\t\tother\t\t\t\t\t\there\t");

    assertThat(RegistryFiles.folder(folder).find(Entry.Unit.class, "u49999")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"units.tsv", "schema.tsv"})
  void saysWhichFileIsMissing(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessage(file + ": is missing: put it beside the others");
  }

  @Test
  void refusesOtherColumnsAndOtherEncodings() throws IOException {
    Files.writeString(folder.resolve("codes.tsv"), "code\tkind\n");
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessage("codes.tsv, line 1: the columns are to be code, type, issuer, source");

    Files.write(
        folder.resolve("people.tsv"),
        "id\tname\taliases\tsource\nx\tna\u00EFve\t\there\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageStartingWith("people.tsv, line 2, column name: not UTF-8");

    Files.writeString(folder.resolve("people.tsv"), "\uFEFF" + SMALL.get("people.tsv"));
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageStartingWith("people.tsv, line 1: begins with a byte order mark");

    Files.writeString(folder.resolve("people.tsv"), "");
    assertThatExceptionOfType(TableFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageStartingWith("people.tsv, line 1: the columns are to be id, name");
  }
}
