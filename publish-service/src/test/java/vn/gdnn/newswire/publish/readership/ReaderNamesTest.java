package vn.gdnn.newswire.publish.readership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.gdnn.newswire.http.Problem;
import vn.gdnn.newswire.publish.web.Asked;

class ReaderNamesTest {

  private final ReaderNames names = new ReaderNames();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curl/8.5.0 | agent:curl",
        "newsboat/2.32.0 (Linux x86_64) | agent:newsboat",
        "Tiny Tiny RSS/21.05-38f4bb2 (https://tt-rss.org/) | agent:tiny rss",
        "feedparser/6.0.10 +https://github.com/kurtmckee/feedparser/ | agent:feedparser",
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers) | agent:feedly",
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 13 subscribers) | agent:feedly",
        "Mozilla/5.0 (compatible; Inoreader/1.0; +http://www.inoreader.com) | agent:inoreader",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1) Chrome/1.2 | agent:googlebot",
        "Mozilla/5.0 (Windows NT 10.0; rv:109.0) Gecko/20100101 Firefox/115.0 | agent:mozilla gecko firefox",
        "Python-urllib/3.11 | agent:python-urllib",
        "rss-reader-2.1 | agent:rss-reader",
        "feed2js v1.4 | agent:feed2js",
        "CổngTin/1.0 | agent:cngtin",
        "1.0 | agent:unnamed",
        "(chỉ chú thích | agent:unnamed",
        "((((((((sâu)))))))) Đọc | agent:c",
      })
  void aNameIsTheProductWithoutVersionsAndComments(String header, String name) {
    assertThat(ReaderNames.agent(header)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Reader/1.0 someone@example.org, agent:reader",
    "Reader/1.0 192.0.2.7, agent:reader",
    "Reader/1.0 [2001:db8::7], agent:reader",
    "Reader/1.0 id=8f3a9c1277, agent:reader",
    "Reader/1.0 3f2504e0-4f89-11d3-9a0c-0305e82c3301, agent:reader",
    "Reader/1.0 user-12345678, agent:reader user",
    "Reader/1.0 www.example.org, agent:reader",
  })
  void nothingOfAPersonOrMachineIsKept(String header, String name) {
    assertThat(ReaderNames.agent(header)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a|b",
        "\"; DROP",
        "{{{x}}}",
        "\u0000\u0001\u007f",
        "'",
        "()()()((((",
        "////",
        "compatible;",
        "(compatible; )",
        "",
      })
  void aHostileHeaderIsANameLikeAnyOther(String header) {
    assertThat(ReaderNames.agent(header)).matches("agent:[a-z0-9._ -]{1,64}");
  }

  @Test
  void aNameIsShortAndPlainWhateverTheHeaderIs() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder header = new StringBuilder();
      int length = random.nextInt(900);
      for (int j = 0; j < length; j++) {
        header.append(
            (char) (random.nextInt(10) < 8 ? 32 + random.nextInt(95) : random.nextInt(256)));
      }
      MockHttpServletRequest request = new MockHttpServletRequest();
      request.addHeader("User-Agent", header.toString());
      assertThat(names.of(Asked.of(request)))
          .matches("agent:[a-z0-9._-]+( [a-z0-9._-]+)*")
          .hasSizeLessThan(71);
    }
  }

  @Test
  void aReaderCanChooseItsName_whateverItsAgentIs() {
    assertThat(named("site=truong-nghe.example")).isEqualTo("site:truong-nghe.example");
    assertThat(named("x=1&site=TRUONG-Nghe.example&y")).isEqualTo("site:truong-nghe.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%20",
        "a+b",
        "<b>",
        "%3Cb%3E",
        "192.0.2.7",
        "::1",
        "-a",
        "a-",
        "a|b",
        "trường",
        "a/b",
        "a%00b",
        "a;b",
        "a=b",
        "a&site=b",
        "site=a"
      })
  void aNameThatCanNotBeIsRefused(String site) {
    assertThatThrownBy(() -> named("site=" + site))
        .isInstanceOf(Problem.Refused.class)
        .hasMessageStartingWith("site: must be");
  }

  @Test
  void aNameIsNotLong() {
    assertThat(named("site=" + "a".repeat(64))).hasSize(69);
    assertThatThrownBy(() -> named("site=" + "a".repeat(65))).isInstanceOf(Problem.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"website=x", "websites", "sites=%%%", "&&&", "=site", "Site=a"})
  void otherParametersAreNoConcern(String query) {
    assertThat(named(query)).isEqualTo("agent:curl");
  }

  private String named(String query) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setQueryString(query);
    request.addHeader("User-Agent", "curl/8");
    return names.of(Asked.of(request));
  }
}
