package vn.gdnn.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.gdnn.newswire.enrich.RealLog.LONG;
import static vn.gdnn.newswire.enrich.RealLog.header;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import vn.gdnn.newswire.delivery.topic.Topics;
import vn.gdnn.newswire.enrich.gazetteer.Entry;
import vn.gdnn.newswire.enrich.gazetteer.RegistryFiles;
import vn.gdnn.newswire.events.EventCodec;
import vn.gdnn.newswire.events.EventHeaders;
import vn.gdnn.newswire.events.RegistryEntity;
import vn.gdnn.newswire.events.RegistryMove;
import vn.gdnn.newswire.events.RegistryRecord;

/** The registry on a real broker: what the service writes, when, and when it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTopicTest {

  private static final Path SEEDS = Path.of("../seeds/registry");

  private final EventCodec codec = new EventCodec();
  private final RealLog log = new RealLog();
  private final List<ConfigurableApplicationContext> running = new ArrayList<>();
  private final int entries =
      (int)
          RegistryFiles.packaged().entries().stream()
              .filter(entry -> !(entry instanceof Entry.Place))
              .count();

  private Path folder;

  @BeforeAll
  void copyTheRegistry(@TempDir Path empty) throws IOException {
    folder = empty;
    try (Stream<Path> files = Files.list(SEEDS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".tsv")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @AfterEach
  void stopServices() throws IOException {
    running.forEach(ConfigurableApplicationContext::close);
    running.clear();
    Files.copy(
        SEEDS.resolve("people.tsv"),
        folder.resolve("people.tsv"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        SEEDS.resolve("former.tsv"),
        folder.resolve("former.tsv"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @AfterAll
  void stop() {
    log.close();
  }

  private ConfigurableApplicationContext start() {
    ConfigurableApplicationContext service =
        log.start(
            List.of(),
            "--newswire.enrich.registry-folder=" + folder,
            "--newswire.enrich.registry-look=50ms");
    running.add(service);
    return service;
  }

  private static double count(ConfigurableApplicationContext service, String result) {
    return service
        .getBean(MeterRegistry.class)
        .get("articles.registry.entities")
        .tag("result", result)
        .counter()
        .count();
  }

  private static void awaitWritten(ConfigurableApplicationContext service, double passes) {
    // Every record wanted is counted in each pass.
    await()
        .atMost(LONG)
        .until(
            () ->
                service
                            .getBean(MeterRegistry.class)
                            .get("articles.registry.unwritten")
                            .gauge()
                            .value()
                        == 0
                    && count(service, "written") + count(service, "unchanged") >= passes);
  }

  private Map<String, RegistryRecord> standing() {
    Map<String, RegistryRecord> standing = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : log.all(Topics.REGISTRY)) {
      String key = new String(record.key(), StandardCharsets.UTF_8);
      if (record.value() == null) {
        standing.remove(key);
      } else {
        RegistryRecord value =
            codec.decodeRegistryRecord(record.value(), header(record, EventHeaders.TYPE));
        assertThat(value.key()).isEqualTo(key);
        assertThat(header(record, EventHeaders.SUBJECT)).isEqualTo(key);
        standing.put(key, value);
      }
    }
    return standing;
  }

  private int records() {
    return log.all(Topics.REGISTRY).size();
  }

  @Test
  void writesTheRegistryOnce_howeverOftenAndInHowManyInstancesItStarts() {
    awaitWritten(start(), entries);
    assertThat(standing()).hasSize(entries).containsKey("PERSON/truong-anh-dung");
    int before = records();

    ConfigurableApplicationContext second = start();
    awaitWritten(second, entries);

    assertThat(count(second, "unchanged")).isEqualTo(entries);
    assertThat(count(second, "written") + count(second, "removed")).isZero();
    assertThat(records()).isEqualTo(before);
  }

  @Test
  void writesOnlyWhatDiffers_whenAChangedRegistryIsTakenUp_andTakesBackWhatIsGone()
      throws IOException {
    ConfigurableApplicationContext service = start();
    awaitWritten(service, entries);
    int before = records();
    String people = Files.readString(folder.resolve("people.tsv"));
    String added = "nguoi-mau\tNgười Mẫu\t\tbản mẫu\n";

    Files.writeString(folder.resolve("people.tsv"), people + added);
    Files.writeString(
        folder.resolve("former.tsv"), "kind\tformer\tid\tnote\nperson\tmau\tnguoi-mau\t\n");
    await().atMost(LONG).until(() -> standing().containsKey("PERSON/mau"));

    assertThat(records()).as("one entity, one former id").isEqualTo(before + 2);
    assertThat(standing().get("PERSON/nguoi-mau"))
        .isInstanceOfSatisfying(
            RegistryEntity.class,
            entity -> {
              assertThat(entity.name()).isEqualTo("Người Mẫu");
              assertThat(entity.formerIds()).containsExactly("mau");
            });
    assertThat(standing().get("PERSON/mau"))
        .isInstanceOfSatisfying(
            RegistryMove.class, move -> assertThat(move.to()).isEqualTo("nguoi-mau"));

    Files.writeString(folder.resolve("former.tsv"), "kind\tformer\tid\tnote\n");
    Files.writeString(folder.resolve("people.tsv"), people);
    await().atMost(LONG).until(() -> !standing().containsKey("PERSON/nguoi-mau"));

    assertThat(standing()).hasSize(entries).doesNotContainKey("PERSON/mau");
    assertThat(records()).as("two taken back").isEqualTo(before + 4);
    assertThat(count(service, "removed")).isEqualTo(2);
  }
}
