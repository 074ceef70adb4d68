package vn.gdnn.newswire.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gdnn.newswire.enrich.vietnamese.Tokens;

class GazetteerTest {

  private static Entry.Unit unit(
      String id, String name, List<String> aliases, List<String> shorts) {
    return new Entry.Unit(
        id, name, aliases, shorts, "other", null, PartialDate.unknown(), PartialDate.unknown());
  }

  private static final Gazetteer GAZETTEER =
      new Gazetteer(
          new Registry(
              "1",
              List.of(
                  unit("a", "Viện Mẫu - Hòa Bình", List.of("VMHB"), List.of("Viện")),
                  unit("b", "Viện Mẫu", List.of(), List.of())),
              List.of(),
              Map.of()));

  private static List<Hit> hits(String text) {
    return GAZETTEER.hits(Tokens.of(text));
  }

  @Test
  void findsNamesWhateverTheirSpacesDashesAndTonePlacement() {
    assertThat(hits("tại Viện  Mẫu–Hoà Bình."))
        .filteredOn(hit -> hit.entries().get(0).id().equals("a") && !hit.shortForm())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.start()).isEqualTo(1);
              assertThat(hit.end()).isEqualTo(6);
              assertThat(hit.sameCapitals()).isTrue();
            });
  }

  @Test
  void givesTheLongestFirst_andTheShorterToo() {
    assertThat(hits("Viện Mẫu - Hòa Bình")).extracting(Hit::end).containsExactly(5, 2, 1);
  }

  @Test
  void tellsShortFormsAndCapitals() {
    assertThat(hits("viện mẫu")).extracting(Hit::sameInitial).containsOnly(false);
    assertThat(hits("Viện")).extracting(Hit::shortForm).containsExactly(true);
    assertThat(hits("vmhb")).extracting(Hit::sameCapitals).containsExactly(false);
  }

  @Test
  void findsWholeSyllablesOnly_andNothingAcrossALine() {
    assertThat(hits("Việnx Mẫu")).isEmpty();
    assertThat(hits("Viện\nMẫu")).extracting(Hit::end).containsExactly(1);
    assertThat(hits("")).isEmpty();
  }
}
