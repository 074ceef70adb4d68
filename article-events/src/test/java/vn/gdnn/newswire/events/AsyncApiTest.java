package vn.gdnn.newswire.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What {@code asyncapi.yaml} says of messages is what the code and the schemas say. That its
 * channels are the topics that are made is tested where topics are: in kafka-delivery.
 */
class AsyncApiTest {

  private static final Path CONTRACT = Path.of("src/main/resources/contract");
  private static final String MESSAGES = "#/components/messages/";
  private static final JsonNode API = read();

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static JsonNode read() {
    return new YAMLMapper().readTree(CONTRACT.resolve("asyncapi.yaml"));
  }

  static Stream<String> messages() {
    return API.at("/components/messages").propertyNames().stream();
  }

  private static JsonNode message(String name) {
    return API.at("/components/messages/" + name);
  }

  private static JsonNode messageOf(EventType type) {
    return messages()
        .map(AsyncApiTest::message)
        .filter(message -> message.path("name").asString().equals(type.ceType()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> examplesOf(JsonNode message) {
    List<String> files = new ArrayList<>();
    for (JsonNode example : message.path("examples")) {
      String file = example.at("/payload/$ref").asString();
      assertThat(file).endsWith("." + example.get("name").asString() + ".json");
      files.add(file);
    }
    return files;
  }

  @ParameterizedTest
  @EnumSource
  void everyEventIsAMessageWithItsTypeAndSchema(EventType type) {
    JsonNode message = messageOf(type);

    assertThat(message.at("/headers/properties/ce_type/const").asString()).isEqualTo(type.ceType());
    assertThat(message.at("/payload/$ref").asString())
        .isEqualTo("schemas/" + type.schema() + ".json");
    assertThat(message.at("/traits/0/$ref").asString())
        .isEqualTo("#/components/messageTraits/cloudEvent");
  }

  @Test
  void everyOtherMessageIsADraftOrADeadLetter() {
    Set<String> types =
        Stream.of(EventType.values()).map(EventType::ceType).collect(Collectors.toSet());

    assertThat(messages().filter(name -> !types.contains(message(name).get("name").asString())))
        .containsExactly("draft", "deadLetter");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyExampleOfAMessageHoldsToItsSchema(String name) throws IOException {
    JsonNode message = message(name);
    String schema = message.at("/payload/$ref").asString();
    for (String example : examplesOf(message)) {
      List<Error> errors =
          schemas
              .getSchema(SchemaLocation.of("classpath:/contract/" + schema))
              .validate(new YAMLMapper().readTree(CONTRACT.resolve(example)));
      assertThat(errors).as(example).isEmpty();
    }
  }

  @Test
  void everyExampleAndSchemaFileIsOfAMessage() throws IOException {
    List<JsonNode> all = messages().map(AsyncApiTest::message).toList();

    assertThat(all.stream().flatMap(message -> examplesOf(message).stream()))
        .containsExactlyInAnyOrderElementsOf(files("examples"));
    Set<String> used = new TreeSet<>(Set.of("schemas/common.json"));
    all.forEach(message -> used.add(message.at("/payload/$ref").asString()));
    used.remove("");
    assertThat(used).containsExactlyElementsOf(files("schemas"));
  }

  private static List<String> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT.resolve(folder))) {
      return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
    }
  }

  @Test
  void headersOfAnEventAreThoseOfEventHeaders() throws IllegalAccessException {
    List<String> names = new ArrayList<>();
    for (var field : EventHeaders.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        names.add((String) field.get(null));
      }
    }
    JsonNode headers = API.at("/components/messageTraits/cloudEvent/headers");

    assertThat(headers.get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names);
    // What an event may lack: where it is not stamped yet, or nobody traced it.
    names.removeAll(List.of(EventHeaders.EPOCH, EventHeaders.PLACE, EventHeaders.TRACE_PARENT));
    assertThat(texts(headers.get("required"))).containsExactlyInAnyOrderElementsOf(names);
    assertThat(message("draft").at("/headers/properties").propertyNames())
        .isSubsetOf(headers.get("properties").propertyNames());
  }

  @Test
  void everyReasonOfAnInvalidEventIsOneOfADeadLetter() {
    List<String> reasons =
        new ArrayList<>(
            Stream.of(InvalidEvent.Reason.values()).map(InvalidEvent.Reason::wire).toList());
    reasons.add("failed");

    assertThat(texts(message("deadLetter").at("/headers/properties/dlq_reason/enum")))
        .containsExactlyInAnyOrderElementsOf(reasons);
  }

  @Test
  void channelsAreInUse_butForThePlanned() {
    Set<String> used = new TreeSet<>();
    for (JsonNode operation : API.get("operations")) {
      used.add(operation.at("/channel/$ref").asString().replace("#/channels/", ""));
    }
    for (Map.Entry<String, JsonNode> channel : API.get("channels").properties()) {
      assertThat(used.contains(channel.getKey()))
          .as(channel.getKey())
          .isNotEqualTo(channel.getValue().has("x-planned"));
      for (JsonNode message : channel.getValue().path("messages")) {
        assertThat(message.get("$ref").asString()).startsWith(MESSAGES);
        assertThat(messages())
            .contains(message.get("$ref").asString().substring(MESSAGES.length()));
      }
    }
    assertThat(API.get("channels").propertyNames()).containsAll(used);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
