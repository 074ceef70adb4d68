package vn.gdnn.newswire.publish.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.json.JsonMode;
import org.bson.json.JsonReader;
import org.bson.json.JsonWriter;
import org.bson.json.JsonWriterSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records to BSON and back, by way of their JSON: what a document says in MongoDB is what it says
 * in the API. A very large one stands as its JSON, gzipped: tens of thousands of tags as a tree of
 * fields would take many times their size in every process they pass, and could outgrow the 16 MB
 * that MongoDB gives a document.
 */
final class BsonRecords {

  /** Bytes of JSON from which a record is zipped; the usual article has some tens of thousands. */
  static final int LARGE = 1024 * 1024;

  private static final int BUFFER = 64 * 1024;
  private static final JsonWriterSettings RELAXED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The record as a field's value. */
  BsonValue toBson(Record value) {
    byte[] json = mapper.writeValueAsBytes(value);
    return json.length > LARGE ? new BsonBinary(gzip(json)) : document(json);
  }

  /** The record that a field holds. */
  <T> T fromBson(RawBsonDocument stored, String field, Class<T> type) {
    BsonValue value = stored.get(field);
    if (value instanceof RawBsonDocument document) {
      return mapper.readValue(json(document), type);
    }
    if (value instanceof BsonBinary zipped) {
      try (InputStream json =
          new GZIPInputStream(new ByteArrayInputStream(zipped.getData()), BUFFER)) {
        return mapper.readValue(json, type);
      } catch (IOException e) {
        throw new UncheckedIOException(field + " can't be unzipped", e);
      }
    }
    throw new IllegalStateException("no " + field + " in " + stored.get(Store.ID));
  }

  /** Whether a record in this document is a very large one. */
  static boolean isZipped(RawBsonDocument stored) {
    return stored.values().stream().anyMatch(BsonBinary.class::isInstance);
  }

  private static byte[] gzip(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 4);
    try (OutputStream zip = new GZIPOutputStream(bytes, BUFFER)) {
      zip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
    return bytes.toByteArray();
  }

  /** From bytes to bytes, with no tree of objects between. */
  private static RawBsonDocument document(byte[] json) {
    BasicOutputBuffer bson = new BasicOutputBuffer(json.length);
    try (BsonBinaryWriter writer = new BsonBinaryWriter(bson);
        JsonReader reader = new JsonReader(new String(json, StandardCharsets.UTF_8))) {
      writer.pipe(reader);
    }
    return new RawBsonDocument(bson.getInternalBuffer(), 0, bson.getPosition());
  }

  private static String json(RawBsonDocument document) {
    StringWriter json = new StringWriter();
    try (BsonBinaryReader reader = new BsonBinaryReader(document.getByteBuffer().asNIO())) {
      new JsonWriter(json, RELAXED).pipe(reader);
    }
    return json.toString();
  }
}
