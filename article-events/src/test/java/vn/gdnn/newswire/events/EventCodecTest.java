package vn.gdnn.newswire.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

  private static final Path CONTRACT = Path.of("src/main/resources/contract");

  private final EventCodec codec = new EventCodec();
  private final JsonMapper json = new JsonMapper();

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
      // A draft is no event yet.
      return files.filter(file -> !isDraft(file)).sorted().toList().stream();
    }
  }

  private static boolean isDraft(Path example) {
    return example.getFileName().toString().startsWith("draft.");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsValidAndRoundTripsExactly(Path example) throws IOException {
    byte[] bytes = Files.readAllBytes(example);
    Object event = codec.decode(bytes, typeOf(example).record());

    byte[] encoded = codec.encode(event);

    assertThat(json.readTree(encoded)).isEqualTo(json.readTree(bytes));
    assertThat(codec.decode(encoded, typeOf(example).record())).isEqualTo(event);
  }

  @Test
  void everyTypeHasAnExample() throws IOException {
    List<EventType> seen = examples().map(EventCodecTest::typeOf).distinct().toList();
    assertThat(seen).containsExactlyInAnyOrder(EventType.values());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everySurfaceIsTheTextAtItsOffsets(Path example) throws IOException {
    if (typeOf(example) != EventType.ENRICHED) {
      return;
    }
    ArticleEnriched enriched = codec.decode(Files.readAllBytes(example), ArticleEnriched.class);
    for (Tag tag : enriched.tags()) {
      for (Mention mention : tag.mentions()) {
        assertThat(
                enriched.article().text(mention.field()).substring(mention.start(), mention.end()))
            .isEqualTo(mention.surface());
      }
    }
    for (OfficeMention office : enriched.offices()) {
      assertThat(enriched.article().text(office.field()).substring(office.start(), office.end()))
          .isEqualTo(office.surface());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refusesAnExampleThatLacksAnyRequiredField(Path example) throws IOException {
    EventType type = typeOf(example);
    JsonNode schema =
        json.readTree(Files.readAllBytes(CONTRACT.resolve("schemas/" + type.schema() + ".json")));
    for (JsonNode required : schema.get("required")) {
      ObjectNode broken = (ObjectNode) json.readTree(Files.readAllBytes(example));
      broken.remove(required.stringValue());
      assertBroken(broken, type);
    }
  }

  @Test
  void toleratesUnknownFields() throws IOException {
    ObjectNode newer =
        (ObjectNode)
            json.readTree(
                Files.readAllBytes(
                    CONTRACT.resolve("examples/article-withdrawn.with-reason.json")));
    newer.put("fromTheFuture", true);
    assertThat(codec.decode(json.writeValueAsBytes(newer), ArticleWithdrawn.class).reason())
        .isEqualTo("Thông tin chưa chính xác");
  }

  @Test
  void tellsUnreadableFromSchemaBreaking() {
    assertReason("{\"id\":", InvalidEvent.Reason.UNREADABLE);
    assertReason("[]", InvalidEvent.Reason.UNREADABLE);
    assertReason("", InvalidEvent.Reason.UNREADABLE);
    assertReason("{} {}", InvalidEvent.Reason.UNREADABLE);
    assertReason("{\"id\":1,\"id\":2}", InvalidEvent.Reason.UNREADABLE);
    assertReason("{}", InvalidEvent.Reason.BREAKS_SCHEMA);
    assertReason(
        "{\"id\":\"20bbb9f7-8c9a-5fd5-8f62-459116149f35\",\"sources\":[],"
            + "\"receivedAt\":\"2026-99-05T05:00:00Z\"}",
        InvalidEvent.Reason.BREAKS_SCHEMA);
  }

  @Test
  void neverRepeatsTheTextOfAnArticleInAnError() {
    assertThatThrownBy(
            () ->
                codec.decode(
                    "{\"id\":\"secret words\"}".getBytes(StandardCharsets.UTF_8),
                    ArticleReinstated.class))
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesATypeThatIsNoArticleEvent() {
    for (String type : List.of("vn.gdnn.newswire.entry.v1", "other", "")) {
      assertThatThrownBy(() -> codec.decodeArticleEvent(new byte[0], type))
          .isInstanceOfSatisfying(
              InvalidEvent.class,
              e -> assertThat(e.reason()).isEqualTo(InvalidEvent.Reason.UNKNOWN_TYPE));
    }
  }

  private void assertReason(String data, InvalidEvent.Reason reason) {
    assertThatThrownBy(
            () -> codec.decode(data.getBytes(StandardCharsets.UTF_8), ArticleReinstated.class))
        .isInstanceOfSatisfying(InvalidEvent.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private void assertBroken(ObjectNode broken, EventType type) {
    assertThatThrownBy(() -> codec.decode(json.writeValueAsBytes(broken), type.record()))
        .isInstanceOfSatisfying(
            InvalidEvent.class,
            e -> assertThat(e.reason()).isEqualTo(InvalidEvent.Reason.BREAKS_SCHEMA));
  }

  private static EventType typeOf(Path example) {
    String name = example.getFileName().toString();
    return Stream.of(EventType.values())
        .filter(type -> name.startsWith(type.schema() + "."))
        .findFirst()
        .orElseThrow();
  }
}
