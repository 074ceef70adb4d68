package vn.gdnn.newswire.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class InternalKeyFilterTest {

  /** A request of which no byte may be read. */
  private static final class Unread extends MockHttpServletRequest {
    @Override
    public ServletInputStream getInputStream() {
      throw new AssertionError("the body was read");
    }
  }

  @TempDir Path folder;
  private Path file;
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @BeforeEach
  void writeKey() throws Exception {
    file = Files.writeString(folder.resolve("key"), "services-only\n");
  }

  private boolean passes(String keyFile, @Nullable String authorization) throws Exception {
    MockHttpServletRequest request = new Unread();
    if (authorization != null) {
      request.addHeader("Authorization", authorization);
    }
    MockFilterChain chain = new MockFilterChain();
    new InternalKeyFilter(keyFile).doFilter(request, response, chain);
    return chain.getRequest() != null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer services-only", "bearer services-only", "Bearer  services-only "})
  void theKeyPasses(String authorization) throws Exception {
    assertThat(passes(file.toString(), authorization)).isTrue();
    assertThat(response.getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "services-only",
        "Basic services-only",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Bearer services-onl",
        "Bearer services-only2"
      })
  void nothingElsePasses_orIsRead(@Nullable String authorization) throws Exception {
    assertThat(passes(file.toString(), authorization)).isFalse();
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeader("WWW-Authenticate")).startsWith("Bearer");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString())
        .isEqualTo(
            "{\"type\":\"urn:gdnn-newswire:problem:unauthorized\",\"title\":\"A key is needed\","
                + "\"status\":401,\"detail\":\"Only the services' own key opens this address.\"}");
  }

  @Test
  void withoutAKeyFileNobodyPasses() throws Exception {
    assertThat(passes("", "Bearer ")).isFalse();
    assertThat(passes(folder.resolve("gone").toString(), "Bearer services-only")).isFalse();
  }
}
