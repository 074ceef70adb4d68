package vn.gdnn.newswire.enrich.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.Registry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.PartialDay;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryEntity.Named;
import vn.gdnn.newswire.events.RegistryEntity.Office;
import vn.gdnn.newswire.events.RegistryEntity.Relative;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.events.RegistryRecord;

class RegistryRecordsTest {

  private static final EventCodec CODEC = new EventCodec();
  private static final Registry REGISTRY = RegistryFiles.packaged();
  private static final Map<String, RegistryRecord> RECORDS = records(REGISTRY);

  private static Map<String, RegistryRecord> records(Registry registry) {
    return RegistryRecords.of(registry)
        .collect(Collectors.toMap(RegistryRecord::key, Function.identity()));
  }

  private static RegistryEntity entity(String key) {
    return (RegistryEntity) RECORDS.get(key);
  }

  @Test
  void everyEntryButPlacesIsARecordThatHoldsToTheContract() {
    long entries =
        REGISTRY.entries().stream().filter(entry -> !(entry instanceof Entry.Place)).count();
    assertThat(RECORDS).hasSize((int) entries + REGISTRY.formerIds().size());
    for (RegistryRecord record : RECORDS.values()) {
      assertThat(CODEC.decode(CODEC.encode(record), record.getClass())).isEqualTo(record);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"person", "unit", "plan"})
  void saysOfAnExampleOfTheContractWhatTheExampleSays(String name) throws IOException {
    RegistryEntity example = example(name);
    RegistryEntity found = entity(example.key());

    // The registry may learn more; what it said it says.
    assertThat(found.name()).isEqualTo(example.name());
    assertThat(found.aliases()).containsAll(example.aliases());
    assertThat(found.plan()).isEqualTo(example.plan());
    assertThat(offices(found)).containsAll(offices(example));
  }

  private static List<List<Object>> offices(RegistryEntity entity) {
    List<Office> offices =
        entity.person() != null
            ? entity.person().offices()
            : entity.unit() != null ? entity.unit().offices() : List.of();
    return offices.stream()
        .map(
            office ->
                Stream.of(office.title(), office.several(), office.person(), office.unit())
                    .map(value -> value == null ? "" : value)
                    .toList())
        .toList();
  }

  private static RegistryEntity example(String name) throws IOException {
    String path = "/contract/examples/registry-entity." + name + ".json";
    try (InputStream in = EventCodec.class.getResourceAsStream(path)) {
      return CODEC.decode(in.readAllBytes(), RegistryEntity.class);
    }
  }

  @Test
  void aPersonHasTheirOfficesWithTheUnitsNames() {
    RegistryEntity.Person person = entity("PERSON/truong-anh-dung").person();
    Office head =
        person.offices().stream()
            .filter(office -> office.title().equals("Tổng cục trưởng"))
            .findFirst()
            .orElseThrow();

    assertThat(head.unit())
        .isEqualTo(new Named("tong-cuc-giao-duc-nghe-nghiep", "Tổng cục Giáo dục nghề nghiệp"));
    assertThat(head.person()).isNull();
    assertThat(head.several()).isFalse();
    assertThat(head.stretches().get(0).from()).isEqualTo(new PartialDay("2020-06-11"));
    assertThat(head.stretches().get(0).after()).isEqualTo("2020-01-17");
    assertThat(head.sources()).hasSizeGreaterThan(5).contains("seeds/drafts/000.txt");
  }

  @Test
  void aUnitHasWhatIsAboveBesideAndBelowIt() {
    RegistryEntity.Unit unit = entity("UNIT/tong-cuc-giao-duc-nghe-nghiep").unit();

    assertThat(unit.parents().get(0).name()).isEqualTo("Bộ Lao động - Thương binh và Xã hội");
    assertThat(unit.predecessors())
        .containsExactly(
            new Relative(
                "tong-cuc-day-nghe",
                "Tổng cục Dạy nghề",
                new PartialDay("1998"),
                new PartialDay("2017-07")));
    assertThat(unit.successors()).isNotEmpty();
    assertThat(unit.offices())
        .extracting(office -> office.person().id())
        .contains("truong-anh-dung", "nguyen-hong-minh");
    assertThat(entity("UNIT/bo-lao-dong-thuong-binh-va-xa-hoi").unit().parts())
        .extracting(Relative::id)
        .contains("tong-cuc-giao-duc-nghe-nghiep");
    assertThat(entity("UNIT/uy-ban-nhan-dan-tinh-an-giang").unit().province())
        .isEqualTo("An Giang");
    assertThat(unit.province()).as("never guessed").isNull();
  }

  @Test
  void aPlanKnowsWhatItApproves_andIsKnownByWhatApprovesIt() {
    String approved = "de-an-dao-tao-nghe-cho-lao-dong-nong-thon-den-nam-2020";
    RegistryEntity decision = entity("PLAN/quyet-dinh-1956-qd-ttg");

    assertThat(decision.plan().approves()).extracting(Named::id).containsExactly(approved);
    assertThat(decision.plan().number()).isEqualTo("1956/QĐ-TTg");
    assertThat(entity("PLAN/" + approved).plan().approvedBy())
        .containsExactly(new Named(decision.id(), decision.name()));
    assertThat(entity("PLAN/luat-76-2006-qh11").plan().replacedBy())
        .extracting(Named::id)
        .containsExactly("luat-74-2014-qh13");
    assertThat(entity("PLAN/luat-74-2014-qh13").plan().replaces())
        .extracting(Named::id)
        .contains("luat-76-2006-qh11");
  }

  @Test
  void anIdGivenUpLeadsToTheOneInUse(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../seeds/registry"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("former.tsv"),
        "kind\tformer\tid\tnote\nunit\tgdnn\ttong-cuc-giao-duc-nghe-nghiep\t\n");

    Map<String, RegistryRecord> moved = records(RegistryFiles.folder(folder));

    assertThat(moved.get("UNIT/gdnn"))
        .isInstanceOfSatisfying(
            RegistryMove.class,
            move -> assertThat(move.to()).isEqualTo("tong-cuc-giao-duc-nghe-nghiep"));
    assertThat(((RegistryEntity) moved.get("UNIT/tong-cuc-giao-duc-nghe-nghiep")).formerIds())
        .containsExactly("gdnn");
    assertThat(moved).hasSize(RECORDS.size() + 1 - REGISTRY.formerIds().size());
  }
}
