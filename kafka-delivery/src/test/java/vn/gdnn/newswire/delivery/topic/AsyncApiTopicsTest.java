package vn.gdnn.newswire.delivery.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.gdnn.newswire.delivery.fault.DeadLetterHeaders;
import vn.gdnn.newswire.events.EventCodec;

/** The topics that are made are the channels that the contract's {@code asyncapi.yaml} shows. */
class AsyncApiTopicsTest {

  private static final int PARTITIONS = 12;

  private final JsonNode api = read();

  private static JsonNode read() {
    try (InputStream file = EventCodec.class.getResourceAsStream("/contract/asyncapi.yaml")) {
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode channel(String address) {
    for (JsonNode channel : api.get("channels")) {
      if (channel.get("address").asString().equals(address)) {
        return channel;
      }
    }
    throw new IllegalStateException("no channel " + address);
  }

  @Test
  void everyTopicIsAChannel_andEveryChannelATopic() {
    List<String> addresses = new ArrayList<>();
    api.get("channels").forEach(channel -> addresses.add(channel.get("address").asString()));

    assertThat(addresses)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Topics.all().stream().map(TopicSpec::name),
                    Stream.of(Topics.deadLetters("{topic}", "{service}")))
                .toList());
  }

  @Test
  void everyTopicIsMadeAsItsChannelSays() {
    for (TopicSpec spec : Topics.all()) {
      assertMadeAsSaid(spec, channel(spec.name()));
    }
    String letters = Topics.deadLetters("{topic}", "{service}");
    assertMadeAsSaid(Topics.spec(letters), channel(letters));
  }

  private static void assertMadeAsSaid(TopicSpec spec, JsonNode channel) {
    JsonNode kafka = channel.at("/bindings/kafka");
    Map<String, String> configs = new TreeMap<>();
    kafka
        .get("topicConfiguration")
        .properties()
        .forEach(
            config ->
                configs.put(
                    config.getKey(),
                    config.getValue().isArray()
                        ? config.getValue().get(0).asString()
                        : config.getValue().asString()));

    assertThat(kafka.get("partitions").asInt())
        .as(spec.name())
        .isEqualTo(spec.byArticle() ? PARTITIONS : 1);
    assertThat(configs).as(spec.name()).isEqualTo(spec.configs());
  }

  @Test
  void headersOfADeadLetterAreThoseOfDeadLetterHeaders() throws IllegalAccessException {
    List<String> names = new ArrayList<>();
    for (var field : DeadLetterHeaders.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        names.add((String) field.get(null));
      }
    }
    JsonNode headers = api.at("/components/messages/deadLetter/headers");
    List<String> required = new ArrayList<>();
    headers.get("required").forEach(name -> required.add(name.asString()));

    assertThat(headers.get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(required).containsExactlyInAnyOrderElementsOf(names);
  }
}
