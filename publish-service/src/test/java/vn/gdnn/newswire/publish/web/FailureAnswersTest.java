package vn.gdnn.newswire.publish.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.gdnn.newswire.publish.faces.FacesTest;

@FacesTest
class FailureAnswersTest {

  @Autowired private MockMvc mvc;

  @ParameterizedTest
  @CsvSource({
    "400, could not be understood",
    "401, answers only who shows a key",
    "403, does not answer you",
    "404, Nothing is at this address",
    "413, too large",
    "500, failed at it",
    "502, Ask again in 15 seconds",
    "503, Ask again in 15 seconds",
  })
  void saysWhatTheContainerRefusedFor(int status, String words) throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(
                get("/error")
                    .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                    .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/internal/journeys/x"))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(status);
    JsonNode problem = JsonMapper.shared().readTree(answer.getContentAsByteArray());
    assertThat(problem.get("detail").asString()).contains(words);
    assertThat(answer.getHeader("Retry-After")).isEqualTo(status == 503 ? "15" : null);
  }
}
