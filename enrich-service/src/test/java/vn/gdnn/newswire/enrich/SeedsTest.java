package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gdnn.newswire.enrich.score.MarkedFile;
import vn.gdnn.newswire.enrich.score.Said;
import vn.gdnn.newswire.enrich.score.Score;
import vn.gdnn.newswire.enrich.score.Scorer;
import vn.gdnn.newswire.events.Holder;
import vn.gdnn.newswire.events.Mention;
import vn.gdnn.newswire.events.OfficeMention;
import vn.gdnn.newswire.events.Tag;

class SeedsTest {

  private static String read(String name) {
    try (InputStream in = SeedsTest.class.getResourceAsStream("/marked/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Enrichment enrich(String raw, String day) {
    return Sentences.tagger().enrich("", raw, LocalDate.parse(day));
  }

  @ParameterizedTest
  @CsvSource({"000.txt,2020-06-11", "003.txt,2020-01-17"})
  void marksASeedExactlyAsItIsMarkedByHand(String name, String day) {
    MarkedFile seed = MarkedFile.parse(name, read(name));

    String marked = seed.mark(Sentences.spans(enrich(seed.raw(), day), 0));

    assertThat(marked).isEqualTo(read(name));
  }

  @Test
  void scoresTheSeedsAtOne() {
    List<MarkedFile> seeds =
        List.of(
            MarkedFile.parse("000.txt", read("000.txt")),
            MarkedFile.parse("003.txt", read("003.txt")));

    Score score =
        Scorer.score(
            seeds,
            file ->
                Sentences.spans(enrich(file.raw(), "2020-06-11"), 0).stream()
                    .map(span -> new Said(span, 1))
                    .toList(),
            Sentences.tagger()::knows);

    assertThat(score.row("strict", "ALL").counts().f1()).isEqualTo(1);
    assertThat(score.row("document", "ALL").counts().f1()).isEqualTo(1);
    assertThat(score.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "000.txt,2020-06-11,truong-anh-dung,6",
    "003.txt,2020-01-17,nguyen-hong-minh,2",
  })
  void resolvesTheDirectorGeneralByTheDay(String name, String day, String person, int offices) {
    Enrichment seed = enrich(MarkedFile.parse(name, read(name)).raw(), day);

    List<OfficeMention> mentions =
        seed.offices().stream()
            .filter(mention -> mention.title().equals("Tổng cục trưởng"))
            .toList();

    assertThat(mentions).hasSize(offices);
    assertThat(mentions)
        .allSatisfy(
            mention -> {
              assertThat(mention.unitId()).isEqualTo("tong-cuc-giao-duc-nghe-nghiep");
              assertThat(mention.holders())
                  .filteredOn(holder -> holder.covers(LocalDate.parse(day)))
                  .extracting(Holder::personId)
                  .containsExactly(person);
            });
  }

  @Test
  void foldsAliasesOfASeedIntoOneUnit() {
    Enrichment seed = enrich(MarkedFile.parse("000.txt", read("000.txt")).raw(), "2020-06-11");

    Tag directorate = tag(seed, "tong-cuc-giao-duc-nghe-nghiep");

    assertThat(directorate.mentions())
        .extracting(Mention::surface)
        .contains("Tổng cục Giáo dục nghề nghiệp", "Tổng cục GDNN", "Tổng cục");
    assertThat(seed.tags()).extracting(Tag::id).doesNotHaveDuplicates().hasSize(7);
  }

  @Test
  void resolvesShortNamesOfASeedToTheirUnits() {
    Enrichment seed = enrich(MarkedFile.parse("003.txt", read("003.txt")).raw(), "2020-01-17");

    assertThat(tag(seed, "dang-uy-tong-cuc-giao-duc-nghe-nghiep").mentions())
        .extracting(Mention::surface)
        .contains("Đảng ủy", "Đảng ủy Tổng cục");
    assertThat(tag(seed, "bo-lao-dong-thuong-binh-va-xa-hoi").mentions())
        .extracting(Mention::surface)
        .containsExactly("Bộ");
    assertThat(tag(seed, "nguyen-hong-minh").stated())
        .isEqualTo("Bí thư Đảng ủy, Tổng Cục trưởng Tổng cục Giáo dục nghề nghiệp");
  }

  @ParameterizedTest
  @CsvSource({"000.txt,2020-06-11", "003.txt,2020-01-17"})
  void findsTheSameEntitiesInDecomposedText_withOffsetsOfThatText(String name, String day) {
    String raw = MarkedFile.parse(name, read(name)).raw();
    String decomposed = Normalizer.normalize(raw, Normalizer.Form.NFD);

    Enrichment seed = enrich(decomposed, day);

    assertThat(seed.tags().stream().map(Tag::id).toList())
        .isEqualTo(enrich(raw, day).tags().stream().map(Tag::id).toList());
    assertThat(seed.tags())
        .flatExtracting(Tag::mentions)
        .allSatisfy(
            mention ->
                assertThat(decomposed.substring(mention.start(), mention.end()))
                    .isEqualTo(mention.surface()));
    MarkedFile file = MarkedFile.parse(name, Normalizer.normalize(read(name), Normalizer.Form.NFD));
    assertThat(Sentences.spans(seed, 0)).containsExactlyInAnyOrderElementsOf(file.gold());
  }

  @ParameterizedTest
  @CsvSource({"000.txt,2020-06-11", "003.txt,2020-01-17"})
  void findsTheSameEntitiesInOneLineWithFixedSpacesAndTheOtherTonePlacement(
      String name, String day) {
    String raw = MarkedFile.parse(name, read(name)).raw();
    String other = raw.replace("hòa", "hoà").replace("ủy", "uỷ").replace(' ', '\u00A0');

    List<String> ids = enrich(other, day).tags().stream().map(Tag::id).toList();

    assertThat(ids).isEqualTo(enrich(raw, day).tags().stream().map(Tag::id).toList());
  }

  private static Tag tag(Enrichment enrichment, String id) {
    return enrichment.tags().stream().filter(tag -> tag.id().equals(id)).findFirst().orElseThrow();
  }
}
