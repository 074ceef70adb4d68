package vn.gdnn.newswire.publish.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records to BSON and back, by way of their JSON: what a document says in MongoDB is what it says
 * in the API.
 */
final class BsonRecords {

  private static final JsonWriterSettings RELAXED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  BsonDocument toBson(Record value) {
    return BsonDocument.parse(mapper.writeValueAsString(value));
  }

  <T> T fromBson(Document stored, String field, Class<T> type) {
    Document value = Objects.requireNonNull(stored.get(field, Document.class), field);
    return mapper.readValue(value.toJson(RELAXED), type);
  }
}
