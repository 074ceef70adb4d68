package vn.gdnn.newswire.publish.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.web.Representation;

/** Answers in JSON, fields in the order of the record, absent values left out, with an ETag. */
@Component
class Json {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  void send(Object body, int status, HttpServletRequest request, HttpServletResponse response) {
    Representation.of("application/json", mapper.writeValueAsBytes(body), null)
        .send(status, request, response);
  }
}
