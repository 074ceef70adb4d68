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
          "code\ttype\tissuer\tsource\nNĐ-CP\tnghị định\tChính phủ\there\n");

  @TempDir Path folder;

  @BeforeEach
  void writeASmallRegistry() throws IOException {
    for (Map.Entry<String, String> file : SMALL.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
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
        "people.tsv;Bad Id!Lê Mẫu!!here;people.tsv, line 3: id is no id: Bad Id",
        "people.tsv;le-mau!Lê Mẫu!!;people.tsv, line 3: no source",
        "people.tsv;le-mau!Lê Mẫu;people.tsv, line 3: 2 columns where 4 are to be",
        "people.tsv;ha-mau!Hà Mẫu!!here;people.tsv, line 3: the id stands twice: ha-mau",
        "people.tsv;le-mau!Lê Mẫu!A||B!here;people.tsv, line 3: an empty part in aliases",
        "units.tsv;x!X!!!kind!nobody!!!!!here!;units.tsv, line 4: there is no unit with the id nobody",
        "units.tsv;x!X!!!kind!!20x1!!!!here!;units.tsv, line 4: from is no date: 20x1",
        "offices.tsv;le-mau!Viện trưởng!vien-mau!2011!!!here!;"
            + "offices.tsv, line 3: there is no person with the id le-mau",
        "offices.tsv;ha-mau!Viện trưởng!vien-mau!!!2011-13-01!here!;"
            + "offices.tsv, line 3: seen holds what is no day: 2011-13-01",
        "offices.tsv;ha-mau!Viện trưởng!vien-mau!!!!here!;"
            + "offices.tsv, line 3: neither from nor seen: nothing says when",
        "plans.tsv;x!luật!!!!X!!nothing!!here!;plans.tsv, line 3: there is no plan with the id nothing",
      })
  void saysFileAndLineOfWhatIsWrong(String file, String line, String message) throws IOException {
    append(file, line.replace('!', '\t'));

    assertThatExceptionOfType(RegistryFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessage(message);
  }

  private static final String FORMER = "kind\tformer\tid\tnote\n";

  @Test
  void readsTheIdsThatWereGivenUp_ofWhichThereMayBeNone() throws IOException {
    assertThat(RegistryFiles.folder(folder).formerIds()).isEmpty();
    String version = RegistryFiles.folder(folder).version();

    Files.writeString(
        folder.resolve("former.tsv"), FORMER + "unit\tvien-cu\tvien-mau\trenamed\n");

    Registry registry = RegistryFiles.folder(folder);
    assertThat(registry.formerIds())
        .containsExactly(new FormerId(Entry.Unit.class, "vien-cu", "vien-mau"));
    assertThat(registry.version()).isNotEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "place!ha-noi!vien-mau!;line 2: kind is to be person, unit or plan, not place",
        "unit!phong-mau!vien-mau!;line 2: the former id is in use: phong-mau",
        "unit!vien-cu!vien-xa!;line 2: there is no unit with the id vien-xa",
        "unit!Viện!vien-mau!;line 2: former is no id: Viện",
      })
  void saysWhatIsWrongWithAFormerId(String line, String message) throws IOException {
    Files.writeString(folder.resolve("former.tsv"), FORMER + line.replace('!', '\t') + "\n");

    assertThatExceptionOfType(RegistryFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessage("former.tsv, " + message);
  }

  @Test
  void refusesAFormerIdThatStandsTwice() throws IOException {
    String line = "unit\tvien-cu\tvien-mau\t\n";
    Files.writeString(folder.resolve("former.tsv"), FORMER + line + line);

    assertThatExceptionOfType(RegistryFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessage("former.tsv, line 3: the former id stands twice: vien-cu");
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
  void saysWhichFileIsMissing() throws IOException {
    Files.delete(folder.resolve("units.tsv"));
    assertThatExceptionOfType(RegistryFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessage("units.tsv: is missing");
  }

  @Test
  void refusesOtherColumnsAndOtherEncodings() throws IOException {
    Files.writeString(folder.resolve("codes.tsv"), "code\tkind\n");
    assertThatExceptionOfType(RegistryFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessage("codes.tsv, line 1: the columns are to be code, type, issuer, source");

    Files.write(
        folder.resolve("people.tsv"), "id\tna\u00EFve".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(RegistryFault.class)
        .isThrownBy(() -> RegistryFiles.folder(folder))
        .withMessageStartingWith("people.tsv: not UTF-8");
  }
}
