package vn.gdnn.newswire.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void saysWhichFieldIsAtFault() throws Exception {
    ProblemResponse.send(response, Problem.badParameter("số", "Cần một số."));

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    assertThat(response.getHeader("WWW-Authenticate")).isNull();
    assertThat(new String(response.getContentAsByteArray(), "UTF-8"))
        .isEqualTo(
            "{\"type\":\"urn:gdnn-newswire:problem:bad-parameter\",\"title\":\"Bad parameter\","
                + "\"status\":400,\"detail\":\"số: Cần một số.\","
                + "\"errors\":[{\"field\":\"số\",\"detail\":\"Cần một số.\"}]}");
  }

  @Test
  void leavesAnAnswerThatHasBegunAsItIs() throws Exception {
    response.setCommitted(true);

    ProblemResponse.send(response, Problem.notFound("Nothing here."));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsByteArray()).isEmpty();
  }

  @Test
  void endsARequestWithItsDetail() {
    Problem problem = Problem.notFound("Nothing here.");

    assertThat(new Problem.Refused(problem)).hasMessage("Nothing here.");
    assertThat(new Problem.Refused(problem).problem()).isEqualTo(problem);
  }
}
