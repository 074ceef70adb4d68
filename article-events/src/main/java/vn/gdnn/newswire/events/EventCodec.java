package vn.gdnn.newswire.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to bytes and back: UTF-8 JSON, checked against the JSON Schemas (2020-12) under {@code
 * contract/schemas}. Unknown fields are tolerated, so that an old reader stands a newer writer.
 * Safe for use by many threads.
 */
public final class EventCodec {

  // With the slash: schemas refer to one another by file name, which wants a path to start from.
  private static final String SCHEMA_FOLDER = "classpath:/contract/schemas/";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private final Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);

  /** Loads the schemas. */
  public EventCodec() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (EventType type : EventType.values()) {
      SchemaLocation file = SchemaLocation.of(SCHEMA_FOLDER + type.schema() + ".json");
      schemas.put(type, registry.getSchema(file));
    }
  }

  /** The event's data as UTF-8 JSON: fields in the order of the record, absent values left out. */
  public byte[] encode(Object event) {
    EventType.of(event.getClass());
    return mapper.writeValueAsBytes(event);
  }

  /**
   * Reads the data of an event of a known type.
   *
   * @throws InvalidEvent when the bytes are not JSON or break the type's schema
   */
  public <T> T decode(byte[] data, Class<T> record) {
    return record.cast(decode(data, EventType.of(record)));
  }

  /**
   * Reads the data of an event of the type that its header names.
   *
   * @throws InvalidEvent when the contract has no such type, the bytes are not JSON or break the
   *     type's schema
   */
  public ArticleEvent decodeArticleEvent(byte[] data, String ceType) {
    EventType type =
        EventType.ofCeType(ceType)
            .filter(known -> ArticleEvent.class.isAssignableFrom(known.record()))
            .orElseThrow(
                () ->
                    new InvalidEvent(
                        InvalidEvent.Reason.UNKNOWN_TYPE,
                        "no article event has this " + EventHeaders.TYPE));
    return (ArticleEvent) decode(data, type);
  }

  /**
   * Reads a record of the registry, of the type that its header names.
   *
   * @throws InvalidEvent as {@link #decodeArticleEvent}
   */
  public RegistryRecord decodeRegistryRecord(byte[] data, String ceType) {
    EventType type =
        EventType.ofCeType(ceType)
            .filter(known -> RegistryRecord.class.isAssignableFrom(known.record()))
            .orElseThrow(
                () ->
                    new InvalidEvent(
                        InvalidEvent.Reason.UNKNOWN_TYPE,
                        "no record of the registry has this " + EventHeaders.TYPE));
    return (RegistryRecord) decode(data, type);
  }

  private Object decode(byte[] data, EventType type) {
    JsonNode tree = read(data);
    List<Error> errors = schemas.get(type).validate(tree);
    if (!errors.isEmpty()) {
      Error first = errors.get(0);
      throw new InvalidEvent(
          InvalidEvent.Reason.BREAKS_SCHEMA,
          "%s: %s breaks '%s'"
              .formatted(type.schema(), first.getInstanceLocation(), first.getKeyword()));
    }
    try {
      return mapper.treeToValue(tree, type.record());
    } catch (JacksonException | IllegalArgumentException e) {
      throw new InvalidEvent(
          InvalidEvent.Reason.BREAKS_SCHEMA, type.schema() + ": a value is out of range");
    }
  }

  private JsonNode read(byte[] data) {
    try {
      JsonNode tree = mapper.readTree(data);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      throw new InvalidEvent(
          InvalidEvent.Reason.UNREADABLE,
          "not JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
    throw new InvalidEvent(InvalidEvent.Reason.UNREADABLE, "not a JSON object");
  }
}
