package vn.gdnn.newswire.publish.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.web.Representation;

/** Answers in JSON, fields in the order of the record, absent values left out, with an ETag. */
@Component
class Json {

  private static final String TYPE = "application/json";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  void send(Object body, int status, HttpServletRequest request, HttpServletResponse response) {
    of(body).send(status, request, response);
  }

  Representation of(Object body) {
    return of(body, TYPE);
  }

  Representation of(Object body, String mediaType) {
    return Representation.of(mediaType, mapper.writeValueAsBytes(body), null);
  }

  byte[] bytes(Object body) {
    return mapper.writeValueAsBytes(body);
  }

  /** Begins a page of a list: an object with this field. */
  Page page(String items) {
    return new Page(mapper, items);
  }

  /** A page written item by item: none of them is kept but as its bytes. */
  static final class Page {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonGenerator json;
    private int items;

    private Page(JsonMapper mapper, String field) {
      json = mapper.createGenerator(out);
      json.writeStartObject();
      json.writeArrayPropertyStart(field);
    }

    int items() {
      return items;
    }

    int bytes() {
      return out.size();
    }

    void add(Object item) {
      json.writePOJO(item);
      json.flush();
      items++;
    }

    /** Ends the list; then one more field, if it has a value. */
    Representation end(String field, @Nullable String value) {
      json.writeEndArray();
      if (value != null) {
        json.writeStringProperty(field, value);
      }
      json.writeEndObject();
      json.close();
      return Representation.of(TYPE, out.toByteArray(), null);
    }
  }
}
