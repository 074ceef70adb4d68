package vn.gdnn.newswire.enrich.preview;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class TagGateTest {

  /** A request of which no byte may be read. */
  private static final class Unread extends MockHttpServletRequest {

    private final long length;

    Unread(long length, String key) {
      super("POST", "/api/tag");
      this.length = length;
      addHeader("Authorization", "Bearer " + key);
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

  @TempDir Path folder;

  private int status(MockHttpServletRequest request) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "services-only\n");
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain chain = new MockFilterChain();
    new TagGate(new InternalKey(file.toString()), JsonMapper.shared())
        .doFilter(request, response, chain);
    assertThat(chain.getRequest()).isNull();
    return response.getStatus();
  }

  @Test
  void readsNothingWithoutTheKey() throws Exception {
    assertThat(status(new Unread(10, "wrong"))).isEqualTo(401);
    assertThat(status(new Unread(TagGate.MOST_BYTES + 1L, "wrong"))).isEqualTo(401);
  }

  @Test
  void readsNothingOfABodyThatIsAnnouncedAsTooLong() throws Exception {
    assertThat(status(new Unread(TagGate.MOST_BYTES + 1L, "services-only"))).isEqualTo(413);
    assertThat(status(new Unread(1L << 40, "services-only"))).isEqualTo(413);
  }
}
