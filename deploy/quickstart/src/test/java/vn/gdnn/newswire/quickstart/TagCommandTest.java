package vn.gdnn.newswire.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TagCommandTest {

  private static final Path SEEDS = Path.of("../../seeds/drafts");
  private static final String MARKED =
      "{{U|Tổng cục Giáo dục nghề nghiệp}} họp giao ban\r\n\r\n"
          + "Tổng cục trưởng {{P|Trương Anh Dũng}} chủ trì ngày 11/06/2020. Ông nói về {{L|Luật"
          + " Giáo dục nghề nghiệp}}.\r\n";

  @TempDir Path directory;
  private final TestTerminal terminal = new TestTerminal();

  private int tag(String... args) {
    String[] line = new String[args.length + 1];
    line[0] = "tag";
    System.arraycopy(args, 0, line, 1, args.length);
    return terminal.run(Map.of(), directory, line);
  }

  private JsonNode onlyLine() {
    assertThat(terminal.resultLines()).hasSize(1);
    return new JsonMapper().readTree(terminal.results());
  }

  @Test
  void json_isOneObjectPerFile_whoseOffsetsCountInItsTexts() {
    assertThat(tag("--json", SEEDS.resolve("000.txt").toString())).isEqualTo(Gdnn.DONE);
    JsonNode draft = onlyLine();
    assertThat(draft.path("file").asString()).endsWith("000.txt");
    assertThat(draft.path("title").asString())
        .startsWith("Tổng cục Giáo dục nghề nghiệp: Tập trung");
    assertThat(draft.path("tags").size()).isGreaterThan(5);
    draft
        .path("tags")
        .forEach(tag -> tag.path("mentions").forEach(mention -> assertStandsThere(draft, mention)));
    draft.path("offices").forEach(office -> assertStandsThere(draft, office));
  }

  private static void assertStandsThere(JsonNode draft, JsonNode span) {
    String text = draft.path(span.path("field").asString()).asString();
    assertThat(text.substring(span.path("start").asInt(), span.path("end").asInt()))
        .isEqualTo(span.path("surface").asString());
  }

  @Test
  void offices_areResolvedByTheDraftsDay_orByTheOneGiven() {
    tag("--json", SEEDS.resolve("000.txt").toString());
    assertThat(onlyLine().path("offices").findValuesAsString("personId"))
        .contains("truong-anh-dung")
        .doesNotContain("nguyen-hong-minh");
    TestTerminal earlier = new TestTerminal();
    earlier.run(
        Map.of(),
        directory,
        "tag",
        "--json",
        "--as-of",
        "2020-01-17",
        SEEDS.resolve("000.txt").toString());
    assertThat(earlier.results())
        .contains("\"personId\":\"nguyen-hong-minh\"", "\"asOf\":\"2020-01-17\"");
  }

  @Test
  void colours_showTheTextWithItsTags_whereAPersonWatchesOrAsks() {
    String draft = SEEDS.resolve("003.txt").toString();
    tag(draft);
    assertThat(terminal.results()).as("nobody watches").doesNotContain("\u001b");

    TestTerminal asked = new TestTerminal();
    asked.run(Map.of(), directory, "tag", "--color", "always", draft);
    assertThat(asked.results())
        .contains("\u001b[1;36mTổng cục Giáo dục nghề nghiệp\u001b[0m")
        .contains("\u001b[1;33mNguyễn Hồng Minh\u001b[0m");
    String plain = asked.results().replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(plain).as("nothing of the text is lost").contains("đoàn kết");

    TestTerminal json = new TestTerminal();
    json.run(Map.of(), directory, "tag", "--json", "--color", "always", draft);
    assertThat(json.results()).doesNotContain("\u001b");
  }

  @Test
  void dash_isStandardInput() {
    InputStream keyboard = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream(
              "Tin\n\nÔng Trương Anh Dũng đã đến.".getBytes(StandardCharsets.UTF_8)));
      assertThat(tag("-")).isEqualTo(Gdnn.DONE);
    } finally {
      System.setIn(keyboard);
    }
    assertThat(terminal.resultLines()).first().isEqualTo("-: Tin");
    assertThat(terminal.results()).contains("PERSON Trương Anh Dũng");
  }

  @Test
  void score_writesTheVeryFilesWithPredictedMarks() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("gold"));
    Files.writeString(folder.resolve("a.txt"), MARKED);
    Files.writeString(
        folder.resolve("headed.txt"),
        "source: x\ndate: 2020-06-11\ntitle: {{U|Tổng cục}} họp\n\n" + MARKED);
    Files.writeString(folder.resolve("README.md"), "{{ no marks");
    Path out = directory.resolve("out");
    assertThat(tag("--score", folder.toString(), "--marked", out.toString())).isEqualTo(Gdnn.DONE);
    assertThat(terminal.results())
        .contains("strict", "relaxed", "document", "PERSON", "missed unknown", "confidence");
    assertThat(out).isDirectoryNotContaining("glob:**README.md");
    for (String name : new String[] {"a.txt", "headed.txt"}) {
      assertThat(withoutMarks(Files.readString(out.resolve(name))))
          .isEqualTo(withoutMarks(Files.readString(folder.resolve(name))));
      assertThat(Files.readString(out.resolve(name))).contains("{{P|Trương Anh Dũng}}");
    }
  }

  private static String withoutMarks(String marked) {
    return marked.replaceAll("\\{\\{[PUL]\\|(.*?)}}", "$1");
  }

  @Test
  void score_asJson_hasARowPerLevelAndKind() throws Exception {
    Files.writeString(directory.resolve("a.txt"), MARKED);
    assertThat(tag("--json", "--score", directory.toString())).isEqualTo(Gdnn.DONE);
    assertThat(terminal.resultLines()).hasSizeGreaterThanOrEqualTo(12);
    JsonNode row = new JsonMapper().readTree(terminal.resultLines().get(0));
    assertThat(row.path("level").asString()).isEqualTo("strict");
    assertThat(row.path("kind").asString()).isEqualTo("PERSON");
    assertThat(row.path("counts").path("gold").asInt()).isEqualTo(1);
  }

  @Test
  void score_isBySourceToo_andByCause() throws Exception {
    Files.writeString(directory.resolve("a.txt"), "source: Báo A; 1\n\n" + MARKED);
    Files.writeString(
        directory.resolve("b.txt"), "source: Báo B; 1\n\nHôm nay trời {{U|mưa to}}.\n");
    assertThat(tag("--score", directory.toString())).isEqualTo(Gdnn.DONE);
    assertThat(terminal.resultLines())
        .anySatisfy(line -> assertThat(line).startsWith("Báo A").contains("1.00 (1.00-1.00)"))
        .anySatisfy(line -> assertThat(line).startsWith("Báo B").contains(".000 (.000-.000)"))
        .contains("b.txt\tUNIT\tmissed unknown\t{marked=mưa to}");

    TestTerminal json = new TestTerminal();
    json.run(Map.of(), directory, "tag", "--json", "--score", directory.toString());
    assertThat(json.resultLines())
        .filteredOn(line -> line.startsWith("{\"source\":"))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"name\":\"Báo A\"", "\"articles\":1");
    assertThat(json.resultLines())
        .filteredOn(line -> line.startsWith("{\"confidence\":"))
        .singleElement()
        .asString()
        .contains("\"bins\":[", "\"gap\":");
  }

  @Test
  void score_leavesEachStyleOut_ofWhatItsTaggerLearnedFrom() throws Exception {
    String head = "source: s\ndate: 2024-05-01\ntitle:\n\n";
    for (String name : List.of("Pado", "Tiku", "Mulo", "Rakesi", "Bonavi", "Zuli")) {
      Path one = Files.createDirectories(directory.resolve("gold/mot"));
      Path two = Files.createDirectories(directory.resolve("gold/hai"));
      String whistles = head + "Sáng nay {{P|%s}} huýt sáo ngoài sân.\n".formatted(name);
      Files.writeString(one.resolve(name + ".txt"), whistles);
      Files.writeString(
          two.resolve(name + ".txt"), whistles + "Cái {{U|%s}} kêu to.\n".formatted(name));
    }
    String gold = directory.resolve("gold").toString();

    assertThat(tag("--score", gold, "--leave-one-style-out")).isEqualTo(Gdnn.DONE);

    assertThat(terminal.resultLines())
        .anySatisfy(line -> assertThat(line).startsWith("style, unseen"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .as("learned from the other")
                    .startsWith("mot ")
                    .contains("6  1.00"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .as("units only itself could have taught")
                    .startsWith("hai ")
                    .contains("1.00 (1.00-1.00)  .000 (.000-.000)"));

    TestTerminal alone = new TestTerminal();
    assertThat(
            alone.run(
                Map.of(), directory, "tag", "--score", gold + "/mot", "--leave-one-style-out"))
        .isEqualTo(Gdnn.REFUSED);
    assertThat(alone.people()).contains("two folders of marked files").hasLineCount(1);
  }

  @Test
  void score_saysWhatNamesWereResolvedTo_whereATableAsks() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("gold"));
    Files.writeString(
        folder.resolve("a.txt"),
        "date: 2020-06-11\ntitle: Họp\n\nTổng cục trưởng Tổng cục GDNN chủ trì.\n");
    tag("--score", folder.toString());
    assertThat(terminal.results()).as("no table").doesNotContain("resolution");

    Path table = folder.resolve("a.tsv");
    String head = "kind\tsurface\tnth\tid\n";
    Files.writeString(
        table, head + "OFFICE\tTổng cục trưởng\t1\ttruong-anh-dung\nUNIT\tHọp\t1\tx\n");
    TestTerminal second = new TestTerminal();
    second.run(Map.of(), directory, "tag", "--score", folder.toString());
    assertThat(second.results())
        .contains("OFFICE      1 of     1  1.000", "a.tsv\tUNIT\tHọp (1)\texpected x, given -");

    TestTerminal json = new TestTerminal();
    json.run(Map.of(), directory, "tag", "--json", "--score", folder.toString());
    List<String> lines = json.resultLines();
    JsonNode resolution = new JsonMapper().readTree(lines.get(lines.size() - 1)).path("resolution");
    assertThat(resolution.path("rows").path(0).path("kind").asString()).isEqualTo("UNIT");
    assertThat(resolution.path("errors").path(0).path("given").asString()).isEqualTo("-");

    Files.writeString(table, head + "UNIT\tHội\t1\tx\n");
    TestTerminal wrong = new TestTerminal();
    assertThat(wrong.run(Map.of(), directory, "tag", "--score", folder.toString()))
        .isEqualTo(Gdnn.REFUSED);
    assertThat(wrong.people()).contains("a.tsv, line 2: \"Hội\" stands only 0 times");
  }

  @Test
  void score_neverOverwritesTheGivenMarks() throws Exception {
    Files.writeString(directory.resolve("a.txt"), MARKED);
    assertThat(tag("--score", directory.toString(), "--marked", directory.toString()))
        .isEqualTo(Gdnn.REFUSED);
    assertThat(directory.resolve("a.txt")).content().isEqualTo(MARKED);
  }

  @Test
  void fileThatIsNotUtf8_orWronglyMarked_isRefusedByName() throws Exception {
    Path latin = Files.write(directory.resolve("latin.txt"), new byte[] {'T', (byte) 0xE9});
    assertThat(tag(latin.toString())).isEqualTo(Gdnn.REFUSED);
    assertThat(terminal.people()).contains("latin.txt is not UTF-8").hasLineCount(1);
    Path folder = Files.createDirectories(directory.resolve("gold"));
    Files.writeString(folder.resolve("open.txt"), "Một\n{{P|Hai\n");
    TestTerminal second = new TestTerminal();
    assertThat(second.run(Map.of(), directory, "tag", "--score", folder.toString()))
        .isEqualTo(Gdnn.REFUSED);
    assertThat(second.people()).contains("open.txt, line 2").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--score x y",
        "--marked out a.txt",
        "--leave-one-style-out a.txt",
        "--as-of yesterday a.txt"
      })
  void wrongUsage_exitsWith2(String line) {
    assertThat(tag(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(Gdnn.WRONG_USAGE);
    assertThat(terminal.results()).isEmpty();
  }
}
