package vn.gdnn.newswire.enrich.preview;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DraftLimitTest {

  /** A request of which no byte may be read. */
  private static final class Unread extends MockHttpServletRequest {

    private final long length;

    Unread(long length) {
      super("POST", "/api/tag");
      this.length = length;
    }

    @Override
    public long getContentLengthLong() {
      return length;
    }

    @Override
    public ServletInputStream getInputStream() {
      throw new AssertionError("the body was read");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {DraftLimit.MOST_BYTES + 1L, 1L << 40})
  void readsNothingOfABodyThatIsAnnouncedAsTooLong(long length) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain chain = new MockFilterChain();

    new DraftLimit().doFilter(new Unread(length), response, chain);

    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(response.getContentAsString()).contains("urn:gdnn-newswire:problem:too-large");
    assertThat(chain.getRequest()).isNull();
  }

  @Test
  void takesLongDraftsOneAtATime_andShortOnesBesides() throws Exception {
    DraftLimit limit = new DraftLimit();
    MockHttpServletResponse second = new MockHttpServletResponse();
    MockHttpServletResponse small = new MockHttpServletResponse();
    FilterChain whileOneIsTagged =
        (request, response) -> {
          limit.doFilter(draft(300_000), second, new MockFilterChain());
          limit.doFilter(draft(3_000), small, new MockFilterChain());
        };
    MockHttpServletResponse third = new MockHttpServletResponse();

    limit.doFilter(draft(300_000), new MockHttpServletResponse(), whileOneIsTagged);
    limit.doFilter(draft(300_000), third, new MockFilterChain());

    assertThat(second.getStatus()).isEqualTo(503);
    assertThat(second.getHeader("Retry-After")).isEqualTo("5");
    assertThat(small.getStatus()).isEqualTo(200);
    assertThat(third.getStatus()).isEqualTo(200);
  }

  private static MockHttpServletRequest draft(int bytes) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/tag");
    request.setContent(new byte[bytes]);
    return request;
  }
}
