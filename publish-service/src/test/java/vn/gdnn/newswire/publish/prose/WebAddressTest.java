package vn.gdnn.newswire.publish.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org, https://example.org/",
    "https://example.org?a=b, https://example.org/?a=b",
    "HTTP://Example.org:8080/a%20b#c, http://Example.org:8080/a%20b#c",
    "https://tệp.example/phụ-lục.pdf, https://xn--tp-o8s.example/ph%E1%BB%A5-l%E1%BB%A5c.pdf",
    "http://127.0.0.1:8083/a, http://127.0.0.1:8083/a",
    "https://h/\u202Efdp.exe, https://h/%E2%80%AEfdp.exe",
    "https://h/?a[]=1&b='x', https://h/?a%5B%5D=1&b='x'",
  })
  void isWrittenAsAnyReaderCanFollowIt(String given, String address) {
    assertThat(WebAddress.of(given)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a.pdf",
        "//h/a",
        "ftp://h/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "https:///a",
        "https:a",
        "https://user@h/",
        "https://user:word@h/a",
        "https://h h/",
        "https://h/a b",
        "https://h/\"><script>",
        "https://h/a\u0008b",
        "https://h:port/",
        "https://[::1]/",
        "https://under_score.example/",
        "https://-h.example/",
        "https://h/\uD83C",
      })
  void isNoneOfTheWeb(String given) {
    assertThat(WebAddress.of(given)).isEmpty();
  }

  @Test
  void isNoneWhenItIsTooLong() {
    assertThat(WebAddress.of("https://h/" + "a".repeat(3_990))).isPresent();
    assertThat(WebAddress.of("https://h/" + "a".repeat(3_991))).isEmpty();
  }

  @Test
  void tellsWhereItLeads() {
    assertThat(WebAddress.origin("https://h.example:81/a/b?c=https://x/"))
        .isEqualTo("https://h.example:81");
    assertThat(WebAddress.origin("https://h.example/")).isEqualTo("https://h.example");
  }
}
